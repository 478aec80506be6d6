using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Streams;

/// <summary>The service's end of a WebSocket, frame by frame (RFC 6455): what no library would send can be sent.</summary>
internal sealed class RawSocket(NetworkStream stream, CancellationToken cancel)
{
    private const string Magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <summary>Upgrades a request, then plays a script; the connection is closed at its end.</summary>
    public static Answer Upgrade(ReceivedRequest request, Func<RawSocket, Task> script) =>
        new(
            async (stream, cancel) =>
            {
                var key = Encoding.ASCII.GetBytes(request.Header("Sec-WebSocket-Key") + Magic);
#pragma warning disable CA5350 // The protocol's own choice.
                var proof = Convert.ToBase64String(SHA1.HashData(key));
#pragma warning restore CA5350
                var head =
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + $"Sec-WebSocket-Accept: {proof}\r\n\r\n";
                await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancel);
                await script(new RawSocket(stream, cancel));
            },
            Ending.Close
        );

    public Task TextAsync(string text) => FrameAsync(Opcode.Text, Encoding.UTF8.GetBytes(text));

    /// <summary>One message in so many frames, with a ping between every two of them.</summary>
    public async Task FragmentsAsync(string text, int count)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var size = (bytes.Length + count - 1) / count;
        var parts = bytes.Chunk(size).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            await FrameAsync(i == 0 ? Opcode.Text : Opcode.Continuation, parts[i], isLast: i == parts.Count - 1);
            await PingAsync("between");
        }
    }

    public Task PingAsync(string text) => FrameAsync(Opcode.Ping, Encoding.UTF8.GetBytes(text));

    public Task CloseAsync(ushort status)
    {
        var payload = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(payload, status);
        return FrameAsync(Opcode.Close, payload);
    }

    /// <summary>Never says anything more, until the client or the test is gone.</summary>
    public Task SilenceAsync() => HeardAsync(Opcode.Close);

    /// <summary>The payload of the next frame of a kind that the client sends; others are passed over.</summary>
    public async Task<byte[]> HeardAsync(Opcode opcode)
    {
        while (true)
        {
            var (kind, payload) = await NextAsync();
            if (kind == opcode)
            {
                return payload;
            }
        }
    }

    public async Task FrameAsync(Opcode opcode, byte[] payload, bool isLast = true)
    {
        var head = new byte[10];
        head[0] = (byte)((isLast ? 0x80 : 0) | (int)opcode);
        head[1] = payload.Length switch
        {
            < 126 => (byte)payload.Length,
            <= ushort.MaxValue => 126,
            _ => 127,
        };
        BinaryPrimitives.WriteUInt64BigEndian(head.AsSpan(2), (ulong)payload.Length);
        byte[] length = head[1] switch
        {
            126 => head[8..],
            127 => head[2..],
            _ => [],
        };
        await stream.WriteAsync((byte[])[.. head[..2], .. length, .. payload], cancel);
    }

    private async Task<(Opcode Kind, byte[] Payload)> NextAsync()
    {
        var head = new byte[2];
        await stream.ReadExactlyAsync(head, cancel);
        var length = head[1] & 0x7F;
        Assert.True((head[1] & 0x80) != 0, "A client masks its frames.");
        Assert.True(length < 126, "A client of ours sends control frames only.");
        var mask = new byte[4];
        await stream.ReadExactlyAsync(mask, cancel);
        var payload = new byte[length];
        await stream.ReadExactlyAsync(payload, cancel);
        return ((Opcode)(head[0] & 0x0F), [.. payload.Select((value, i) => (byte)(value ^ mask[i % 4]))]);
    }
}

internal enum Opcode
{
    Continuation = 0,
    Text = 1,
    Close = 8,
    Ping = 9,
    Pong = 10,
}
