namespace Exchange.Codex;

/// <summary>A sign-in that was completed, or whose write was queued (codex-auth.md 5.9 and section 6).</summary>
public sealed record CodexAuthResult
{
    /// <summary>True: the tokens were had, and written or handed to the job.</summary>
    public bool Ok { get; init; } = true;

    /// <summary>The profile.</summary>
    public required string ProfileId { get; init; }

    /// <summary>The account, as the token names it.</summary>
    public required string AccountId { get; init; }

    /// <summary>When the access token ends, in UTC.</summary>
    public required DateTimeOffset Expires { get; init; }

    /// <summary>True when a background job writes it; <see cref="StatusCommand"/> tells how that went.</summary>
    public bool Queued { get; init; }

    /// <summary>The provider in the record.</summary>
    public required string ProviderWritten { get; init; }

    /// <summary>The store as it was before; null when there was none, or a job writes it.</summary>
    public string? BackupPath { get; init; }

    /// <summary>True: a gateway that runs may hold older logins in memory and write them back.</summary>
    public bool RestartRecommended { get; init; } = true;

    /// <summary>False when the other program's configuration lists profiles and not this one; null when it cannot be read.</summary>
    public bool? ConfigDeclared { get; init; }

    /// <summary>True when a file beside the store decides the order of profiles.</summary>
    public bool OrderManagedElsewhere { get; init; }

    /// <summary>Puts the store back as it was; null when there was none.</summary>
    public string? RevertCommand { get; init; }

    /// <summary>The job, when one was queued.</summary>
    public string? JobId { get; init; }

    /// <summary>How to ask how the job went.</summary>
    public string? StatusCommand { get; init; }

    /// <summary>What the job did, in lines.</summary>
    public string? LogPath { get; init; }
}
