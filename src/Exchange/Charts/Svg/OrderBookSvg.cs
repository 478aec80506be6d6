namespace Exchange.Charts;

/// <summary>
/// Draws the depth of an order book as an SVG 1.1 file: at each price, how much stands from the touch to there; bids at the left,
/// asks at the right; light and dark; each level tells its figures to a resting pointer.
/// </summary>
public static class OrderBookSvg
{
    private const double Margin = 20;
    private const double PriceLabels = 52;
    private const int MostAmounts = 8;

    /// <summary>The file, UTF-8.</summary>
    public static byte[] Draw(OrderBookDepth depth)
    {
        using var svg = new SvgDocument(Title(depth), Description(depth));
        SvgLegend.Draw(svg, Margin, Title(depth), Facts(depth));
        if (depth.IsEmpty)
        {
            svg.Text("fact", SvgDocument.Width / 2.0, SvgDocument.Height / 2.0, OrderBookLegend.NoOrders, "middle");
            return svg.End();
        }
        SvgLegend.DrawKey(
            svg,
            SvgDocument.Width - Margin,
            [("bid", "bids", OrderBookLegend.Bids), ("ask", "asks", OrderBookLegend.Asks)]
        );
        var amounts = RoundTicks.Between(0, depth.MostTotal, MostAmounts);
        var labels = amounts.Values.Select(ShortAmount.Of).Max(SvgText.WidthOf);
        var plot = new SvgPlot(
            Margin,
            SvgLegend.Bottom + 6,
            SvgDocument.Width - Margin - labels,
            SvgDocument.Height - PriceLabels
        );
        SvgAxes.DrawValues(svg, plot, new ValueScale(0, depth.MostTotal), amounts, ShortAmount.Of);
        svg.Line("edge", plot.Left, plot.Bottom, plot.Right, plot.Bottom);
        new DepthAreas(svg, depth, plot).Draw();
        return svg.End();
    }

    private static string Title(OrderBookDepth depth) => $"{depth.Pair}  {Language.Choose("order book", "委託簿")}";

    private static IEnumerable<string> Facts(OrderBookDepth depth) =>
        depth.Spread is null
            ? OrderBookLegend.Facts(depth)
            : OrderBookLegend.Facts(depth).Append(string.Join(' ', OrderBookLegend.Spread(depth)));

    private static string Description(OrderBookDepth depth)
    {
        var facts = string.Join(", ", Facts(depth));
        var unit = OrderBookLegend.Base(depth);
        var (bids, asks) = (
            ExactDecimal.Format(OrderBookDepth.TotalOf(depth.Bids)),
            ExactDecimal.Format(OrderBookDepth.TotalOf(depth.Asks))
        );
        return Language.Choose(
            $"Depth of {depth.Pair}: {depth.Bids.Count} bids of {bids} {unit}, {depth.Asks.Count} asks of {asks} {unit}. {facts}",
            $"{depth.Pair} 的深度：{depth.Bids.Count} 檔買單共 {bids} {unit}，{depth.Asks.Count} 檔賣單共 {asks} {unit}。{facts}"
        );
    }
}
