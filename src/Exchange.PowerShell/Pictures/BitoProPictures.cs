using Exchange.BitoPro;
using Exchange.Charts;

namespace Exchange.PowerShell;

/// <summary>BitoPro's market data as what pictures draw.</summary>
internal static class BitoProPictures
{
    /// <summary>The candles that have all their prices, the newest <paramref name="count"/> of them.</summary>
    /// <param name="pair">Lower-case pair.</param>
    /// <param name="resolution">The length of a candle.</param>
    /// <param name="candles">In any order.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="zone">The time zone of the labels of candles that are shorter than a day; days and longer begin in UTC.</param>
    public static CandlestickSeries SeriesOf(
        string pair,
        string resolution,
        IEnumerable<BitoProCandlestick> candles,
        int count,
        TimeZoneInfo zone
    )
    {
        var length = CandlestickSpan.Length(resolution);
        return new CandlestickSeries
        {
            Pair = pair,
            Resolution = resolution,
            Candles = [.. candles.Select(CandleOf).OfType<Candle>().OrderBy(candle => candle.Time).TakeLast(count)],
            // Months differ in length, so a missing one cannot be counted.
            Interval = resolution == "1M" ? null : length,
            Zone = length < TimeSpan.FromDays(1) ? zone : TimeZoneInfo.Utc,
        };
    }

    /// <summary>The levels of a book.</summary>
    public static OrderBookDepth DepthOf(BitoProOrderBook book) =>
        new(
            book.Pair,
            book.Asks.Select(level => (level.Price, level.Amount)),
            book.Bids.Select(level => (level.Price, level.Amount))
        );

    private static Candle? CandleOf(BitoProCandlestick candle) =>
        candle is { Time: { } time, Open: { } open, High: { } high, Low: { } low, Close: { } close }
            ? new Candle(time, open, high, low, close, candle.Volume ?? 0)
            : null;
}
