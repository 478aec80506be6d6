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
        var route = address is null ? default : RouteTo(service, address);
        foreach (var (step, body) in Network(service, address, route))
        {
            var check = reached
                ? await CheckAsync(service, step, body, cancel).ConfigureAwait(false)
                : Skipped(service, step);
            reached &= check.Verdict != CheckVerdict.Failed || step is ConnectionStep.Clock;
            yield return check;
        }
        // What is on this machine is looked at all the same: both may be wrong.
        var hasCredentials = true;
        foreach (var (step, body) in service.LocalChecks)
        {
            var check = hasCredentials
                ? await CheckAsync(service, step, body, cancel).ConfigureAwait(false)
                : Skipped(service, step);
            hasCredentials &= check.Verdict != CheckVerdict.Failed;
            yield return check;
        }
        yield return reached && hasCredentials
            ? await CheckAsync(service, ConnectionStep.SignedCall, service.SignedCallAsync, cancel)
                .ConfigureAwait(false)
            : Skipped(service, ConnectionStep.SignedCall);
    }

    private IEnumerable<(ConnectionStep, Func<CancellationToken, Task<CheckResult>>)> Network(
        IDiagnosedService service,
        Uri? address,
        Route route
    )
    {
        // Behind a proxy it is the proxy that this machine must reach; the name and the certificate are the proxy's business to ask for.
        var near = route.Proxy ?? address!;
        yield return (ConnectionStep.Proxy, _ => Task.FromResult(Proxy(route)));
        yield return (ConnectionStep.Dns, stop => _path.ResolveAsync(near, stop));
        yield return (ConnectionStep.Tcp, stop => NetworkPath.ConnectAsync(near, stop));
        yield return (ConnectionStep.Tls, stop => TlsAsync(address!, route.Proxy, stop));
        yield return (ConnectionStep.Clock, stop => ClockAsync(service, address!, route, stop));
    }

    /// <summary>The proxy on the way, if any; and who named it, when it is the service's own.</summary>
    private readonly record struct Route(Uri? Proxy, string? Source);

    private Route RouteTo(IDiagnosedService service, Uri address) =>
        service.OwnProxy() is { } own ? new Route(own.Address, own.Source) : new Route(_proxyFor(address), null);

    private static CheckResult Endpoint(IDiagnosedService service, out Uri? address)
    {
        (address, var source) = service.Endpoint();
        return CheckResult.Passed($"{address} ({source}).");
    }

    // Without the user and the password that its address may hold.
    private static CheckResult Proxy(Route route) =>
        CheckResult.Passed(
            route.Proxy is not { } proxy
                ? Language.Choose("None: requests go straight to the service.", "沒有：請求直接送往服務。")
            : route.Source is { } source ? $"{proxy.Scheme}://{proxy.Authority} ({source})"
            : $"{proxy.Scheme}://{proxy.Authority}"
        );

    private async Task<CheckResult> TlsAsync(Uri address, Uri? proxy, CancellationToken cancel)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
        {
            return CheckResult.Skipped(
                Language.Choose("Plain http, to this machine only.", "未加密的 http，只連到這台電腦。")
            );
        }
        return proxy is null
            ? await _path.AuthenticateAsync(address, cancel).ConfigureAwait(false)
            : CheckResult.Skipped(
                Language.Choose(
                    "The proxy makes that connection; the next checks go through it.",
                    "由代理伺服器建立連線；其後的檢查都經過它。"
                )
            );
    }

    private async Task<CheckResult> ClockAsync(
        IDiagnosedService service,
        Uri address,
        Route route,
        CancellationToken cancel
    )
    {
        var before = _corridor.Clock.GetUtcNow();
        ApiReply reply;
        try
        {
            reply = await _corridor
                .TransportBy(route.Source is null ? null : route.Proxy)
                .SendAsync(service.ClockAddress(address), HttpMethod.Get, new SignedRequest([], null), null, cancel)
                .ConfigureAwait(false);
        }
        catch (TransportException trouble)
        {
            return CheckResult.Failed(
                Language.Choose(
                    $"The service did not answer: {trouble.Message}.",
                    $"服務沒有回應：{trouble.Message}。"
                ),
                Language.Choose(
                    "Try again; if it stays so, the service may be down.",
                    "請再試一次；若仍如此，服務可能停止運作。"
                )
            );
        }
        var after = _corridor.Clock.GetUtcNow();
        return reply.Date is { } theirs
            ? ClockSkew.Judge(theirs, before, after, service.ClockTolerance)
            : CheckResult.Skipped(
                Language.Choose("The answer does not say what time it is there.", "回應沒有說明服務的時間。")
            );
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
                Language.Choose(
                    $"Nothing came within {TimeLimit.TotalSeconds:0} seconds.",
                    $"{TimeLimit.TotalSeconds:0} 秒內沒有任何回應。"
                ),
                Language.Choose(
                    "Check the network, and whether a firewall drops what it does not let through; -TimeoutSec waits longer.",
                    "請檢查網路，以及防火牆是否丟棄連線；-TimeoutSec 可等待更久。"
                )
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
            Detail = Language.Choose("An earlier check failed.", "先前的檢查失敗。"),
        };
}
