using Exchange.Simulator.BitoPro.Markets;

namespace Exchange.Simulator.BitoPro.Prices;

/// <summary>The trades of everybody else: a pure function of the seed and the minute, so that any past range is there.</summary>
internal sealed class TradeTape(TradingPair pair, PriceSource prices, ulong seed)
{
    /// <summary>The most trades that a minute can have.</summary>
    public const int MostPerMinute = 6;

    public const long MinuteMs = 60_000;

    /// <summary>Half of the distance between best bid and best ask, as a fraction of the price.</summary>
    public const double HalfSpread = 0.0005;

    private const double QuietMinutes = 0.06;
    private const double TypicalTwd = 40_000;

    private readonly double _priceUnits = Math.Pow(10, pair.QuotePrecision);
    private readonly double _typicalBase = TypicalTwd / ReferenceTwd(pair.Base);
    private readonly double _amountUnits = Math.Pow(10, pair.AmountPrecision);
    private readonly long _unitsPerAmountUnit = (long)Math.Pow(10, PublicTrade.UnitDecimals - pair.AmountPrecision);

    /// <summary>Writes a minute's trades, oldest first, and returns how many there are.</summary>
    public int Minute(long minute, Span<PublicTrade> into)
    {
        var draw = SeededNoise.Unit(seed, minute);
        if (draw < QuietMinutes)
        {
            return 0;
        }
        var count = 1 + (int)(MostPerMinute * (draw - QuietMinutes) / (1 - QuietMinutes));
        var startMs = minute * MinuteMs;
        var from = prices.Unmoved(startMs);
        var to = prices.Unmoved(startMs + MinuteMs);
        for (var i = 0; i < count; i++)
        {
            var hash = SeededNoise.Hash(seed, minute, i + 1);
            var place = (i + SeededNoise.ToUnit(hash)) / count;
            var timeMs = startMs + (long)(place * MinuteMs);
            var mid = (from + (to - from) * place) * prices.FactorAt(timeMs);
            into[i] = Trade(timeMs, mid, hash);
        }
        return count;
    }

    /// <summary>The last trade at or before an instant.</summary>
    public PublicTrade Last(long nowMs)
    {
        Span<PublicTrade> trades = stackalloc PublicTrade[MostPerMinute];
        for (var minute = nowMs / MinuteMs; ; minute--)
        {
            for (var i = Minute(minute, trades) - 1; i >= 0; i--)
            {
                if (trades[i].TimeMs <= nowMs)
                {
                    return trades[i];
                }
            }
        }
    }

    private PublicTrade Trade(long timeMs, double mid, ulong hash)
    {
        var isBuyer = (hash & 1) == 1;
        var price = mid * (isBuyer ? 1 + HalfSpread : 1 - HalfSpread);
        var size = SeededNoise.Unit(hash, 1);
        var amount = Math.Max(1, Math.Round(_typicalBase * 3 * size * size * _amountUnits));
        return new(
            timeMs,
            Math.Max(1, (long)Math.Round(price * _priceUnits)),
            (long)amount * _unitsPerAmountUnit,
            isBuyer
        );
    }

    private static double ReferenceTwd(string code) =>
        Array.Find(Coin.All, coin => string.Equals(coin.Code, code, StringComparison.Ordinal))!.ReferenceTwd;
}
