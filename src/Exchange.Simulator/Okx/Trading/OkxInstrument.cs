using Exchange.Simulator.Okx.Errors;

namespace Exchange.Simulator.Okx.Trading;

/// <summary>A spot instrument: its steps, and where its price begins (quote per base).</summary>
internal sealed record OkxInstrument(
    string Base,
    string Quote,
    decimal TickSize,
    decimal LotSize,
    decimal MinSize,
    double Reference,
    double DailyVolatility
)
{
    public static readonly OkxInstrument[] All =
    [
        new("BTC", "USDT", 0.1m, 0.00000001m, 0.00001m, 61_000, 0.025),
        new("ETH", "USDT", 0.01m, 0.000001m, 0.0001m, 2_950, 0.03),
        new("SOL", "USDT", 0.01m, 0.000001m, 0.001m, 145, 0.04),
        new("OKB", "USDT", 0.01m, 0.000001m, 0.01m, 48, 0.03),
        new("USDC", "USDT", 0.0001m, 0.000001m, 1m, 0.9998, 0.0002),
        new("ETH", "BTC", 0.00001m, 0.000001m, 0.0001m, 0.0484, 0.015),
    ];

    public string Id { get; } = $"{Base}-{Quote}";

    /// <exception cref="ArgumentException">There is no such instrument.</exception>
    public static OkxInstrument Find(string id) =>
        Known(id) ?? throw new ArgumentException($"Unknown instrument '{id}'.", nameof(id));

    public static OkxInstrument? Known(string? id) =>
        Array.Find(All, one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="OkxRefusal">50014 without an id, 51021 for an unknown one.</exception>
    public static OkxInstrument Demanded(string? id) =>
        id is null ? throw OkxRefusal.Empty("instId") : Known(id) ?? throw new OkxRefusal("51021");
}
