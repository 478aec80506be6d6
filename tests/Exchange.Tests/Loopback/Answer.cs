using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Exchange.Tests.Loopback;

/// <summary>What the loopback server does with a request, down to the bytes.</summary>
/// <param name="Write">Writes the answer.</param>
/// <param name="Ending">What becomes of the connection afterwards.</param>
internal sealed record Answer(Func<NetworkStream, CancellationToken, Task> Write, Ending Ending = Ending.KeepOpen)
{
    public static Answer Json(string json, int status = 200, params string[] headers) =>
        Of(Encoding.UTF8.GetBytes(json), "application/json", status, headers);

    public static Answer Html(int status = 200) =>
        Of("<html><body>Sign in to the network</body></html>"u8.ToArray(), "text/html; charset=utf-8", status);

    public static Answer Empty(int status = 200, params string[] headers) =>
        Of([], "application/json", status, headers);

    public static Answer Of(byte[] body, string contentType, int status, params string[] headers) =>
        new((stream, cancel) => stream.WriteAsync(Whole(body, contentType, status, headers), cancel).AsTask());

    /// <summary>Closes the connection without a byte of answer.</summary>
    public static Answer Close { get; } = new((_, _) => Task.CompletedTask, Ending.Close);

    /// <summary>Resets the connection (TCP RST) without a byte of answer.</summary>
    public static Answer Reset { get; } = new((_, _) => Task.CompletedTask, Ending.Reset);

    /// <summary>Never answers; the connection stays open until the server stops.</summary>
    public static Answer Never { get; } = new((_, cancel) => Task.Delay(Timeout.Infinite, cancel), Ending.Close);

    /// <summary>Promises the whole body, sends half of it, and closes.</summary>
    public static Answer Truncated(string json, int status = 200)
    {
        var whole = Whole(Encoding.UTF8.GetBytes(json), "application/json", status, []);
        var half = whole.Length - (Encoding.UTF8.GetByteCount(json) / 2);
        return new((stream, cancel) => stream.WriteAsync(whole.AsMemory(0, half), cancel).AsTask(), Ending.Close);
    }

    /// <summary>Sends the answer byte by byte.</summary>
    public static Answer Dripped(string json)
    {
        var whole = Whole(Encoding.UTF8.GetBytes(json), "application/json", 200, []);
        return new(
            async (stream, cancel) =>
            {
                foreach (var single in whole)
                {
                    await stream.WriteAsync(new[] { single }, cancel);
                }
            }
        );
    }

    /// <summary>Sends spaces for as long as somebody reads; <paramref name="sent"/> hears how many.</summary>
    public static Answer Endless(Action<long> sent) =>
        new(
            async (stream, cancel) =>
            {
                await stream.WriteAsync(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"u8.ToArray(),
                    cancel
                );
                var spaces = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
                for (var total = 0L; ; total += spaces.Length)
                {
                    sent(total);
                    await stream.WriteAsync(spaces, cancel);
                }
            },
            Ending.Close
        );

    public static Answer Gzip(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(body);
        }
        return Of(packed.ToArray(), "application/json", 200, "Content-Encoding: gzip");
    }

    /// <summary>Answers once <paramref name="release"/> is done.</summary>
    public Answer After(Task release) =>
        this with
        {
            Write = async (stream, cancel) =>
            {
                await release.WaitAsync(cancel);
                await Write(stream, cancel);
            },
        };

    private static byte[] Whole(byte[] body, string contentType, int status, string[] headers)
    {
        var head = new StringBuilder($"HTTP/1.1 {status} Status\r\nContent-Length: {body.Length}\r\n");
        head.Append("Content-Type: ").Append(contentType).Append("\r\n");
        foreach (var header in headers)
        {
            head.Append(header).Append("\r\n");
        }
        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}

internal enum Ending
{
    KeepOpen,
    Close,
    Reset,
}
