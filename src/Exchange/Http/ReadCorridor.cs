using System.Collections.Concurrent;
using System.Net;

namespace Exchange.Http;

/// <summary>Hears what happens on the way: requests for a verbose stream, warnings for the user. Called on any thread.</summary>
public sealed record ApiListener(Action<ApiEvent> Tell, Action<string> Warn)
{
    /// <summary>Hears what is worth a line of a verbose stream and belongs to no request.</summary>
    public Action<string> Note { get; init; } = _ => { };

    /// <summary>Hears nothing.</summary>
    public static ApiListener Silent { get; } = new(_ => { }, _ => { });
}

/// <summary>What all clients of a process share: connections, limits, the clock and chance.</summary>
public sealed class ReadCorridor(TimeProvider clock, Func<double> random) : IDisposable
{
    private readonly ConcurrentDictionary<Uri, Lazy<ApiTransport>> _proxied = new();

    /// <summary>Source of every time.</summary>
    public TimeProvider Clock => clock;

    /// <summary>The next number of chance, 0 to 1.</summary>
    public double Chance() => random();

    /// <summary>The connections.</summary>
    public ApiTransport Transport { get; init; } = new(clock);

    /// <summary>The limits.</summary>
    internal RateLimiter Limiter { get; init; } = new(clock);

    /// <summary>A client of one service for one account.</summary>
    public ApiClient ClientOf(ApiService service, IRequestSigner signer, ApiListener listener) =>
        ClientOf(service, signer, listener, proxy: null);

    /// <summary>The same through a proxy of the account's own, whose user and password, if any, are in its address.</summary>
    public ApiClient ClientOf(ApiService service, IRequestSigner signer, ApiListener listener, Uri? proxy) =>
        new(service, signer, TransportBy(proxy), Limiter, clock, random, listener.Tell);

    /// <summary>The connections of an account: the shared ones, or those through a proxy of its own.</summary>
    internal ApiTransport TransportBy(Uri? proxy) => proxy is null ? Transport : Through(proxy);

    /// <inheritdoc/>
    public void Dispose()
    {
        Transport.Dispose();
        foreach (var transport in _proxied.Values.Where(transport => transport.IsValueCreated))
        {
            transport.Value.Dispose();
        }
    }

    private ApiTransport Through(Uri proxy) =>
        _proxied
            .GetOrAdd(
                proxy,
                address => new Lazy<ApiTransport>(() => new ApiTransport(Transport.Clock, proxy: Proxy(address)))
            )
            .Value;

    private static WebProxy Proxy(Uri address)
    {
        var user = address.UserInfo.Split(':', 2);
        return new WebProxy(new Uri(address.GetLeftPart(UriPartial.Scheme) + address.Authority))
        {
            Credentials =
                address.UserInfo.Length == 0
                    ? null
                    : new NetworkCredential(Uri.UnescapeDataString(user[0]), Uri.UnescapeDataString(user[^1])),
        };
    }
}
