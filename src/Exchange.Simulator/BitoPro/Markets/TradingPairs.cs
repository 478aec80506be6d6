namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>The pairs of the venue (T10).</summary>
internal static class TradingPairs
{
    //  name        base quote amount  min base  max base      market buy  scale
    public static readonly TradingPair[] All =
    [
        new("btc_twd", 8, 0, 4, 0.0001m, 100_000_000m, 250m, 3),
        new("eth_twd", 8, 1, 4, 0.001m, 100_000_000m, 250m, 3),
        new("usdt_twd", 8, 3, 2, 5m, 100_000_000m, 150m, 2),
        new("btc_usdt", 8, 2, 4, 0.0001m, 100_000_000m, 7m, 4),
        new("eth_usdt", 8, 2, 4, 0.001m, 100_000_000m, 7m, 3),
        new("eth_btc", 8, 6, 4, 0.001m, 100_000_000m, 0.0001m, 3),
        new("bito_twd", 8, 4, 2, 10m, 100_000_000m, 150m, 3),
        new("old_twd", 8, 4, 2, 1m, 100_000_000m, 100m, 2, IsUnderMaintenance: true),
    ];
}
