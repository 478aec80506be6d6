namespace Exchange.Codex;

/// <summary>What an account has used of its plan, and how the profile here is (codex-auth.md section 12).</summary>
public sealed record CodexUsage
{
    /// <summary>The profile.</summary>
    public required string ProfileId { get; init; }

    /// <summary>True when the service answered.</summary>
    public required bool RemoteOk { get; init; }

    /// <summary>HTTP status; null without an answer.</summary>
    public int? RemoteStatus { get; init; }

    /// <summary>Why there are no figures; null when there are.</summary>
    public string? RemoteError { get; init; }

    /// <summary>The plan, as the service calls it.</summary>
    public string? Plan { get; init; }

    /// <summary>True when requests are taken now.</summary>
    public bool? Allowed { get; init; }

    /// <summary>True when a limit is used up.</summary>
    public bool? LimitReached { get; init; }

    /// <summary>Credits beside the plan, in the service's own unit.</summary>
    public decimal? CreditsBalance { get; init; }

    /// <summary>The limits, shortest first as the service gives them.</summary>
    public IReadOnlyList<CodexUsageWindow> Windows { get; init; } = [];

    /// <summary>The profile as the store here has it: valid, expiring, expired, missing, invalid_expires.</summary>
    public required string ExpiryState { get; init; }

    /// <summary>When its access token ends, in UTC.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The account.</summary>
    public string? AccountId { get; init; }

    /// <summary>True when there is a refresh token.</summary>
    public bool HasRefresh { get; init; }
}

/// <summary>A limit over a time.</summary>
public sealed record CodexUsageWindow
{
    /// <summary>5h, Day, Week.</summary>
    public required string Label { get; init; }

    /// <summary>Percent used, 0 to 100.</summary>
    public decimal? UsedPercent { get; init; }

    /// <summary>Percent left, never below 0.</summary>
    public decimal? RemainingPercent { get; init; }

    /// <summary>When it starts anew, in UTC.</summary>
    public DateTimeOffset? ResetAt { get; init; }

    /// <summary>How long until then.</summary>
    public TimeSpan? ResetAfter { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        RemainingPercent is { } left ? FormattableString.Invariant($"{Label} {left:0.##}% left") : Label;
}
