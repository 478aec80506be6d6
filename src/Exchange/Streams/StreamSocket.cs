using System.Buffers;
using System.Net.WebSockets;
using Exchange.Http;

namespace Exchange.Streams;

/// <summary>One WebSocket, from its upgrade to its goodbye. Whatever breaks it is a <see cref="TransportException"/>.</summary>
internal sealed class StreamSocket : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly ArrayBufferWriter<byte> _frame = new();
    private readonly StreamLimits _limits;
    private readonly TimeProvider _wireClock;
    private readonly SilenceWatch _silence;
    private readonly UpgradeHandler _upgrade;
    private readonly HttpMessageInvoker _invoker;

    private StreamSocket(StreamLimits limits, TimeProvider clock, TimeProvider wireClock)
    {
        _limits = limits;
        _wireClock = wireClock;
        _silence = new SilenceWatch(clock, limits.Silence);
        _upgrade = new UpgradeHandler(_silence.Heard);
        _invoker = new HttpMessageInvoker(_upgrade);
    }

    /// <summary>Why the service ended the stream, once <see cref="ReceiveAsync"/> has given null.</summary>
    public string Farewell
    {
        get
        {
            var status = _socket.CloseStatus is { } code ? $" ({(int)code})" : "";
            return $"the service closed the stream{status}";
        }
    }

    /// <summary>Connects and upgrades.</summary>
    /// <param name="address">ws or wss.</param>
    /// <param name="signed">Headers of the upgrade.</param>
    /// <param name="limits">How long what may take.</param>
    /// <param name="clock">For silence.</param>
    /// <param name="wireClock">For the limits of opening and closing.</param>
    /// <param name="cancel">Ends the attempt.</param>
    /// <exception cref="UpgradeRefusedException">The service answered with something else than a socket.</exception>
    /// <exception cref="TransportException">No answer came.</exception>
    public static async Task<StreamSocket> OpenAsync(
        Uri address,
        SignedRequest signed,
        StreamLimits limits,
        TimeProvider clock,
        TimeProvider wireClock,
        CancellationToken cancel
    )
    {
        var stream = new StreamSocket(limits, clock, wireClock);
        try
        {
            await stream.ConnectAsync(address, signed, cancel).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The next whole message, or null when the service has said goodbye.</summary>
    /// <param name="stop">Stops waiting at once; the socket stays usable for a goodbye, which a cancelled receive would not leave it.</param>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken stop)
    {
        _frame.ResetWrittenCount();
        _silence.Listen();
        try
        {
            while (true)
            {
                var part = await _socket
                    .ReceiveAsync(_frame.GetMemory(4096), _silence.Silent)
                    .AsTask()
                    .WaitAsync(stop)
                    .ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }
                Take(part.Count);
                if (part.EndOfMessage)
                {
                    return _frame.WrittenMemory;
                }
            }
        }
        catch (Exception trouble) when (IsOfTheWire(trouble) && !stop.IsCancellationRequested)
        {
            throw _silence.Silent.IsCancellationRequested
                ? new TransportException(
                    TransportFailure.TimedOut,
                    $"nothing was heard for {_limits.Silence.TotalSeconds:0} seconds"
                )
                : new TransportException(TransportFailure.ConnectionLost, ReasonOf(trouble), trouble);
        }
        finally
        {
            _silence.Rest();
        }
    }

    /// <summary>Says goodbye if somebody is there to hear it, waits a moment for the answer, and frees the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _silence.DisposeAsync().ConfigureAwait(false);
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            await SayGoodbyeAsync().ConfigureAwait(false);
        }
        _socket.Dispose();
        _invoker.Dispose();
    }

    private async Task ConnectAsync(Uri address, SignedRequest signed, CancellationToken cancel)
    {
        KeepAlive.Set(_socket.Options, _limits.KeepAlive);
        foreach (var (name, value) in signed.Headers)
        {
            _socket.Options.SetRequestHeader(name, value);
        }
        using var limit = new CancellationTokenSource(_limits.Open, _wireClock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            await _socket.ConnectAsync(address, _invoker, both.Token).ConfigureAwait(false);
        }
        catch (Exception trouble) when (IsOfTheWire(trouble) && !cancel.IsCancellationRequested)
        {
            if (_upgrade.Refusal is { } refusal)
            {
                throw new UpgradeRefusedException(refusal);
            }
            throw limit.IsCancellationRequested
                ? new TransportException(
                    TransportFailure.TimedOut,
                    $"no answer within {_limits.Open.TotalSeconds:0} seconds"
                )
                : new TransportException(TransportFailure.NotConnected, ReasonOf(trouble), trouble);
        }
    }

    private async Task SayGoodbyeAsync()
    {
        using var limit = new CancellationTokenSource(_limits.Close, _wireClock);
        try
        {
            await _socket
                .CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token)
                .ConfigureAwait(false);
        }
        catch (Exception trouble) when (IsOfTheWire(trouble))
        {
            _socket.Abort();
        }
    }

    private void Take(int count)
    {
        _frame.Advance(count);
        if (_frame.WrittenCount > _limits.LargestFrame)
        {
            throw new TransportException(
                TransportFailure.TooLarge,
                $"a frame is larger than {_limits.LargestFrame / (1024 * 1024)} MiB"
            );
        }
    }

    private static bool IsOfTheWire(Exception trouble) =>
        trouble
            is WebSocketException
                or HttpRequestException
                or IOException
                or OperationCanceledException
                or ObjectDisposedException;

    // The outermost message only says that a WebSocket failed; the innermost one says why.
    private static string ReasonOf(Exception trouble) => trouble.GetBaseException().Message.TrimEnd('.');
}
