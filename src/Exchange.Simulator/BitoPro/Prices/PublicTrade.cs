namespace Exchange.Simulator.BitoPro.Prices;

/// <summary>A trade of the public tape, in whole units so that long ranges stay cheap.</summary>
/// <param name="TimeMs">Unix ms.</param>
/// <param name="Ticks">The price in the pair's smallest price steps.</param>
/// <param name="Units">The base amount in 1e-8.</param>
/// <param name="IsBuyer">Whether the taker bought (bitopro.md open question 9, reading X).</param>
internal readonly record struct PublicTrade(long TimeMs, long Ticks, long Units, bool IsBuyer)
{
    public const int UnitDecimals = 8;
}
