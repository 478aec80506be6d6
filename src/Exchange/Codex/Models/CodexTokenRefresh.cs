namespace Exchange.Codex;

/// <summary>A profile whose token was renewed, or did not need to be (codex-auth.md section 11).</summary>
public sealed record CodexTokenRefresh
{
    /// <summary>The profile.</summary>
    public required string ProfileId { get; init; }

    /// <summary>The account.</summary>
    public required string? AccountId { get; init; }

    /// <summary>When the access token ends, in UTC.</summary>
    public required DateTimeOffset? Expires { get; init; }

    /// <summary>True when it was renewed by this call.</summary>
    public required bool Refreshed { get; init; }

    /// <summary>The store as it was before; null when nothing was written.</summary>
    public string? BackupPath { get; init; }
}
