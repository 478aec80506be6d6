using System.Runtime.CompilerServices;
using Exchange.Http;

namespace Exchange.Diagnosis;

/// <summary>Goes the way of a request to one service, and says of each step how it ended.</summary>
public sealed class ServiceDiagnosis
{
    private readonly ReadCorridor _corridor;
    private readonly NetworkPath _path;
    private readonly Func<Uri, Uri?> _proxyFor;

    /// <summary>Looks through the corridor that the service's calls take.</summary>
    public ServiceDiagnosis(ReadCorridor corridor)
        : this(corridor, null, null) { }

    internal ServiceDiagnosis(ReadCorridor corridor, NetworkPath? path, Func<Uri, Uri?>? proxyFor)
    {
        ArgumentNullException.ThrowIfNull(corridor);
        _corridor = corridor;
        _path = path ?? new NetworkPath(corridor.Clock);
        _proxyFor = proxyFor ?? ApiTransport.ProxyFor;
    }

    /// <summary>How long one step may take.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    private TimeProvider Wire => _corridor.Transport.Clock;

    /// <summary>One check after the other; what cannot be checked after a failure is skipped and says so.</summary>
    public async IAsyncEnumerable<ConnectionCheck> RunAsync(
        IDiagnosedService service,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(service);
        Uri? address = null;
        yield return await CheckAsync(
                service,
                ConnectionStep.Endpoint,
                _ => Task.FromResult(Endpoint(service, out address)),
                cancel
            )
            .ConfigureAwait(false);
        var reached = address is not null;
        var proxy = address is null ? null : _proxyFor(address);
        foreach (var (step, body) in Steps(service, address, proxy))
        {
            var check =
                reached || step == ConnectionStep.Credentials
                    ? await CheckAsync(service, step, body, cancel).ConfigureAwait(false)
                    : Skipped(service, step);
            reached &= check.Verdict != CheckVerdict.Failed || step is ConnectionStep.Clock;
            yield return check;
        }
    }

    private IEnumerable<(ConnectionStep, Func<CancellationToken, Task<CheckResult>>)> Steps(
        IDiagnosedService service,
        Uri? address,
        Uri? proxy
    )
    {
        // Behind a proxy it is the proxy that this machine must reach; the name and the certificate are the proxy's business to ask for.
        var near = proxy ?? address!;
        yield return (ConnectionStep.Proxy, _ => Task.FromResult(Proxy(proxy)));
        yield return (ConnectionStep.Dns, stop => _path.ResolveAsync(near, stop));
        yield return (ConnectionStep.Tcp, stop => NetworkPath.ConnectAsync(near, stop));
        yield return (ConnectionStep.Tls, stop => TlsAsync(address!, proxy, stop));
        yield return (ConnectionStep.Clock, stop => ClockAsync(service, address!, stop));
        yield return (ConnectionStep.Credentials, _ => Task.FromResult(CheckResult.Passed(service.Credentials())));
        yield return (
            ConnectionStep.SignedCall,
            async stop => CheckResult.Passed(await service.SignedCallAsync(stop).ConfigureAwait(false))
        );
    }

    private static CheckResult Endpoint(IDiagnosedService service, out Uri? address)
    {
        (address, var source) = service.Endpoint();
        return CheckResult.Passed($"{address} ({source}).");
    }

    private static CheckResult Proxy(Uri? proxy) =>
        proxy is null
            ? CheckResult.Passed("None: requests go straight to the service.")
            : CheckResult.Passed($"{proxy.Scheme}://{proxy.Authority}");

    private async Task<CheckResult> TlsAsync(Uri address, Uri? proxy, CancellationToken cancel)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
        {
            return CheckResult.Skipped("Plain http, to this machine only.");
        }
        return proxy is null
            ? await _path.AuthenticateAsync(address, cancel).ConfigureAwait(false)
            : CheckResult.Skipped("The proxy makes that connection; the next checks go through it.");
    }

    private async Task<CheckResult> ClockAsync(IDiagnosedService service, Uri address, CancellationToken cancel)
    {
        var before = _corridor.Clock.GetUtcNow();
        ApiReply reply;
        try
        {
            reply = await _corridor
                .Transport.SendAsync(
                    service.ClockAddress(address),
                    HttpMethod.Get,
                    new SignedRequest([], null),
                    null,
                    cancel
                )
                .ConfigureAwait(false);
        }
        catch (TransportException trouble)
        {
            return CheckResult.Failed(
                $"The service did not answer: {trouble.Message}.",
                "Try again; if it stays so, the service may be down."
            );
        }
        var after = _corridor.Clock.GetUtcNow();
        return reply.Date is { } theirs
            ? ClockSkew.Judge(theirs, before, after, service.ClockTolerance)
            : CheckResult.Skipped("The answer does not say what time it is there.");
    }

    private async Task<ConnectionCheck> CheckAsync(
        IDiagnosedService service,
        ConnectionStep step,
        Func<CancellationToken, Task<CheckResult>> body,
        CancellationToken cancel
    )
    {
        var started = Wire.GetTimestamp();
        using var limit = new CancellationTokenSource(TimeLimit, Wire);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        CheckResult result;
        try
        {
            result = await body(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            result = CheckResult.Failed(
                $"Nothing came within {TimeLimit.TotalSeconds:0} seconds.",
                "Check the network, and whether a firewall drops what it does not let through; -TimeoutSec waits longer."
            );
        }
        catch (ExchangeException trouble)
        {
            result = new CheckResult(CheckVerdict.Failed, $"{trouble.ErrorId}: {trouble.Message}", trouble.Remedy);
        }
        return new ConnectionCheck
        {
            Service = service.Name,
            Check = step,
            Verdict = result.Verdict,
            Detail = result.Detail,
            Remedy = result.Remedy,
            Duration = result.Verdict == CheckVerdict.Skipped ? null : Wire.GetElapsedTime(started),
        };
    }

    private static ConnectionCheck Skipped(IDiagnosedService service, ConnectionStep step) =>
        new()
        {
            Service = service.Name,
            Check = step,
            Verdict = CheckVerdict.Skipped,
            Detail = "An earlier check failed.",
        };
}
