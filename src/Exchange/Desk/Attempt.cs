namespace Exchange.Desk;

/// <summary>What an attempt is going to do, written down before the first byte is sent.</summary>
/// <param name="AttemptId">The journal's key.</param>
/// <param name="At">When it was written, just before the send.</param>
/// <param name="Service">The service, such as <c>BitoPro</c>.</param>
/// <param name="Operation">What it does, such as <c>PlaceOrder</c>.</param>
/// <param name="Account">The account, masked; null when there is none.</param>
/// <param name="Address">The service's base address: an attempt in a simulator is never looked for on the live service.</param>
/// <param name="Facts">What identifies its effect at the service: pair, side, amount. No secret.</param>
public sealed record AttemptIntent(
    string AttemptId,
    DateTimeOffset At,
    string Service,
    string Operation,
    string? Account,
    Uri Address,
    IReadOnlyDictionary<string, string> Facts
)
{
    /// <summary>
    /// The same moment in milliseconds since the machine was started, which nobody sets: a clock that is moved does not make an attempt
    /// older. Null in lines of before.
    /// </summary>
    public long? SinceStartMs { get; init; }
}

/// <summary>How an attempt ended, or that this is not known.</summary>
/// <param name="AttemptId">The journal's key.</param>
/// <param name="At">When it was written.</param>
/// <param name="State">Accepted, Rejected or Unknown.</param>
/// <param name="Reference">The service's id of what came of it, such as an order id.</param>
/// <param name="Reason">Why it is so; null for a plain acceptance.</param>
public sealed record AttemptOutcome(
    string AttemptId,
    DateTimeOffset At,
    AttemptState State,
    string? Reference,
    string? Reason
);

/// <summary>One attempt as the journal knows it: its intent and the last outcome.</summary>
public sealed record Attempt
{
    /// <summary>The journal's key.</summary>
    public required string AttemptId { get; init; }

    /// <summary>Accepted, Rejected or Unknown; an intent without an outcome reads as Unknown.</summary>
    public required AttemptState State { get; init; }

    /// <summary>When the intent was written, just before the send.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the last outcome was written.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The service, such as <c>BitoPro</c>.</summary>
    public required string Service { get; init; }

    /// <summary>What it does, such as <c>PlaceOrder</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The service's id of what came of it, such as an order id.</summary>
    public string? Reference { get; init; }

    /// <summary>Why it is in this state.</summary>
    public string? Reason { get; init; }

    /// <summary>The account, masked.</summary>
    public string? Account { get; init; }

    /// <summary>The service's base address.</summary>
    public required Uri Address { get; init; }

    /// <summary>What identifies its effect at the service.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>As in <see cref="AttemptIntent.SinceStartMs"/>.</summary>
    internal long? SinceStartMs { get; init; }

    /// <summary>How much earlier than <see cref="StartedAt"/> it may have been in truth.</summary>
    internal TimeSpan MayBeEarlierBy { get; init; }

    /// <summary>How much later than <see cref="StartedAt"/> it may have been in truth.</summary>
    internal TimeSpan MayBeLaterBy { get; init; }

    /// <summary>The facts in one line: <c>pair=btc_twd side=BUY ...</c>.</summary>
    public string Summary => string.Join(' ', Facts.Select(fact => $"{fact.Key}={fact.Value}"));
}
