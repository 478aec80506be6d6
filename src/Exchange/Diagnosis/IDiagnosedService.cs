namespace Exchange.Diagnosis;

/// <summary>What a service tells of itself so that the way to it can be checked. A service is one of these, and nothing else knows it.</summary>
public interface IDiagnosedService
{
    /// <summary>Its name, as in <c>-Service</c>.</summary>
    string Name { get; }

    /// <summary>How far the clocks may be apart before it refuses signed calls.</summary>
    TimeSpan ClockTolerance { get; }

    /// <summary>Where calls go, and who said so, in words: <c>BITOPRO_BASE_URL</c>, the simulator, the live service.</summary>
    /// <exception cref="ExchangeException">What somebody wrote is no fit address.</exception>
    (Uri Address, string Source) Endpoint();

    /// <summary>A public address, small and harmless to ask, whose answer carries the service's clock.</summary>
    Uri ClockAddress(Uri endpoint);

    /// <summary>Where the credentials were found, in words that show nothing of them.</summary>
    /// <exception cref="ExchangeException">They are missing or broken.</exception>
    string Credentials();

    /// <summary>Makes a signed call that changes nothing, and says which.</summary>
    /// <exception cref="ExchangeException">What the service, or the way to it, had against it.</exception>
    Task<string> SignedCallAsync(CancellationToken cancel);
}
