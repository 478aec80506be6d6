namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>The last 24 hours of a pair: prices in quote, volume in base, change in percent.</summary>
internal sealed record Ticker(
    string Pair,
    decimal LastPrice,
    bool IsBuyer,
    decimal ChangePercent,
    decimal Volume,
    decimal High,
    decimal Low
);
