using System.Text;

namespace Exchange.Charts;

/// <summary>The two areas of an order book's picture, and the prices below them.</summary>
internal sealed class DepthAreas
{
    private const int MostPrices = 9;
    private const double Inset = 14;

    private readonly SvgDocument _svg;
    private readonly OrderBookDepth _depth;
    private readonly SvgPlot _prices;
    private readonly SvgPlot _amounts;
    private readonly ValueScale _priceScale;
    private readonly ValueScale _amountScale;

    public DepthAreas(SvgDocument svg, OrderBookDepth depth, SvgPlot plot)
    {
        _svg = svg;
        _depth = depth;
        _amounts = plot;
        // The last level of a side is an edge; the inset gives its step a width.
        _prices = plot with
        {
            Inset = Inset,
        };
        _priceScale = new ValueScale(depth.Levels.Min(level => level.Price), depth.Levels.Max(level => level.Price));
        _amountScale = new ValueScale(0, depth.MostTotal);
    }

    public void Draw()
    {
        DrawPrices();
        DrawSide(_depth.Bids, _amounts.Left, "bids", "bidline");
        DrawSide(_depth.Asks, _amounts.Right, "asks", "askline");
        if (_depth.Middle is { } middle)
        {
            _svg.Line("last", X(middle), _amounts.Top, X(middle), _amounts.Bottom);
        }
        DrawTips(_depth.Bids, _amounts.Left);
        DrawTips(_depth.Asks, _amounts.Right);
    }

    private void DrawPrices()
    {
        var ticks = Fitting();
        foreach (var price in ticks.Values)
        {
            _svg.Line("grid", X(price), _amounts.Top, X(price), _amounts.Bottom);
            _svg.Text("label", X(price), _amounts.Bottom + 20, ticks.Label(price), "middle");
        }
        var (unit, quote) = (OrderBookLegend.Base(_depth), _depth.Pair.Split('_')[^1]);
        var centre = (_amounts.Left + _amounts.Right) / 2;
        _svg.Text(
            "note",
            centre,
            _amounts.Bottom + 40,
            Language.Choose(
                $"price in {quote}; height: {unit} from the touch to the price",
                $"價格 {quote}；高度：由最佳價累計至該價的 {unit}"
            ),
            "middle"
        );
    }

    private RoundTicks Fitting()
    {
        var most = MostPrices;
        var ticks = RoundTicks.Between(_priceScale.Low, _priceScale.High, most);
        while (most > 1 && ticks.Values.Max(price => SvgText.WidthOf(ticks.Label(price)) + 16) * most > _prices.Width)
        {
            ticks = RoundTicks.Between(_priceScale.Low, _priceScale.High, --most);
        }
        return ticks;
    }

    private void DrawSide(IReadOnlyList<DepthLevel> side, double outside, string area, string line)
    {
        if (side.Count == 0)
        {
            return;
        }
        var steps = Steps(side, outside);
        _svg.Path(area, $"M{Point(X(side[0].Price), _amounts.Bottom)} {steps} V{SvgText.Of(_amounts.Bottom)} Z");
        _svg.Path(line, $"M{Point(X(side[0].Price), _amounts.Bottom)} {steps}");
    }

    private string Steps(IReadOnlyList<DepthLevel> side, double outside)
    {
        var path = new StringBuilder();
        for (var i = 0; i < side.Count; i++)
        {
            path.Append(
                FormattableString.Invariant($"V{SvgText.Of(Y(side[i]))} H{SvgText.Of(EndOf(side, i, outside))} ")
            );
        }
        return path.ToString().TrimEnd();
    }

    private void DrawTips(IReadOnlyList<DepthLevel> side, double outside)
    {
        for (var i = 0; i < side.Count; i++)
        {
            var (from, to) = (X(side[i].Price), EndOf(side, i, outside));
            _svg.Group("level", Tip(side[i]));
            _svg.Box("hover", Math.Min(from, to), _amounts.Top, Math.Abs(to - from), _amounts.Bottom - _amounts.Top);
            _svg.EndGroup();
        }
    }

    private string Tip(DepthLevel level)
    {
        var unit = OrderBookLegend.Base(_depth);
        string[] figures =
        [
            $"{Language.Choose("price", "價格")} {ExactDecimal.Format(level.Price)}",
            $"{Language.Choose("amount", "數量")} {ExactDecimal.Format(level.Amount)} {unit}",
            $"{Language.Choose("total", "累計")} {ExactDecimal.Format(level.Total)} {unit}",
        ];
        return string.Join('\n', figures);
    }

    private double EndOf(IReadOnlyList<DepthLevel> side, int i, double outside) =>
        i + 1 < side.Count ? X(side[i + 1].Price) : outside;

    private double X(decimal price) => _prices.X(_priceScale.Fraction(price));

    private double Y(DepthLevel level) => _amounts.Y(_amountScale.Fraction(level.Total));

    private static string Point(double x, double y) => $"{SvgText.Of(x)} {SvgText.Of(y)}";
}
