namespace Exchange.Simulator.Okx.OAuth;

/// <summary>Where a device code stands.</summary>
internal enum DeviceGrantState
{
    Pending,
    Approved,
    Denied,
    Redeemed,
}

/// <summary>A device code on its way to a session (RFC 8628).</summary>
internal sealed class DeviceGrant
{
    public required string UserCode { get; init; }

    public required string DeviceCode { get; init; }

    public required string ClientId { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>The scopes that the person gave, when they are not those that were asked for.</summary>
    public IReadOnlyList<string>? GrantedScopes { get; set; }

    public required string? Resource { get; init; }

    public required long ExpiresMs { get; set; }

    public required long IntervalMs { get; set; }

    public long EarliestPollMs { get; set; }

    public DeviceGrantState State { get; set; }

    public bool IsOver(long nowMs) => nowMs >= ExpiresMs;

    /// <summary>What it is called where people and tests read it.</summary>
    public string StateName(long nowMs) =>
        State is DeviceGrantState.Pending or DeviceGrantState.Approved && IsOver(nowMs)
            ? "expired"
            : State.ToString().ToLowerInvariant();
}
