using System.Numerics;

namespace Exchange.Strategy.Rules;

/// <summary>An amount as a person writes it into the whole number that the chain counts (strategy.md 4.3).</summary>
internal static class RawAmount
{
    /// <summary>The amount; <paramref name="text"/> without the blanks around it is what will be sent.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.AmountInvalid</c>, <c>Strategy.AmountZero</c></exception>
    public static ExactDecimal Check(string text)
    {
        if (!ExactDecimal.TryRead(text.Trim(), out var amount))
        {
            throw StrategyError.Input(
                "AmountInvalid",
                "-Amount must be a plain positive decimal.",
                "Write digits and at most one point, such as 0.25.",
                "Amount"
            );
        }
        return amount.IsPositive
            ? amount
            : throw StrategyError.Input("AmountZero", "-Amount must be greater than zero.", null, "Amount");
    }

    /// <summary>The amount times ten to the power of the token's decimals.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.AmountTooPrecise</c>: digits count as they are written, zeros included.</exception>
    public static BigInteger Of(string text, int decimals, string symbol)
    {
        var amount = Check(text);
        var places = ExactDecimal.PlacesOf(text.Trim());
        return places <= decimals
            ? amount.ToWhole(decimals)!.Value
            : throw StrategyError.Input(
                "AmountTooPrecise",
                $"-Amount has {places} fractional digits, {symbol} allows {decimals}.",
                "Give an amount that fits; nothing is rounded.",
                "Amount"
            );
    }
}
