using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Exchange.Http;
using Exchange.Streams;

namespace Exchange.Faults.Servers;

/// <summary>Hostile answers to an upgrade, and hostile frames after it: an error of ours in time, bounded memory, or a stream that can be left.</summary>
internal static class SocketTrials
{
    private const int LargestFrame = 1024 * 1024;
    private const long MostMemory = 32L * 1024 * 1024;
    private const string KeyHeader = "Sec-WebSocket-Key:";
    private const string Handshake = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);
    private static readonly StreamLimits Limits = new()
    {
        LargestFrame = LargestFrame,
        Open = TimeSpan.FromSeconds(1),
        Silence = TimeSpan.FromSeconds(1),
        Close = TimeSpan.FromSeconds(1),
    };

    private static readonly SignedRequest Signed = new([new("X-BITOPRO-APIKEY", Victim.Mark)], null);

    private static readonly (string Name, Func<Stream, CancellationToken, Task> Act)[] AfterUpgrade =
    [
        ("frames: endless parts of one message", (s, c) => RepeatAsync(s, Frame(0x01, 60_000), Frame(0x00, 60_000), c)),
        ("frames: a length of 2^63", (s, c) => SendAsync(s, [0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 0, 1], c)),
        ("frames: a length of 2^62, dripping", (s, c) => DripAsync(s, [0x82, 127, 0x40, 0, 0, 0, 0, 0, 0, 0], c)),
        ("frames: masked by the server", (s, c) => SendAsync(s, [0x81, 0x82, 1, 2, 3, 4, 5, 6], c)),
        ("frames: compressed, which nobody asked for", (s, c) => SendAsync(s, [0xC1, 2, 1, 2], c)),
        ("frames: an unknown kind", (s, c) => SendAsync(s, [0x83, 0], c)),
        ("frames: a part without a beginning", (s, c) => SendAsync(s, [0x80, 1, 1], c)),
        ("frames: a ping that is too long", (s, c) => SendAsync(s, [0x89, 126, 1, 0], c)),
        ("frames: a goodbye with a bad code", (s, c) => SendAsync(s, [0x88, 2, 0, 1], c)),
        ("frames: text that is no UTF-8", (s, c) => SendAsync(s, [0x81, 2, 0xC3, 0x28, 0x88, 0], c)),
        ("frames: closed in the middle", (s, c) => SendAsync(s, [0x81, 100, 1, 2], c)),
        ("frames: silence", (_, c) => Task.Delay(Timeout.Infinite, c)),
        ("frames: endless whole messages", (s, c) => RepeatAsync(s, [], Frame(0x81, 1_000), c)),
        ("frames: a flood of pings", (s, c) => RepeatAsync(s, [], [0x89, 4, 1, 2, 3, 4], c)),
    ];

    public static async IAsyncEnumerable<Outcome> RunAsync(
        HostileServer other,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        foreach (var (name, act) in Hostility.All(other.Address))
        {
            using var server = new HostileServer(act);
            yield return await TryAsync($"upgrade: {name}", server, other, cancel);
        }
        foreach (var (name, act) in AfterUpgrade)
        {
            HostileServer? upgraded = null;
            using var server = upgraded = new HostileServer(
                async (stream, stop) =>
                {
                    await SendAsync(stream, Encoding.ASCII.GetBytes(Accepted(upgraded!.Heads[^1])), stop);
                    await act(stream, stop);
                }
            );
            yield return await TryAsync(name, server, other, cancel);
        }
    }

    private static async Task<Outcome> TryAsync(
        string name,
        HostileServer server,
        HostileServer other,
        CancellationToken cancel
    )
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var fault = await ReadAsync(server, cancel);
        var took = watch.Elapsed;
        var used = GC.GetTotalMemory(forceFullCollection: false) - before;
        fault ??=
            took > Most ? $"it took {took.TotalSeconds:0.0} s"
            : used > MostMemory ? $"{used / (1024 * 1024)} MiB of memory"
            : other.Heads.Count > 0 ? "another host was called"
            : null;
        return new(
            name,
            1,
            fault is null ? 0 : 1,
            fault
                ?? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{took.TotalSeconds:0.0} s, {Math.Max(0, used) / (1024 * 1024)} MiB"
                )
        );
    }

    // Whoever has had enough leaves; a stream that never ends by itself must let them.
    private static async Task<string?> ReadAsync(HostileServer server, CancellationToken cancel)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        enough.CancelAfter(Patience + Limits.Open);
        try
        {
            await using var socket = await StreamSocket.OpenAsync(
                new Uri($"ws://127.0.0.1:{server.Port}/"),
                Signed,
                Limits,
                TimeProvider.System,
                TimeProvider.System,
                enough.Token
            );
            while (await socket.ReceiveAsync(enough.Token) is not null) { }
            return null;
        }
        catch (Exception own) when (own is TransportException or UpgradeRefusedException)
        {
            return own.ToString().Contains(Victim.Mark, StringComparison.Ordinal)
                ? "its error holds a credential"
                : null;
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception foreign)
        {
            return $"{foreign.GetType().Name}: {foreign.Message}";
        }
    }

    private static byte[] Frame(byte first, ushort length) =>
        [first, 126, (byte)(length >> 8), (byte)length, .. Enumerable.Repeat((byte)' ', length)];

    private static async Task SendAsync(Stream stream, byte[] bytes, CancellationToken cancel)
    {
        await stream.WriteAsync(bytes, cancel);
        await stream.FlushAsync(cancel);
    }

    private static async Task RepeatAsync(Stream stream, byte[] first, byte[] then, CancellationToken cancel)
    {
        await SendAsync(stream, first, cancel);
        while (true)
        {
            await SendAsync(stream, then, cancel);
        }
    }

    private static async Task DripAsync(Stream stream, byte[] head, CancellationToken cancel)
    {
        await SendAsync(stream, head, cancel);
        while (true)
        {
            await SendAsync(stream, [0], cancel);
            await Task.Delay(100, cancel);
        }
    }

    // SHA-1 is what RFC 6455 asks for; nothing rests on it.
#pragma warning disable CA5350
    /// <summary>The answer that takes an upgrade.</summary>
    public static string Accepted(string head)
    {
        var key = head.Split("\r\n").First(line => line.StartsWith(KeyHeader, StringComparison.OrdinalIgnoreCase));
        var accept = SHA1.HashData(Encoding.ASCII.GetBytes(key[KeyHeader.Length..].Trim() + Handshake));
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
            + $"{Convert.ToBase64String(accept)}\r\n\r\n";
    }
#pragma warning restore CA5350
}
