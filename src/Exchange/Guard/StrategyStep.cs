using System.Globalization;
using System.Numerics;

namespace Exchange.Guard;

/// <summary>
/// A price-triggered order as a step of a session in USD. Everything comes as plain digits, because amounts of tokens and their prices
/// may have more digits than a decimal holds (strategy.md 4.2).
/// </summary>
public static class StrategyStep
{
    private const int LongestNumber = 256;
    private const int DecimalDigits = 28;

    /// <summary>
    /// The step of one order. A sell is worth the larger of what the market and the trigger make of it: what is cheap only on paper
    /// does not pass. A value that cannot be had is no value, and a session refuses the step (row 3d).
    /// </summary>
    /// <param name="isBuy">True when the trigger is the price of the token that is bought.</param>
    /// <param name="amount">What leaves the wallet, in units of the from-token; plain digits.</param>
    /// <param name="fromPriceUsd">The market's price of the from-token, 1 for a stablecoin known by its address; null when it cannot be
    /// had. Never a price that the caller named: that would let a limit be passed by naming a small one.</param>
    /// <param name="triggerPriceUsd">The trigger.</param>
    /// <param name="market">The order's market, as <see cref="Market"/> names it.</param>
    public static PendingStep Of(
        bool isBuy,
        string amount,
        string? fromPriceUsd,
        string triggerPriceUsd,
        string market
    ) =>
        new(ValueUsd(isBuy, amount, fromPriceUsd, triggerPriceUsd))
        {
            QuoteCurrency = GuardedService.Strategy.QuoteCurrency,
            Pairs = [market],
        };

    /// <summary>The same name for both directions of one market: chain, traded token, the other token.</summary>
    /// <param name="chain">Index of the chain: 1, 56, 196, 501, 8453, 42161.</param>
    /// <param name="traded">Address of the token that the trigger is about: the to-token of a buy, the from-token of a sell.</param>
    /// <param name="other">Address of the other token.</param>
    public static string Market(int chain, string traded, string other) =>
        string.Create(CultureInfo.InvariantCulture, $"{chain}:{traded}/{other}");

    /// <summary>The value in USD, rounded up where a decimal cannot hold it; null when it cannot be known.</summary>
    public static decimal? ValueUsd(bool isBuy, string? amount, string? fromPriceUsd, string? triggerPriceUsd)
    {
        if (Exact.Read(amount) is not { } units || Exact.Read(fromPriceUsd) is not { } price)
        {
            return null;
        }
        var atMarket = units.Times(price);
        if (isBuy)
        {
            return atMarket.RoundedUp();
        }
        return
            Exact.Read(triggerPriceUsd) is { } trigger
            && atMarket.RoundedUp() is { } now
            && units.Times(trigger).RoundedUp() is { } then
            ? Math.Max(now, then)
            : null;
    }

    /// <summary>A positive number, exactly.</summary>
    private readonly record struct Exact(BigInteger Unscaled, int Scale)
    {
        public static Exact? Read(string? text)
        {
            var digits = text?.Trim() ?? "";
            var point = digits.IndexOf('.', StringComparison.Ordinal);
            var whole = point < 0 ? digits : digits.Remove(point, 1);
            if (whole.Length is 0 or > LongestNumber || !whole.All(char.IsAsciiDigit))
            {
                return null;
            }
            var unscaled = BigInteger.Parse(whole, NumberStyles.None, CultureInfo.InvariantCulture);
            return unscaled.IsZero ? null : new Exact(unscaled, point < 0 ? 0 : whole.Length - point);
        }

        public Exact Times(Exact other) => new(Unscaled * other.Unscaled, Scale + other.Scale);

        /// <summary>The smallest decimal that is not below it; null when there is none.</summary>
        public decimal? RoundedUp()
        {
            for (var scale = Math.Min(Scale, DecimalDigits); scale >= 0; scale--)
            {
                var unit = BigInteger.Pow(10, Scale - scale);
                var value = (Unscaled + unit - 1) / unit;
                if (value <= (BigInteger)decimal.MaxValue)
                {
                    return ExactDecimal.Trim(Scaled(value, scale));
                }
            }
            return null;
        }

        private static decimal Scaled(BigInteger value, int scale)
        {
            var bits = decimal.GetBits((decimal)value);
            return new decimal(bits[0], bits[1], bits[2], isNegative: false, (byte)scale);
        }
    }
}
