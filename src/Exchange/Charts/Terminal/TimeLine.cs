namespace Exchange.Charts;

/// <summary>The lowest line of a candle chart in a terminal: times, each under its candle.</summary>
internal sealed class TimeLine(CandlestickSeries series, int columns)
{
    private const int Gap = 2;

    private readonly CandleSlot _slot = CandleSlot.For(columns, series.Candles.Count);

    /// <inheritdoc/>
    public override string ToString()
    {
        var line = new char[columns];
        Array.Fill(line, ' ');
        foreach (var tick in TimeTicks.For([.. series.Candles.Select(series.LocalTime)], Fits))
        {
            tick.Label.CopyTo(0, line, StartOf(tick), tick.Label.Length);
        }
        return new string(line);
    }

    private int StartOf(TimeTick tick)
    {
        var start = _slot.CentreOf(tick.Index) - (tick.Label.Length / 2);
        return Math.Max(0, Math.Min(start, columns - tick.Label.Length));
    }

    private bool Fits(IReadOnlyList<TimeTick> ticks)
    {
        var free = 0;
        foreach (var tick in ticks)
        {
            var start = StartOf(tick);
            if (start < free || start + tick.Label.Length > columns)
            {
                return false;
            }
            free = start + tick.Label.Length + Gap;
        }
        return true;
    }
}
