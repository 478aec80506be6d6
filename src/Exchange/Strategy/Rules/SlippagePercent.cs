namespace Exchange.Strategy.Rules;

/// <summary>Slippage: percent from the caller, a fraction on the wire (strategy.md 6).</summary>
internal sealed record SlippagePercent(ExactDecimal Percent, bool IsDefault)
{
    /// <summary>What is used when nothing is given.</summary>
    public static SlippagePercent Default { get; } = new(15L, IsDefault: true);

    /// <summary>The fraction as shortest plain text: 20 percent are <c>0.2</c>.</summary>
    public string Wire => Percent.ShiftedBy(-2).ToString();

    /// <summary>How the summary says it.</summary>
    public string Text =>
        IsDefault
            ? Language.Choose($"Default {Percent}%", $"默认 {Percent}%")
            : Language.Choose($"User-specified {Percent}%", $"用户指定 {Percent}%");

    /// <summary>Reads <c>15</c>, <c>0.5</c>, <c>20 %</c>; nothing is the default.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.SlippageInvalid</c></exception>
    public static SlippagePercent Check(string? text)
    {
        if (text is null)
        {
            return Default;
        }
        var digits = text.Trim();
        digits = digits.EndsWith('%') ? digits[..^1].TrimEnd() : digits;
        return ExactDecimal.TryRead(digits, out var percent) && percent.IsPositive && percent <= 100L
            ? new SlippagePercent(percent, IsDefault: false)
            : throw StrategyError.Input(
                "SlippageInvalid",
                "-Slippage must be above 0 and at most 100 percent.",
                "15 means 15 percent; 0.05 means 0.05 percent.",
                "Slippage"
            );
    }
}
