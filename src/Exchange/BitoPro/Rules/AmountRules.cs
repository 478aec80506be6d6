namespace Exchange.BitoPro;

/// <summary>Rules of amounts and prices as a person writes them (bitopro.md section 4). Nothing is rounded.</summary>
internal static class AmountRules
{
    /// <summary>A decimal above 0 from plain digits.</summary>
    public static decimal Positive(string? text, string name)
    {
        if (ExactDecimal.TryParse(text, out var value) && value > 0)
        {
            return value;
        }
        throw BitoProError.Input(
            "InvalidNumber",
            $"The {name} '{BitoProRules.Shown(text)}' is not a number above 0 in plain digits.",
            "Write digits and a point, such as 0.0015: no exponent, no thousands separators.",
            name
        );
    }

    /// <summary>Both bounds are allowed; a missing one is no bound.</summary>
    public static void CheckRange(decimal amount, decimal? least, decimal? most, string? unit)
    {
        if (amount < least || amount > most)
        {
            var range = (least, most) switch
            {
                ({ } low, { } high) => $"between {ExactDecimal.Format(low)} and {ExactDecimal.Format(high)}",
                ({ } low, null) => $"at least {ExactDecimal.Format(low)}",
                _ => $"at most {ExactDecimal.Format(most!.Value)}",
            };
            throw BitoProError.Input(
                "AmountOutOfRange",
                $"The amount {ExactDecimal.Format(amount)} {unit} is not {range} {unit}.",
                target: amount
            );
        }
    }
}
