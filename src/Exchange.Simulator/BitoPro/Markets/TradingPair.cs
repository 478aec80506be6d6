namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>A row of T10: what may be ordered on a pair.</summary>
/// <param name="Name">Lower-case with underscore.</param>
/// <param name="BasePrecision">Most decimals of a base amount.</param>
/// <param name="QuotePrecision">Most decimals of a price.</param>
/// <param name="AmountPrecision">Decimals of streamed book amounts; the makers quote in it.</param>
/// <param name="MinBase">Smallest base amount of an order, inclusive.</param>
/// <param name="MaxBase">Largest base amount of an order, inclusive.</param>
/// <param name="MinMarketBuyQuote">Smallest quote amount of a MARKET BUY, inclusive.</param>
/// <param name="ScaleLevel">Highest <c>scale</c> of T2.</param>
/// <param name="IsUnderMaintenance">Whether orders are refused.</param>
internal sealed record TradingPair(
    string Name,
    int BasePrecision,
    int QuotePrecision,
    int AmountPrecision,
    decimal MinBase,
    decimal MaxBase,
    decimal MinMarketBuyQuote,
    int ScaleLevel,
    bool IsUnderMaintenance = false
)
{
    public const int OrderOpenLimit = 200;

    public string Base { get; } = Name[..Name.IndexOf('_', StringComparison.Ordinal)];

    public string Quote { get; } = Name[(Name.IndexOf('_', StringComparison.Ordinal) + 1)..];

    /// <summary>The spelling of streams and of batch cancels.</summary>
    public string Upper { get; } = Name.ToUpperInvariant();

    /// <summary>The smallest price step, in quote.</summary>
    public decimal Tick { get; } = PowerOfTen.Fraction(QuotePrecision);
}
