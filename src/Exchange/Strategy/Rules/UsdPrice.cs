namespace Exchange.Strategy.Rules;

/// <summary>Prices in USD (strategy.md 4.2).</summary>
internal static class UsdPrice
{
    /// <summary>A caller's price.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.PriceInvalid</c></exception>
    public static ExactDecimal Check(string text, string parameter) =>
        ExactDecimal.TryRead(text.Trim(), out var price) && price.IsPositive
            ? price
            : throw StrategyError.Input(
                "PriceInvalid",
                $"-{parameter} must be a positive decimal.",
                "Write digits and at most one point, in USD.",
                parameter
            );
}
