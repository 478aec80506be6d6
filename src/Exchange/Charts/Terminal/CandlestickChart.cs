namespace Exchange.Charts;

/// <summary>
/// Draws candles in a terminal: what they are in the first line, prices at the left, bars of volume below, times in the last line.
/// </summary>
public static class CandlestickChart
{
    private const int Gap = 2;

    /// <summary>The lines of the chart: one for the legend, those of the plot, one for the times.</summary>
    /// <param name="series">The candles; the newest are kept when they do not all fit.</param>
    /// <param name="options">Its size and its style.</param>
    public static IReadOnlyList<string> Lines(CandlestickSeries series, CandlestickChartOptions options)
    {
        if (series.Candles.Count == 0)
        {
            return [TerminalText.Cut(CandlestickLegend.NoCandles, options.Width)];
        }
        var axis = PriceAxis.For(series, options);
        var columns = options.Width - axis.Width;
        var shown = series.Newest(options.MostCandles(axis.Width));
        var slot = CandleSlot.For(columns, shown.Candles.Count);
        return
        [
            Legend(shown, options.Width, options.Colour),
            .. PriceLines(shown, axis, slot, options.Colour),
            .. VolumeLines(shown, axis, slot, options),
            Times(shown, axis, columns, options.Colour),
        ];
    }

    private static string Legend(CandlestickSeries series, int width, bool colour)
    {
        var title = CandlestickLegend.Title(series);
        IEnumerable<string> facts = CandlestickLegend.Facts(series);
        var parts = TerminalText.Fitting(
            facts.Concat(colour ? [] : [HollowKey]),
            width - TerminalText.Columns(title) - Gap,
            Gap
        );
        var line = new TerminalLine(colour).Add(TerminalText.Cut(title, width));
        var trend = series.Candles[^1].Close >= series.Candles[0].Open ? Ink.Green : Ink.Red;
        foreach (var part in parts)
        {
            line.Add(new string(' ', Gap)).Add(part, part.EndsWith('%') ? trend : Ink.Plain);
        }
        return line.ToString();
    }

    private static string HollowKey => Language.Choose("█ up ░ down", "█ 漲 ░ 跌");

    private static IEnumerable<string> PriceLines(
        CandlestickSeries series,
        PriceAxis axis,
        CandleSlot slot,
        bool colour
    )
    {
        var glyphs = new CandleGlyphs(axis.Scale, axis.Rows, slot.Body, IsHollow: !colour);
        for (var row = 0; row < axis.Rows; row++)
        {
            var line = new TerminalLine(colour).Add(axis.Label(row), Ink.Faint);
            foreach (var candle in series.Candles)
            {
                line.Add(glyphs.At(candle, row).PadRight(slot.Width), InkOf(candle));
            }
            yield return line.ToString();
        }
    }

    private static IEnumerable<string> VolumeLines(
        CandlestickSeries series,
        PriceAxis axis,
        CandleSlot slot,
        CandlestickChartOptions options
    )
    {
        var rows = options.Height - axis.Rows;
        var scale = new ValueScale(0, series.MostVolume);
        for (var row = 0; row < rows; row++)
        {
            var line = new TerminalLine(options.Colour).Add(axis.VolumeLabel(row), Ink.Faint);
            foreach (var candle in series.Candles)
            {
                var bar = Blocks.Cell(scale.Fraction(candle.Volume), rows, row);
                line.Add(new string(bar, slot.Body).PadRight(slot.Width), InkOf(candle));
            }
            yield return line.ToString();
        }
    }

    private static string Times(CandlestickSeries series, PriceAxis axis, int columns, bool colour) =>
        new TerminalLine(colour)
            .Add(new string(' ', axis.Width))
            .Add(new TimeLine(series, columns).ToString(), Ink.Faint)
            .ToString();

    private static Ink InkOf(Candle candle) => candle.IsRising ? Ink.Green : Ink.Red;
}
