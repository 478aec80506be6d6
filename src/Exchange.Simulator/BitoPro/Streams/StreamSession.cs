using System.Buffers;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;

namespace Exchange.Simulator.BitoPro.Streams;

/// <summary>One WebSocket: asks its sources for news until the client or the simulator goes.</summary>
internal sealed class StreamSession(
    BitoProVenue venue,
    HttpListenerContext context,
    IReadOnlyList<IStreamSource> sources
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        var accepted = await context.AcceptWebSocketAsync(subProtocol: null, KeepAlive).ConfigureAwait(false);
        using var socket = accepted.WebSocket;
        venue.StreamOpened();
        try
        {
            await TellAsync(socket, cancel).ConfigureAwait(false);
        }
        finally
        {
            venue.StreamClosed();
        }
    }

    private async Task TellAsync(WebSocket socket, CancellationToken cancel)
    {
        var gone = ReadUntilGoneAsync(socket, cancel);
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        while (!gone.IsCompleted)
        {
            foreach (var source in sources)
            {
                while (TryWrite(source, json, output))
                {
                    await socket
                        .SendAsync(output.WrittenMemory, WebSocketMessageType.Text, true, cancel)
                        .ConfigureAwait(false);
                }
            }
            await Task.WhenAny(gone, Task.Delay(Pause, cancel)).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private bool TryWrite(IStreamSource source, Utf8JsonWriter json, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        json.Reset();
        lock (venue.Gate)
        {
            if (!source.TryWrite(json, venue.Clock.NowMs))
            {
                return false;
            }
        }
        json.Flush();
        return true;
    }

    // Nothing is ever said by a client, but its pings and its goodbye are only answered while somebody reads.
    private static async Task ReadUntilGoneAsync(WebSocket socket, CancellationToken cancel)
    {
        var buffer = new byte[256];
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), cancel).ConfigureAwait(false);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, cancel).ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            socket.Abort();
        }
    }
}
