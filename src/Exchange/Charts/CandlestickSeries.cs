namespace Exchange.Charts;

/// <summary>
/// Candles of a pair, ready to draw: in the order of time, each with its body within its wick. What cannot be a price or a
/// volume (below 0, above 10^18) is left out.
/// </summary>
public sealed record CandlestickSeries
{
    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>The length of a candle as the service writes it: 1m to 1M.</summary>
    public required string Resolution { get; init; }

    /// <summary>The candles, oldest first.</summary>
    public required IReadOnlyList<Candle> Candles
    {
        get;
        init =>
            field = [
                .. value
                    .Where(candle => candle.IsDrawable)
                    .Select(candle => candle.Closed())
                    .OrderBy(candle => candle.Time),
            ];
    }

    /// <summary>The length of a candle, to see where some are missing; null when they have none of the same length.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>The time zone of the labels.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    internal decimal High => Candles.Max(candle => candle.High);

    internal decimal Low => Candles.Min(candle => candle.Low);

    internal decimal MostVolume => Candles.Count == 0 ? 0 : Candles.Max(candle => candle.Volume);

    /// <summary>From the first opening to the last close in percent; null when that has no sensible number.</summary>
    internal decimal? ChangePercent
    {
        get
        {
            var (first, last) = (Candles[0].Open, Candles[^1].Close);
            const decimal absurd = 1_000_000;
            return first == 0 || last > first * absurd ? null : decimal.Round((last - first) / first * 100, 2);
        }
    }

    /// <summary>Candles that the service left out because nothing was traded. Candles are drawn side by side, so this must be said.</summary>
    internal long Missing
    {
        get
        {
            if (Interval is not { Ticks: > 0 } interval || Candles.Count < 2)
            {
                return 0;
            }
            var whole = ((Candles[^1].Time - Candles[0].Time).Ticks / interval.Ticks) + 1;
            return Math.Max(0, whole - Candles.Count);
        }
    }

    internal CandlestickSeries Newest(int count) => this with { Candles = [.. Candles.TakeLast(count)] };

    internal DateTime LocalTime(Candle candle) => TimeZoneInfo.ConvertTime(candle.Time, Zone).DateTime;
}
