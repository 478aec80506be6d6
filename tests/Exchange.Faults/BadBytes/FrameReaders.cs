using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Exchange.BitoPro.Wire;
using Exchange.Faults.Servers;
using Exchange.Http;
using Exchange.Streams;

namespace Exchange.Faults.BadBytes;

/// <summary>Streams: frames as JSON, and below them the bytes of the socket.</summary>
internal static class FrameReaders
{
    private static readonly StreamLimits Limits = new()
    {
        Open = TimeSpan.FromSeconds(5),
        Silence = TimeSpan.FromSeconds(5),
    };
    private static readonly SignedRequest Unsigned = new([], null);

    // A text, a binary in two parts, a ping, a goodbye, a masked frame, a length that is none, reserved bits.
    private static readonly List<byte[]> RawFrames =
    [
        [0x81, 2, (byte)'{', (byte)'}', 0x88, 2, 3, 0xE8],
        [0x02, 1, 1, 0x80, 1, 2, 0x89, 1, 7, 0x8A, 0],
        [0x81, 0x82, 1, 2, 3, 4, 0x7A, 0x7F],
        [0x81, 126, 0, 4, 1, 2, 3, 4],
        [0x82, 127, 0, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3],
        [0x82, 127, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
        [0xF1, 1, 0, 0x83, 0, 0x8B, 0, 0x88, 1, 3],
        [0x81, 3, 0xFF, 0xFE, 0xFD, 0x89, 126, 1, 0],
    ];

    private static readonly List<byte[]> Upgrades =
    [
        .. new[]
        {
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: AAAA\r\n\r\n",
            "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nContent-Length: 21\r\n\r\n{\"error\":\"Bad nonce\"}",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: ws://127.0.0.1:1/\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.0 101 Switching\r\nUpgrade: h2c\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n\u0081\u0002{}",
        }.Select(Encoding.Latin1.GetBytes),
    ];

    public static IReadOnlyList<Reader> All { get; } =
    [
        new(
            "stream frames",
            [.. Samples.Frames.Select(Encoding.UTF8.GetBytes)],
            Json,
            error => error is JsonException,
            30
        ),
        new("socket bytes", RawFrames, bytes => Socket(bytes, isUpgraded: true), IsOwn, 1),
        new("upgrade answers", Upgrades, bytes => Socket(bytes, isUpgraded: false), IsOwn, 1),
    ];

    private static bool IsOwn(Exception error) => error is TransportException or UpgradeRefusedException;

    private static void Json(byte[] bytes)
    {
        Read(bytes, BitoProStreamJson.Default.OrderBook, wire => wire.ToFrameModel("btc_twd"));
        Read(bytes, BitoProStreamJson.Default.Ticker, wire => wire.ToFrameModel("btc_twd"));
        Read(bytes, BitoProStreamJson.Default.Trades, wire => wire.Required.Map(trade => trade.ToModel("btc_twd")));
        Read(
            bytes,
            BitoProStreamJson.Default.Orders,
            wire =>
                wire.Required.Select(pair => pair.Value.Map(order => order.ToModel(StreamCase.Lower(pair.Key))))
                    .ToList()
        );
        Read(
            bytes,
            BitoProStreamJson.Default.Balances,
            wire => wire.Required.Select(pair => pair.Value?.ToModel()).ToList()
        );
        Read(bytes, BitoProStreamJson.Default.UserTrade, wire => wire.Required.ToModel());
    }

    private static void Read<TWire, T>(
        byte[] bytes,
        System.Text.Json.Serialization.Metadata.JsonTypeInfo<TWire> type,
        Func<TWire, T> map
    )
        where TWire : class
    {
        try
        {
            if (JsonSerializer.Deserialize(bytes, type) is { } wire)
            {
                map(wire);
            }
        }
        catch (JsonException)
        {
            // Another reader's turn.
        }
    }

    // Over a real connection: the whole way from the upgrade to the last message.
    private static void Socket(byte[] bytes, bool isUpgraded)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = ServeAsync(listener, bytes, isUpgraded);
        try
        {
            ReadAsync(new Uri($"ws://{listener.LocalEndpoint}/")).GetAwaiter().GetResult();
        }
        finally
        {
            listener.Stop();
            serving.GetAwaiter().GetResult();
        }
    }

    private static async Task ReadAsync(Uri address)
    {
        await using var socket = await StreamSocket.OpenAsync(
            address,
            Unsigned,
            Limits,
            TimeProvider.System,
            TimeProvider.System,
            default
        );
        while (await socket.ReceiveAsync(default) is not null) { }
    }

    private static async Task ServeAsync(TcpListener listener, byte[] bytes, bool isUpgraded)
    {
        try
        {
            using var client = await listener.AcceptTcpClientAsync();
            client.NoDelay = true;
            var stream = client.GetStream();
            var head = await HeadAsync(stream);
            if (isUpgraded)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(SocketTrials.Accepted(head)));
            }
            await stream.WriteAsync(bytes);
            client.Client.Shutdown(SocketShutdown.Send);
            // To the client's end, so that it meets what was sent before it meets a reset.
            while (await stream.ReadAsync(new byte[4096]) > 0) { }
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException)
        {
            // The client has gone.
        }
    }

    private static async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var buffer = new byte[4096];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                break;
            }
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }
        return head.ToString();
    }
}
