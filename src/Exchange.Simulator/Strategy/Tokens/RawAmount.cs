using System.Numerics;

namespace Exchange.Simulator.Strategy.Tokens;

/// <summary>Human amounts as raw integers, by moving the point (strategy.md 4.3).</summary>
internal static class RawAmount
{
    /// <summary>The raw integer; null when the text is not a positive plain decimal of at most so many decimals.</summary>
    public static BigInteger? Of(string text, int decimals)
    {
        var parts = text.Trim().Split('.');
        var fraction = parts.Length == 2 ? parts[1] : "";
        var digits = parts[0] + fraction;
        if (parts.Length > 2 || digits.Length == 0 || !digits.All(char.IsAsciiDigit) || fraction.Length > decimals)
        {
            return null;
        }
        var raw =
            BigInteger.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
            * BigInteger.Pow(10, decimals - fraction.Length);
        return raw.IsZero ? null : raw;
    }
}
