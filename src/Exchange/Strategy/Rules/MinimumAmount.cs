namespace Exchange.Strategy.Rules;

/// <summary>The least amount that is worth a dollar (strategy.md 7.2, 7.3).</summary>
internal static class MinimumAmount
{
    private static readonly ExactDecimal WholeUnitsFrom = 0.1m;

    /// <summary>True when the amount is worth less than one dollar.</summary>
    public static bool IsBelow(ExactDecimal amount, ExactDecimal price) => amount * price < ExactDecimal.One;

    /// <summary>As it is shown: whole units; for tokens below ten cents four significant digits, rounded up.</summary>
    public static ExactDecimal Shown(ExactDecimal price)
    {
        var whole = ExactDecimal.CeilingQuotient(ExactDecimal.One, price, 0);
        return price >= WholeUnitsFrom ? whole : whole.RoundedUpToDigits(4);
    }

    /// <summary>To as many places as the token has, eight at most; for programs, never shown.</summary>
    public static ExactDecimal Exact(ExactDecimal price, int decimals) =>
        ExactDecimal.CeilingQuotient(ExactDecimal.One, price, Math.Min(decimals, 8));
}
