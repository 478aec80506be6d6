namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>A row of the live VIP table (bitopro.md T12). Volumes in TWD and BITO, fees as fractions; BITO pays 0.8 of them.</summary>
internal sealed record TradingFeeRank(
    int Rank,
    string Symbol,
    decimal TwdVolume,
    decimal BitoAmount,
    string Condition,
    decimal Maker,
    decimal Taker
)
{
    public static readonly TradingFeeRank[] All =
    [
        new(0, "<", 3_000_000, 3_000, "or", 0.001m, 0.002m),
        new(1, ">=", 3_000_000, 3_000, "or", 0.0009m, 0.0018m),
        new(2, ">=", 10_000_000, 10_000, "or", 0.0007m, 0.0014m),
        new(3, ">=", 30_000_000, 20_000, "or", 0.0006m, 0.0012m),
        new(4, ">=", 150_000_000, 30_000, "or", 0.000125m, 0.001m),
        new(5, ">=", 300_000_000, 40_000, "and", 0.000125m, 0.000875m),
        new(6, ">=", 600_000_000, 50_000, "and", 0.000125m, 0.00045m),
    ];

    private const decimal BitoShare = 0.8m;

    public decimal MakerInBito => Maker * BitoShare;

    public decimal TakerInBito => Taker * BitoShare;
}
