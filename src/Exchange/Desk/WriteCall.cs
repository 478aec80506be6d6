namespace Exchange.Desk;

/// <summary>One effect that a write is going to have: the journal's view of it.</summary>
/// <param name="AttemptId">The caller's id, or null for a new one.</param>
/// <param name="Operation">Such as <c>PlaceOrder</c>.</param>
/// <param name="Facts">What identifies the effect at the service. No secret.</param>
public sealed record PlannedAttempt(string? AttemptId, string Operation, IReadOnlyDictionary<string, string> Facts);

/// <summary>How one planned attempt ended, according to the service's answer.</summary>
public sealed record AttemptResult(AttemptState State, string? Reference, string? Reason)
{
    /// <summary>The service took it and calls it <paramref name="reference"/>.</summary>
    public static AttemptResult Accepted(string? reference) => new(AttemptState.Accepted, reference, null);
}

/// <summary>Everything the write corridor needs to take one draft to its receipt.</summary>
/// <typeparam name="TReceipt">What the service answers.</typeparam>
public sealed record WriteCall<TReceipt>
{
    /// <summary>The service, such as <c>BitoPro</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The service's base address.</summary>
    public required Uri Address { get; init; }

    /// <summary>The account, masked.</summary>
    public string? Account { get; init; }

    /// <summary>What is shown before anything is sent.</summary>
    public required IDraft Draft { get; init; }

    /// <summary>The boundary that applies.</summary>
    public IGuard Guard { get; init; } = OpenGuard.Instance;

    /// <summary>One for each effect, in the order of the answer.</summary>
    public required IReadOnlyList<PlannedAttempt> Attempts { get; init; }

    /// <summary>Waits for whatever must be waited for before the intent is written, such as rate limits.</summary>
    public required Func<CancellationToken, Task> Ready { get; init; }

    /// <summary>Sends once.</summary>
    public required Func<CancellationToken, Task<TReceipt>> Send { get; init; }

    /// <summary>Reads from the answer how each attempt ended, in their order.</summary>
    public required Func<TReceipt, IReadOnlyList<AttemptResult>> Settle { get; init; }
}

/// <summary>What the service said, and the ids under which the journal knows it.</summary>
public sealed record WriteReceipt<TReceipt>(TReceipt Answer, IReadOnlyList<string> AttemptIds);

/// <summary>Shows a draft whole and asks; false means no. Called before anything is written or sent.</summary>
public delegate Task<bool> DraftConfirmation(IDraft draft, CancellationToken cancel);
