namespace Exchange.Strategy.Rules;

/// <summary>
/// What an order may bring (strategy.md 7.6): estimates, never fills. Null where a price that is needed is not known.
/// </summary>
/// <param name="Amount">To-token units.</param>
/// <param name="Value">USD.</param>
internal readonly record struct OrderEstimate(ExactDecimal? Amount, ExactDecimal? Value)
{
    private const int ShownDigits = 8;

    /// <summary>Reckons from the prices of both sides; a stablecoin's is 1.</summary>
    public static OrderEstimate Of(
        StrategyDirection direction,
        ExactDecimal amount,
        ExactDecimal trigger,
        ExactDecimal? fromPrice,
        ExactDecimal? toPrice
    )
    {
        if (direction == StrategyDirection.Sell)
        {
            var value = amount * trigger;
            return new(toPrice is { } price ? ExactDecimal.Quotient(value, price, ShownDigits) : null, Shown(value));
        }
        ExactDecimal? spent = fromPrice is { } from ? amount * from : null;
        return new(
            spent is { } dollars ? ExactDecimal.Quotient(dollars, trigger, ShownDigits) : null,
            spent is { } worth ? Shown(worth) : null
        );
    }

    private static ExactDecimal Shown(ExactDecimal value) => value.RoundedToDigits(ShownDigits);
}
