namespace Exchange.Guard;

/// <summary>One limit of a session and what the step would make of it.</summary>
/// <param name="name">What is compared.</param>
/// <param name="holds">True when the step stays within.</param>
public abstract class BoundaryCheck(string name, bool holds)
{
    /// <summary>What is compared.</summary>
    public string Name => name;

    /// <summary>True when the step stays within.</summary>
    public bool Holds => holds;

    /// <summary>Both sides, in words, which most decisions never need.</summary>
    public abstract GuardDetail Detail { get; }
}

internal sealed class NumberCheck(string name, bool holds, decimal? value, string relation, JsonQuantity limit)
    : BoundaryCheck(name, holds)
{
    public static NumberCheck AtMost(string name, decimal? value, JsonQuantity limit) =>
        new(name, value <= limit.Value, value, "<=", limit);

    public static NumberCheck AtLeast(string name, decimal? value, JsonQuantity limit) =>
        new(name, value >= limit.Value, value, ">=", limit);

    public override GuardDetail Detail =>
        new(Name, Shown(value, isGiven: true), relation, Shown(limit.Value, limit.IsGiven));

    private static string Shown(decimal? value, bool isGiven) =>
        value is { } known ? ExactDecimal.Format(known)
        : isGiven ? "not a number"
        : "missing";
}

internal sealed class TextCheck(string name, string value, string limit)
    : BoundaryCheck(name, string.Equals(value, limit, StringComparison.OrdinalIgnoreCase))
{
    public override GuardDetail Detail => new(Name, value, "is", limit);
}

internal sealed class PartCheck(string value) : BoundaryCheck("session", holds: false)
{
    public override GuardDetail Detail => new(Name, value, "has", "policy and risk_state");
}

/// <summary>Looks ahead: where the strategy would stand after the step (trade-guard.md section 5). Decimals, nothing rounded.</summary>
public static class SessionBoundary
{
    private const int UsualChecks = 6;

    /// <summary>Every check, in the order of the contract. The step is inside when all of them hold.</summary>
    /// <param name="session">As it was handed in; that it is fresh is asked elsewhere.</param>
    /// <param name="step">The step; a size of 0 is a question without a step, and no single order.</param>
    public static IReadOnlyList<BoundaryCheck> Checks(TradeSession session, PendingStep step)
    {
        if (!session.HasPolicy || !session.HasRiskState)
        {
            return [new PartCheck(session.HasPolicy ? "no risk_state" : "no policy")];
        }
        var (policy, state, size) = (session.Policy, session.RiskState, step.SizeQuote);
        var checks = new List<BoundaryCheck>(UsualChecks)
        {
            NumberCheck.AtMost("steps", Plus(state.Number("current_step").OrZero, 1), policy.Number("max_steps")),
            NumberCheck.AtMost(
                "exposure",
                Plus(state.Number("total_exposure_quote").OrZero, size),
                policy.Number("max_total_exposure_quote")
            ),
        };
        if (size != 0)
        {
            checks.Add(NumberCheck.AtMost("single order", size, policy.Number("max_single_order_quote")));
        }
        var loss = policy.Number("max_daily_loss_quote");
        checks.Add(
            NumberCheck.AtLeast(
                "daily loss",
                state.Number("realized_pnl_quote").OrZero,
                loss with
                {
                    Value = -loss.Value,
                }
            )
        );
        checks.Add(new TextCheck("quote currency", step.QuoteCurrency, policy.QuoteCurrency));
        foreach (var pair in step.Pairs)
        {
            checks.Add(new TextCheck("pair", pair, session.Pair ?? pair));
        }
        return checks;
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
}
