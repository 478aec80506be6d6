using System.Diagnostics;
using static Exchange.Guard.GuardVerdict;

namespace Exchange.Guard;

/// <summary>One row of the ladder.</summary>
/// <param name="Name">The contract's number of it.</param>
/// <param name="Applies">All parts of its condition.</param>
/// <param name="Verdict">What it says.</param>
/// <param name="Reason">The reason code.</param>
public sealed record GuardRow(
    string Name,
    Func<GuardFacts, bool> Applies,
    GuardVerdict Verdict,
    Func<GuardFacts, string> Reason
)
{
    internal GuardRow(string name, Func<GuardFacts, bool> applies, GuardVerdict verdict, string reason)
        : this(name, applies, verdict, _ => reason) { }
}

/// <summary>The decision ladder (trade-guard.md section 3): tried top down, the first row that applies decides.</summary>
public static class GuardLadder
{
    // Row 3a is in the facts: a draft is no session. Row 4u is section 11, row 9: a cap, and a size that cannot be compared with it.
    // csharpier-ignore
    private static readonly GuardRow[] InOrder =
    [
        new("1", f => f.AltersPolicy, BLOCK, "policy_bypass_or_untrusted_instruction"),
        new("2", f => f.IsExecution && f.IsDuplicate, PAUSE, "duplicate_execution_suspected"),
        new("3b", f => f.HasSession && !f.IsFresh, ESCALATE, "session_present_but_not_fresh"),
        new("3c", f => f.HasSession && f.IsExecution && f.IsInside, ALLOW_IN_SESSION, "inside_approved_strategy_boundary"),
        new("3d", f => f.HasSession && f.IsExecution && f.Step is not null && !f.HasSize, ESCALATE, "pending_step_size_invalid_or_missing"),
        new("3e", f => f.HasSession && f.IsExecution && f.HasSize, ESCALATE, "session_present_but_not_in_boundary"),
        new("3f", f => f.HasSession, REMIND, "active_session_visibility_reminder"),
        new("4", f => f.ExceedsCap, ESCALATE, f => $"pending_size_{f.SizeText}_exceeds_global_cap_{f.CapText}"),
        new("4u", f => f.IsUncomparable, ESCALATE, "pending_step_size_invalid_or_missing"),
        new("5", f => f.LooksLikeStrategy, APPROVE_SESSION, "new_strategy_session_needs_approval"),
        new("6", f => !f.LooksLikeTrade, ALLOW, "not_trade_related"),
        new("7", f => !f.Text.HasCoreFields || f.Text.IsAmbiguous, CLARIFY, "ambiguous_or_missing_fields"),
        new("8", f => f.Text.IsHighRisk || f.Text.IsSoftCoercion || f.Text.IsWeakConfirmation, ESCALATE, "high_risk_or_boundary_sensitive_request"),
        new("9", _ => true, ALLOW, "clear_trade_request"),
    ];

    /// <summary>The rows, in the contract's order.</summary>
    public static IReadOnlyList<GuardRow> Rows => InOrder;

    /// <summary>The first row that applies.</summary>
    public static GuardRow Decide(GuardFacts facts)
    {
        foreach (var row in InOrder)
        {
            if (row.Applies(facts))
            {
                return row;
            }
        }
        throw new UnreachableException("The last row always applies.");
    }
}
