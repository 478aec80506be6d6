namespace Exchange.Http;

/// <summary>Hears what happens on the way: requests for a verbose stream, warnings for the user. Called on any thread.</summary>
public sealed record ApiListener(Action<ApiEvent> Tell, Action<string> Warn)
{
    /// <summary>Hears nothing.</summary>
    public static ApiListener Silent { get; } = new(_ => { }, _ => { });
}

/// <summary>What all clients of a process share: connections, limits, the clock and chance.</summary>
public sealed class ReadCorridor(TimeProvider clock, Func<double> random) : IDisposable
{
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
        new(service, signer, Transport, Limiter, clock, random, listener.Tell);

    /// <inheritdoc/>
    public void Dispose() => Transport.Dispose();
}
