using System.Globalization;

namespace Exchange.Charts;

/// <summary>Draws candles as an SVG 1.1 file: prices, volume, times, a legend; light and dark; each candle tells its figures to a resting pointer.</summary>
public static class CandlestickSvg
{
    private const double Margin = 20;
    private const double VolumeHeight = 84;
    private const double PanelGap = 26;
    private const double TimeLabels = 34;
    private const int MostPrices = 9;
    private const int MostVolumes = 3;

    /// <summary>The file, UTF-8.</summary>
    public static byte[] Draw(CandlestickSeries series)
    {
        using var svg = new SvgDocument(CandlestickLegend.Title(series), Description(series));
        SvgLegend.Draw(svg, Margin, CandlestickLegend.Title(series), CandlestickLegend.Facts(series));
        if (series.Candles.Count == 0)
        {
            svg.Text("fact", SvgDocument.Width / 2.0, SvgDocument.Height / 2.0, CandlestickLegend.NoCandles, "middle");
            return svg.End();
        }
        DrawKey(svg);
        var prices = RoundTicks.Between(series.Low, series.High, MostPrices);
        var volumes = RoundTicks.Between(0, Math.Max(series.MostVolume, 0), MostVolumes);
        var right = SvgDocument.Width - Margin - LabelWidth(series, prices);
        var bottom = SvgDocument.Height - TimeLabels;
        var volumePlot = new SvgPlot(Margin, bottom - VolumeHeight, right, bottom);
        var pricePlot = new SvgPlot(Margin, SvgLegend.Bottom, right, volumePlot.Top - PanelGap, Inset: 10);
        DrawTimes(svg, series, pricePlot, volumePlot);
        DrawPriceAxis(svg, series, pricePlot, prices);
        DrawVolumeAxis(svg, series, volumePlot, volumes);
        DrawCandles(svg, series, pricePlot, volumePlot);
        return svg.End();
    }

    private static void DrawKey(SvgDocument svg) =>
        SvgLegend.DrawKey(
            svg,
            SvgDocument.Width - Margin,
            [("up", "body", Language.Choose("rising", "上漲")), ("down", "body", Language.Choose("falling", "下跌"))]
        );

    private static void DrawPriceAxis(SvgDocument svg, CandlestickSeries series, SvgPlot plot, RoundTicks ticks)
    {
        var scale = new ValueScale(series.Low, series.High);
        var last = plot.Y(scale.Fraction(series.Candles[^1].Close));
        SvgAxes.DrawValues(svg, plot, scale, ticks, ticks.Label, keepFree: last);
        SvgAxes.DrawTag(svg, plot, last, ExactDecimal.Format(series.Candles[^1].Close));
    }

    private static void DrawVolumeAxis(SvgDocument svg, CandlestickSeries series, SvgPlot plot, RoundTicks ticks)
    {
        SvgAxes.DrawValues(svg, plot, new ValueScale(0, series.MostVolume), ticks, ShortAmount.Of);
        svg.Line("edge", plot.Left, plot.Bottom, plot.Right, plot.Bottom);
        var unit = series.Pair.Split('_')[0];
        svg.Text("note", plot.Left, plot.Top - 6, Language.Choose($"volume in {unit}", $"成交量 {unit}"));
    }

    private static void DrawTimes(SvgDocument svg, CandlestickSeries series, SvgPlot prices, SvgPlot volumes)
    {
        var plot = volumes with { Top = prices.Top };
        var line = new SvgTimeLine(plot, series.Candles.Count);
        foreach (var tick in TimeTicks.For([.. series.Candles.Select(series.LocalTime)], line.Fits))
        {
            svg.Line("grid", line.CentreOf(tick), plot.Top, line.CentreOf(tick), plot.Bottom);
            svg.Text("label", line.MiddleOf(tick), SvgDocument.Height - 16, tick.Label, "middle");
        }
    }

    private static void DrawCandles(SvgDocument svg, CandlestickSeries series, SvgPlot prices, SvgPlot volumes)
    {
        var slot = prices.Width / series.Candles.Count;
        var price = new ValueScale(series.Low, series.High);
        var volume = new ValueScale(0, series.MostVolume);
        for (var i = 0; i < series.Candles.Count; i++)
        {
            var candle = series.Candles[i];
            var x = prices.Left + (slot * (i + 0.5));
            svg.Group(candle.IsRising ? "candle up" : "candle down", Tip(series, candle));
            DrawCandle(svg, candle, x, Math.Clamp(slot * 0.7, 0.6, 18), value => prices.Y(price.Fraction(value)));
            if (candle.Volume > 0)
            {
                var top = volumes.Y(volume.Fraction(candle.Volume));
                var width = Math.Clamp(slot * 0.7, 0.6, 18);
                svg.Box("volume", x - (width / 2), top, width, volumes.Bottom - top);
            }
            svg.EndGroup();
        }
    }

    // The wick is in two parts, so that it does not show through a hollow body.
    private static void DrawCandle(SvgDocument svg, Candle candle, double x, double width, Func<decimal, double> y)
    {
        var (high, low) = (y(candle.High), y(candle.Low));
        var (top, end) = (y(candle.BodyTop), y(candle.BodyEnd));
        if (high < top)
        {
            svg.Line("wick", x, high, x, top);
        }
        if (end < low)
        {
            svg.Line("wick", x, end, x, low);
        }
        svg.Box("body", x - (width / 2), top, width, Math.Max(1, end - top));
    }

    private static double LabelWidth(CandlestickSeries series, RoundTicks prices)
    {
        var last = ExactDecimal.Format(series.Candles[^1].Close);
        return Math.Max(
            prices.Values.Max(price => SvgText.WidthOf(prices.Label(price))),
            SvgText.WidthOf(last) * SvgText.Bold
        );
    }

    private static string Tip(CandlestickSeries series, Candle candle)
    {
        string[] figures =
        [
            series.LocalTime(candle).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            $"{Language.Choose("open", "開盤")} {ExactDecimal.Format(candle.Open)}",
            $"{Language.Choose("high", "最高")} {ExactDecimal.Format(candle.High)}",
            $"{Language.Choose("low", "最低")} {ExactDecimal.Format(candle.Low)}",
            $"{Language.Choose("close", "收盤")} {ExactDecimal.Format(candle.Close)}",
            $"{Language.Choose("volume", "成交量")} {ExactDecimal.Format(candle.Volume)}",
        ];
        return string.Join('\n', figures);
    }

    private static string Description(CandlestickSeries series)
    {
        if (series.Candles.Count == 0)
        {
            return CandlestickLegend.NoCandles;
        }
        var from = Time(series, series.Candles[0]);
        var to = Time(series, series.Candles[^1]);
        var count = series.Candles.Count;
        var facts = string.Join(", ", CandlestickLegend.Facts(series));
        return Language.Choose(
            $"{count} candlesticks of {series.Pair}, {series.Resolution} each, from {from} to {to}: {facts}.",
            $"{series.Pair} 的 {count} 根 {series.Resolution} K 線，自 {from} 至 {to}：{facts}。"
        );
    }

    private static string Time(CandlestickSeries series, Candle candle) =>
        TimeZoneInfo
            .ConvertTime(candle.Time, series.Zone)
            .ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
