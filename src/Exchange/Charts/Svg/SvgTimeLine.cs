namespace Exchange.Charts;

/// <summary>Where the times of candles stand below a plot, in pixels.</summary>
internal readonly record struct SvgTimeLine(SvgPlot Plot, int Candles)
{
    private const double Gap = 16;
    private const double Edge = 4;

    /// <summary>The middle of a tick's candle.</summary>
    public double CentreOf(TimeTick tick) => Plot.X((tick.Index + 0.5) / Candles);

    /// <summary>The middle of its label: below the candle, unless it would leave the picture.</summary>
    public double MiddleOf(TimeTick tick)
    {
        var half = SvgText.WidthOf(tick.Label) / 2;
        return Math.Clamp(CentreOf(tick), Edge + half, SvgDocument.Width - Edge - half);
    }

    /// <summary>Whether labels have room beside each other.</summary>
    public bool Fits(IReadOnlyList<TimeTick> ticks)
    {
        var free = 0.0;
        foreach (var tick in ticks)
        {
            var half = SvgText.WidthOf(tick.Label) / 2;
            if (MiddleOf(tick) - half < free)
            {
                return false;
            }
            free = MiddleOf(tick) + half + Gap;
        }
        return true;
    }
}
