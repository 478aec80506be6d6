namespace Exchange.Simulator.BitoPro.Markets;

/// <summary>A currency: where its price starts, how lively it is, and what the OTC desk adds.</summary>
/// <param name="Code">Lower-case.</param>
/// <param name="ReferenceTwd">Around which the walk turns, TWD per unit.</param>
/// <param name="DailyVolatility">Rough daily movement as a fraction.</param>
/// <param name="HasOtc">Whether T13 quotes it.</param>
internal sealed record Coin(string Code, double ReferenceTwd, double DailyVolatility, bool HasOtc)
{
    public static readonly Coin[] All =
    [
        new("twd", 1, 0, HasOtc: false),
        new("btc", 2_850_000, 0.02, HasOtc: true),
        new("eth", 91_000, 0.025, HasOtc: true),
        new("usdt", 31.9, 0.001, HasOtc: true),
        new("bito", 3.2, 0.015, HasOtc: false),
        new("old", 0.5, 0.01, HasOtc: false),
    ];

    public string Upper { get; } = Code.ToUpperInvariant();
}
