using System.IO.Compression;
using System.Text;

namespace Exchange.Faults.Servers;

/// <summary>What a hostile or broken server does after a request's head.</summary>
internal static class Hostility
{
    private const int Megabyte = 1024 * 1024;

    /// <summary>By name; the other host is where a redirect leads.</summary>
    public static IReadOnlyList<(string Name, Func<Stream, CancellationToken, Task> Act)> All(Uri other)
    {
        _ = Bomb.Value;
        return
        [
            ("endless body", EndlessBodyAsync),
            ("endless chunks", EndlessChunksAsync),
            ("endless headers", EndlessHeadersAsync),
            ("one endless header line", EndlessLineAsync),
            ("gzip bomb", GzipBombAsync),
            ("slow drip", DripAsync),
            (
                "redirect to another host",
                (s, c) => SendAsync(s, $"HTTP/1.1 302 Found\r\nLocation: {other}\r\nContent-Length: 0\r\n\r\n", c)
            ),
            (
                "redirect by 307",
                (s, c) =>
                    SendAsync(
                        s,
                        $"HTTP/1.1 307 Temporary Redirect\r\nLocation: {other}\r\nContent-Length: 0\r\n\r\n",
                        c
                    )
            ),
            (
                "redirect by 308 with a cookie",
                (s, c) =>
                    SendAsync(
                        s,
                        $"HTTP/1.1 308 Permanent Redirect\r\nLocation: {other}\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n",
                        c
                    )
            ),
            ("HTML with status 200", (s, c) => SendAsync(s, Plain("text/html", "<html>maintenance</html>"), c)),
            ("JSON called text", (s, c) => SendAsync(s, Plain("text/plain", "not json"), c)),
            (
                "a charset that is not there",
                (s, c) => SendAsync(s, Plain("application/json; charset=klingon", "\u00ff\u00fe"), c)
            ),
            (
                "HTTP/1.0 without length",
                (s, c) => SendAsync(s, "HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n{\"data\":", c)
            ),
            ("HTTP/1.0 of an error", (s, c) => SendAsync(s, "HTTP/1.0 503 Busy\r\n\r\n<html>", c)),
            ("UTF-16 called JSON", SixteenBitsAsync),
            ("Brotli that is none", (s, c) => SendAsync(s, Encoded("br"), c)),
            ("gzip that is none", (s, c) => SendAsync(s, Encoded("gzip"), c)),
            ("an answer of 101", (s, c) => SendAsync(s, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", c)),
            ("endless 100 Continue", EndlessContinueAsync),
            ("closed in the header", (s, c) => SendAsync(s, "HTTP/1.1 200 OK\r\nContent-Ty", c)),
            ("closed at once", (_, _) => Task.CompletedTask),
            (
                "closed in the body",
                (s, c) => SendAsync(s, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"data\":[", c)
            ),
            (
                "a length that is no number",
                (s, c) => SendAsync(s, "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n[]", c)
            ),
            (
                "two lengths",
                (s, c) => SendAsync(s, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 20\r\n\r\n[]", c)
            ),
            ("no HTTP at all", (s, c) => SendAsync(s, "220 mail.example.com ESMTP\r\n", c)),
            ("very deep JSON", (s, c) => SendAsync(s, Plain("application/json", new string('[', 100_000)), c)),
            ("silence", (_, c) => Task.Delay(Timeout.Infinite, c)),
        ];
    }

    private static string Encoded(string encoding) =>
        $"HTTP/1.1 200 OK\r\nContent-Encoding: {encoding}\r\nContent-Length: 9\r\n\r\nnot {encoding}...".PadRight(9);

    private static async Task SixteenBitsAsync(Stream stream, CancellationToken cancel)
    {
        var body = Encoding.Unicode.GetBytes("{\"code\":0,\"data\":[]}");
        await SendAsync(
            stream,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-16\r\nContent-Length: {body.Length}\r\n\r\n",
            cancel
        );
        await stream.WriteAsync(body, cancel);
    }

    private static async Task EndlessContinueAsync(Stream stream, CancellationToken cancel)
    {
        while (true)
        {
            await SendAsync(stream, "HTTP/1.1 100 Continue\r\n\r\n", cancel);
        }
    }

    private static string Plain(string type, string body) =>
        $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";

    private static async Task SendAsync(Stream stream, string text, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
        await stream.FlushAsync(cancel);
    }

    private static async Task EndlessBodyAsync(Stream stream, CancellationToken cancel)
    {
        await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", cancel);
        var block = new byte[Megabyte];
        block.AsSpan().Fill((byte)' ');
        while (true)
        {
            await stream.WriteAsync(block, cancel);
        }
    }

    private static async Task EndlessChunksAsync(Stream stream, CancellationToken cancel)
    {
        await SendAsync(stream, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", cancel);
        while (true)
        {
            await SendAsync(stream, $"10000\r\n{new string(' ', 0x10000)}\r\n", cancel);
        }
    }

    private static async Task EndlessHeadersAsync(Stream stream, CancellationToken cancel)
    {
        await SendAsync(stream, "HTTP/1.1 200 OK\r\n", cancel);
        for (var i = 0; ; i++)
        {
            await SendAsync(stream, $"X-Header-{i}: {new string('a', 1000)}\r\n", cancel);
        }
    }

    private static async Task EndlessLineAsync(Stream stream, CancellationToken cancel)
    {
        await SendAsync(stream, "HTTP/1.1 200 OK\r\nX-Endless: ", cancel);
        while (true)
        {
            await SendAsync(stream, new string('a', Megabyte), cancel);
        }
    }

    // Made once: who makes it in front of each request is the one who is slow.
    private static readonly Lazy<byte[]> Bomb = new(() =>
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            var zeros = new byte[Megabyte];
            for (var i = 0; i < 256; i++)
            {
                gzip.Write(zeros);
            }
        }
        return bomb.ToArray();
    });

    private static async Task GzipBombAsync(Stream stream, CancellationToken cancel)
    {
        await SendAsync(
            stream,
            $"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {Bomb.Value.Length}\r\n\r\n",
            cancel
        );
        await stream.WriteAsync(Bomb.Value, cancel);
    }

    private static async Task DripAsync(Stream stream, CancellationToken cancel)
    {
        await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", cancel);
        while (true)
        {
            await SendAsync(stream, " ", cancel);
            await Task.Delay(100, cancel);
        }
    }
}
