namespace Exchange.Diagnosis;

/// <summary>What a service tells of itself so that the way to it can be checked. A service is one of these, and nothing else knows it.</summary>
public interface IDiagnosedService
{
    /// <summary>Its name, as in <c>-Service</c>.</summary>
    string Name { get; }

    /// <summary>How far the clocks may be apart before it refuses signed calls, or judges tokens otherwise than this machine does.</summary>
    TimeSpan ClockTolerance { get; }

    /// <summary>What can be looked at on this machine alone, in this order; a failure leaves the rest of them out.</summary>
    IReadOnlyList<LocalCheck> LocalChecks { get; }

    /// <summary>Where calls go, and who said so, in words: <c>BITOPRO_BASE_URL</c>, the simulator, the live service.</summary>
    /// <exception cref="ExchangeException">What somebody wrote is no fit address.</exception>
    (Uri Address, string Source) Endpoint();

    /// <summary>The proxy of this service alone, and who named it; null when the system or the environment decides.</summary>
    /// <exception cref="ExchangeException">What somebody wrote is no fit address.</exception>
    (Uri Address, string Source)? OwnProxy() => null;

    /// <summary>A public address, small and harmless to ask, whose answer carries the service's clock.</summary>
    Uri ClockAddress(Uri endpoint);

    /// <summary>Makes a call with the credentials that changes nothing, and says which.</summary>
    /// <exception cref="ExchangeException">What the service, or the way to it, had against it.</exception>
    Task<CheckResult> SignedCallAsync(CancellationToken cancel);
}
