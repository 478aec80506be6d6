using System.Net;

namespace Exchange.Simulator.Http;

/// <summary>Carries a request to its service and the reply back, with the fault that strikes it on the way.</summary>
internal sealed class Gateway(
    SimulatorClock clock,
    FaultPlan faults,
    RequestLog log,
    Dispatcher services,
    ControlPlane control,
    SimulatorOptions options
)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly ReplySender _replies = new(clock, options);

    public async Task ServeAsync(HttpListenerContext context, CancellationToken cancel)
    {
        var buffers = CallBuffers.Rent();
        try
        {
            await ServeAsync(context, buffers, cancel).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever went wrong, the client must not wait for ever, and the next one is served.
        catch (Exception)
#pragma warning restore CA1031
        {
            RawConnection.Close(context);
        }
        finally
        {
            buffers.Return();
        }
    }

    private async Task ServeAsync(HttpListenerContext context, CallBuffers buffers, CancellationToken cancel)
    {
        var (path, query) = Split(context.Request.RawUrl ?? "/");
        var body = await RequestBody.ReadAsync(context.Request, cancel).ConfigureAwait(false);
        var isControl = ControlPlane.Owns(path);
        var fault = isControl ? null : faults.Decide(context.Request.HttpMethod, path);
        var now = clock.GetUtcNow() + (fault is { Kind: FaultKind.ClockSkew } ? Skew : TimeSpan.Zero);
        var call = new Call(buffers.Json, buffers.Output)
        {
            Method = context.Request.HttpMethod,
            Path = path,
            Query = QueryValues.Parse(query),
            QueryText = query,
            Headers = context.Request.Headers,
            Body = body,
            NowMs = now.ToUnixTimeMilliseconds(),
        };
        if (isControl)
        {
            control.Answer(call);
            await _replies.SendAsync(context, call, fault: null, now, cancel).ConfigureAwait(false);
            control.AfterReply(call);
            return;
        }
        if (fault is not { HasEffect: false } && Answer(call, context) is { } stream)
        {
            log.Add(call, query, (int)HttpStatusCode.SwitchingProtocols, fault: null);
            await stream(cancel).ConfigureAwait(false);
            return;
        }
        fault?.ApplyTo(call);
        // Logged before the reply leaves, so that a client that has its reply finds its request in the log.
        log.Add(call, query, fault is { IsSilent: true } ? 0 : call.Status, fault?.Kind);
        await _replies.SendAsync(context, call, fault, now, cancel).ConfigureAwait(false);
    }

    private Func<CancellationToken, Task>? Answer(Call call, HttpListenerContext context)
    {
        try
        {
            if (services.OpenStream(call, context) is { } stream)
            {
                return stream;
            }
            services.Answer(call);
        }
        catch (Refusal refusal)
        {
            call.Fail(refusal.Status, refusal.Name, refusal.Message);
        }
        return null;
    }

    private static (string Path, string Query) Split(string rawUrl)
    {
        var mark = rawUrl.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (rawUrl, "") : (rawUrl[..mark], rawUrl[(mark + 1)..]);
    }
}
