namespace Exchange.Charts;

/// <summary>Amounts on an axis: three digits and a letter, as 12.3k. Where an amount counts, it is written whole instead.</summary>
internal static class ShortAmount
{
    private static readonly (decimal Unit, string Letter)[] Letters =
    [
        (1_000_000_000_000m, "T"),
        (1_000_000_000m, "G"),
        (1_000_000m, "M"),
        (1_000m, "k"),
    ];

    public static string Of(decimal amount)
    {
        foreach (var (unit, letter) in Letters)
        {
            if (amount >= unit)
            {
                return ExactDecimal.Format(ThreeDigits(amount / unit)) + letter;
            }
        }
        return ExactDecimal.Format(ThreeDigits(amount));
    }

    private static decimal ThreeDigits(decimal amount)
    {
        var decimals = amount switch
        {
            >= 100 => 0,
            >= 10 => 1,
            _ => 2,
        };
        for (var digit = amount; digit is > 0 and < 1 && decimals < 10; digit *= 10)
        {
            decimals++;
        }
        return decimal.Round(amount, decimals);
    }
}
