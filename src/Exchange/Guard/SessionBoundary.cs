namespace Exchange.Guard;

/// <summary>One limit of a session and what the step would make of it.</summary>
/// <param name="name">What is compared.</param>
/// <param name="holds">True when the step stays within.</param>
/// <param name="detail">Both sides in words, which most decisions never need.</param>
public sealed class BoundaryCheck(string name, bool holds, Func<string, GuardDetail> detail)
{
    /// <summary>What is compared.</summary>
    public string Name => name;

    /// <summary>True when the step stays within.</summary>
    public bool Holds => holds;

    /// <summary>Both sides, in words.</summary>
    public GuardDetail Detail => detail(name);
}

/// <summary>Looks ahead: where the strategy would stand after the step (trade-guard.md section 5). Decimals, nothing rounded.</summary>
public static class SessionBoundary
{
    /// <summary>Every check, in the order of the contract. The step is inside when all of them hold.</summary>
    /// <param name="session">As it was handed in; that it is fresh is asked elsewhere.</param>
    /// <param name="step">The step; a size of 0 is a question without a step, and no single order.</param>
    public static IReadOnlyList<BoundaryCheck> Checks(TradeSession session, PendingStep step)
    {
        if (!session.HasPolicy || !session.HasRiskState)
        {
            return
            [
                new(
                    "session",
                    holds: false,
                    name => new(name, session.HasPolicy ? "no risk_state" : "no policy", "has", "policy and risk_state")
                ),
            ];
        }
        var (policy, state, size) = (session.Policy, session.RiskState, step.SizeQuote);
        List<BoundaryCheck> checks =
        [
            AtMost("steps", Plus(state.Number("current_step").OrZero, 1), policy.Number("max_steps")),
            AtMost(
                "exposure",
                Plus(state.Number("total_exposure_quote").OrZero, size),
                policy.Number("max_total_exposure_quote")
            ),
            AtMost("single order", size, policy.Number("max_single_order_quote")),
            AtLeast("daily loss", state.Number("realized_pnl_quote").OrZero, policy.Number("max_daily_loss_quote")),
            Same("quote currency", step.QuoteCurrency, policy.QuoteCurrency),
            .. step.Pairs.Select(pair => Same("pair", pair, session.Pair ?? pair)),
        ];
        return size == 0 ? [.. checks.Where(check => check.Name != "single order")] : checks;
    }

    /// <summary>True when every check holds.</summary>
    public static bool IsInside(TradeSession session, PendingStep step) =>
        Checks(session, step).All(check => check.Holds);

    /// <summary>The sum; null when a part is no number or the sum is none.</summary>
    internal static decimal? Plus(decimal? one, decimal? other)
    {
        try
        {
            return one + other;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static BoundaryCheck AtMost(string name, decimal? value, JsonQuantity limit) =>
        new(name, value <= limit.Value, of => Detail(of, value, "<=", limit.Value, limit));

    private static BoundaryCheck AtLeast(string name, decimal? value, JsonQuantity limit) =>
        new(name, value >= -limit.Value, of => Detail(of, value, ">=", -limit.Value, limit));

    private static BoundaryCheck Same(string name, string value, string limit) =>
        new(name, string.Equals(value, limit, StringComparison.OrdinalIgnoreCase), of => new(of, value, "is", limit));

    private static GuardDetail Detail(
        string name,
        decimal? value,
        string relation,
        decimal? limit,
        JsonQuantity given
    ) => new(name, Shown(value, isGiven: true), relation, Shown(limit, given.IsGiven));

    private static string Shown(decimal? value, bool isGiven) =>
        value is { } known ? ExactDecimal.Format(known)
        : isGiven ? "not a number"
        : "missing";
}
