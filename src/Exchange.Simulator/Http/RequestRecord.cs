namespace Exchange.Simulator;

/// <summary>One request that reached a service of the simulator.</summary>
/// <param name="Number">Its place among all requests, from 1.</param>
/// <param name="Time">The venue's time at which it arrived.</param>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Path">The path as sent, with the query.</param>
/// <param name="Account">The name of the account whose key signed it; null when it was not signed or not believed.</param>
/// <param name="Status">The HTTP status of the reply; 0 when the connection was closed without one.</param>
/// <param name="Fault">The fault that struck it, if one did.</param>
/// <param name="IsIdentified">Whether all five identification headers of bitopro.md 1.2 were present with their values.</param>
/// <param name="BodyHash">SHA-256 of its body in lower-case hex, so that a test can tell whether two were alike; null when it had none.</param>
public sealed record RequestRecord(
    long Number,
    DateTimeOffset Time,
    string Method,
    string Path,
    string? Account,
    int Status,
    FaultKind? Fault,
    bool IsIdentified,
    string? BodyHash = null
);
