using Exchange.Codex.Store;

namespace Exchange.Codex;

/// <summary>How the last queued job went, and what is pending (codex-auth.md section 7).</summary>
public sealed record CodexAuthStatus
{
    /// <summary>True when it succeeded, null while it runs, false when it failed or there was none.</summary>
    public required bool? Ok { get; init; }

    /// <summary>queued, stopping, writing, starting, verifying, succeeded, failed; abandoned when its process has gone; none.</summary>
    public required string State { get; init; }

    /// <summary>The job's profile.</summary>
    public string? ProfileId { get; init; }

    /// <summary>The job.</summary>
    public string? JobId { get; init; }

    /// <summary>The last change, in UTC.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>What went wrong, step by step.</summary>
    public required IReadOnlyList<CodexStepError> Errors { get; init; }

    /// <summary>Puts the store back as it was before the job.</summary>
    public string? RevertCommand { get; init; }

    /// <summary>The file that this was read from; null when there is none.</summary>
    public string? StatusPath { get; init; }

    /// <summary>Sign-ins that were begun and not completed.</summary>
    public required IReadOnlyList<CodexPendingSignIn> Pending { get; init; }

    /// <summary>What the logins are kept in.</summary>
    public required CodexStoreKind StoreKind { get; init; }

    /// <summary>The store.</summary>
    public required string StorePath { get; init; }
}

/// <summary>What went wrong in a step of a job.</summary>
/// <param name="Step">preflight, stop, write, start, verify; null when there is no job.</param>
/// <param name="Error">An error id, or how a command ended and what it said.</param>
public sealed record CodexStepError(string? Step, string Error)
{
    /// <inheritdoc/>
    public override string ToString() => Step is null ? Error : $"{Step}: {Error}";
}

/// <summary>A sign-in that was begun and not completed.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="CreatedAt">When it was begun, in UTC.</param>
/// <param name="ExpiresAt">Until when it can be completed, in UTC.</param>
/// <param name="Expired">True when that is over.</param>
public sealed record CodexPendingSignIn(
    string ProfileId,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    bool Expired
)
{
    /// <inheritdoc/>
    public override string ToString() => ProfileId;
}
