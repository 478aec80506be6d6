using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using Exchange.Http;

namespace Exchange.Streams;

/// <summary>
/// The stream corridor: sign, open, receive, decode; and when the connection is lost, back off and do it again, with a
/// signature of its own for each connection.
/// </summary>
/// <remarks>
/// It ends when the reader has enough, when it is cancelled, or when the service's answer to an upgrade is one that will not
/// change: a bad signature, a missing permission, an unknown pair.
/// </remarks>
internal sealed class StreamClient(
    ApiService service,
    IRequestSigner signer,
    ReadCorridor corridor,
    ApiListener listener
)
{
    private SignedRequest? _sent;

    /// <summary>How long it waits for what.</summary>
    public StreamLimits Limits { get; init; } = new();

    /// <summary>What the frames hold, one after the other. Leaving the loop closes the socket.</summary>
    /// <param name="request">What to subscribe to.</param>
    /// <param name="read">From a frame to what goes down the pipeline, called on one thread at a time; a <see cref="JsonException"/>
    /// of it leaves that frame out.</param>
    /// <param name="cancel">Ends the stream.</param>
    /// <exception cref="ExchangeException">The service refuses the stream.</exception>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        StreamRequest request,
        Func<StreamFrame, IReadOnlyList<T>> read,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var buffer = Channel.CreateBounded<IReadOnlyList<T>>(
            new BoundedChannelOptions(Limits.Buffer) { SingleReader = true, SingleWriter = true }
        );
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        // On a thread of its own: the pings of a service want answers also while the reader is busy.
        var filling = Task.Run(() => FillAsync(request, read, buffer.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var items in buffer.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                foreach (var item in items)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await filling.ConfigureAwait(false);
        }
    }

    // Never throws: what ends it early is the reader's to hear.
    private async Task FillAsync<T>(
        StreamRequest request,
        Func<StreamFrame, IReadOnlyList<T>> read,
        ChannelWriter<IReadOnlyList<T>> buffer,
        CancellationToken stop
    )
    {
        try
        {
            await KeepOpenAsync(request, read, buffer, stop).ConfigureAwait(false);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            listener.Tell(new StreamClosed(request.Upgrade));
            buffer.TryComplete();
        }
#pragma warning disable CA1031 // Also a defect must reach the reader, who would wait for ever otherwise.
        catch (Exception trouble)
        {
            buffer.TryComplete(trouble);
        }
#pragma warning restore CA1031
    }

    private async Task KeepOpenAsync<T>(
        StreamRequest request,
        Func<StreamFrame, IReadOnlyList<T>> read,
        ChannelWriter<IReadOnlyList<T>> buffer,
        CancellationToken stop
    )
    {
        var failures = 0;
        for (var connection = 1; ; connection++)
        {
            var (frames, reason) = await ServeAsync(request, connection, read, buffer, stop).ConfigureAwait(false);
            failures = frames > 0 ? 1 : failures + 1;
            var wait = StreamBackoff.Wait(failures, corridor.Chance());
            listener.Tell(new StreamLost(request.Upgrade, reason, wait, failures));
            listener.Warn(
                $"{request.Upgrade.Call} stream: {reason.TrimEnd('.')}. It is opened again in {wait.TotalSeconds:0.0} s."
                    + (request.AfterGap is null || frames == 0 ? "" : $" {request.AfterGap}")
            );
            await Task.Delay(wait, corridor.Clock, stop).ConfigureAwait(false);
        }
    }

    /// <summary>One connection, to its loss: how many frames came, and what ended it.</summary>
    private async Task<(long Frames, string Reason)> ServeAsync<T>(
        StreamRequest request,
        int connection,
        Func<StreamFrame, IReadOnlyList<T>> read,
        ChannelWriter<IReadOnlyList<T>> buffer,
        CancellationToken stop
    )
    {
        var frames = 0L;
        var skipped = 0L;
        try
        {
            var socket = await OpenAsync(request, stop).ConfigureAwait(false);
            await using (socket.ConfigureAwait(false))
            {
                while (await socket.ReceiveAsync(stop).ConfigureAwait(false) is { } json)
                {
                    frames++;
                    if (Decode(request, read, new StreamFrame(connection, json), ref skipped) is { Count: > 0 } items)
                    {
                        await buffer.WriteAsync(items, stop).ConfigureAwait(false);
                    }
                }
                return (frames, socket.Farewell);
            }
        }
        catch (UpgradeRefusedException refused)
        {
            return (frames, ReasonOf(request, refused.Reply, connection));
        }
        catch (TransportException trouble)
        {
            return (frames, trouble.Message);
        }
    }

    private async Task<StreamSocket> OpenAsync(StreamRequest request, CancellationToken stop)
    {
        var started = corridor.Clock.GetTimestamp();
        var signed = signer.Sign(request.Upgrade);
        _sent = signed;
        var socket = await StreamSocket
            .OpenAsync(
                request.Below(service.BaseAddress),
                signed,
                Limits,
                corridor.Clock,
                corridor.Transport.Clock,
                stop
            )
            .ConfigureAwait(false);
        listener.Tell(new StreamOpened(request.Upgrade, corridor.Clock.GetElapsedTime(started)));
        return socket;
    }

    private string ReasonOf(StreamRequest request, ApiReply reply, int connection)
    {
        var error = SentSecrets.Scrub(
            service.ErrorIn(request.Upgrade, reply) ?? ApiErrors.InvalidReply("it is not a stream"),
            _sent
        );
        return MayPass(error.Kind, reply.Status)
            ? error.Message
            : throw ApiErrors.Answered(service, request.Upgrade, reply, error, connection);
    }

    // An invalid reply is a proxy's or a maintenance page's: those go away again.
    private static bool MayPass(ErrorKind kind, int status) =>
        status >= 500
        || kind is ErrorKind.RateLimited or ErrorKind.Timeout or ErrorKind.Conflict or ErrorKind.InvalidReply;

    private IReadOnlyList<T> Decode<T>(
        StreamRequest request,
        Func<StreamFrame, IReadOnlyList<T>> read,
        StreamFrame frame,
        ref long skipped
    )
    {
        try
        {
            return read(frame);
        }
        catch (Exception trouble) when (trouble is JsonException or NotSupportedException or InvalidOperationException)
        {
            var reason = WhatIsWrong(trouble);
            listener.Tell(new StreamFrameSkipped(request.Upgrade, reason));
            // One warning a connection: a service that changes its frames sends many of them.
            if (skipped++ == 0)
            {
                listener.Warn(
                    $"{request.Upgrade.Call} stream: a frame was left out, because {reason}. More of them are told in the "
                        + "verbose stream only."
                );
            }
            return [];
        }
    }

    private static string WhatIsWrong(Exception trouble) =>
        trouble is JsonException { Path: { Length: > 1 } path }
            ? $"its field {path} is not what the contract says"
            : "it is not JSON of the contract's form";
}
