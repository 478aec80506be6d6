namespace Exchange.Guard;

/// <summary>What happens when nobody answers an escalation (trade-guard.md 8.4).</summary>
public static class EscalationActions
{
    /// <summary>Keep what is open, start nothing new. Always safe.</summary>
    public const string HaltNoNew = "HALT_NO_NEW";

    /// <summary>Cancel the session's own open orders, close positions where possible.</summary>
    public const string CloseAll = "CLOSE_ALL";

    /// <summary>One more step of the approved policy, then escalate again.</summary>
    public const string ResumeLastApproved = "RESUME_LAST_APPROVED_BEHAVIOR";

    // Nineteen million years: enough, and the product below stays a decimal.
    private const decimal LongestMinutes = 10_000_000_000_000;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [HaltNoNew, CloseAll, ResumeLastApproved];

    /// <summary>True for an action of the contract.</summary>
    public static bool IsKnown(string? action) => All.Contains(action, StringComparer.Ordinal);

    /// <summary>True for what a person must have agreed to by name.</summary>
    public static bool NeedsOptIn(string action) => action is CloseAll or ResumeLastApproved;

    /// <summary>
    /// What is due now; null while the time of an answer has not run out. Without a recorded opt-in it is
    /// <see cref="HaltNoNew"/>. Nothing is done here, and no timer runs.
    /// </summary>
    /// <param name="session">The session that escalated.</param>
    /// <param name="escalatedAt">When it did.</param>
    /// <param name="now">The moment of the question.</param>
    public static string? Due(TradeSession session, DateTimeOffset escalatedAt, DateTimeOffset now) =>
        (decimal)(now - escalatedAt).Ticks
        < Math.Min(session.Policy.TimeoutMinutes, LongestMinutes) * TimeSpan.TicksPerMinute
            ? null
            : InForce(session.Policy);

    /// <summary>The action that the approval covers.</summary>
    public static string InForce(TradeSessionPolicy policy) =>
        !NeedsOptIn(policy.TimeoutAction) || policy.OptedInAction == policy.TimeoutAction
            ? policy.TimeoutAction
            : HaltNoNew;
}
