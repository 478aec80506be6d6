namespace Exchange.Charts;

/// <summary>Grid lines and labels of a plot.</summary>
internal static class SvgAxes
{
    private const double LabelGap = 8;
    private const double BaseLine = 4;

    /// <summary>Horizontal lines at round values, labels at the right.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="plot">Where.</param>
    /// <param name="scale">The values of its lowest and highest line.</param>
    /// <param name="ticks">The round values.</param>
    /// <param name="label">How they are written.</param>
    /// <param name="keepFree">A height at which something else is written, in pixels; no label comes close to it.</param>
    public static void DrawValues(
        SvgDocument svg,
        SvgPlot plot,
        ValueScale scale,
        RoundTicks ticks,
        Func<decimal, string> label,
        double? keepFree = null
    )
    {
        foreach (var value in ticks.Values)
        {
            var y = plot.Y(scale.Fraction(value));
            svg.Line("grid", plot.Left, y, plot.Right, y);
            if (keepFree is not { } taken || Math.Abs(taken - y) >= 16)
            {
                svg.Text("label", plot.Right + LabelGap, y + BaseLine, label(value));
            }
        }
        svg.Line("edge", plot.Right, plot.Top, plot.Right, plot.Bottom);
    }

    /// <summary>A label on the value axis that stands out: the last price.</summary>
    public static void DrawTag(SvgDocument svg, SvgPlot plot, double y, string label)
    {
        svg.Line("last", plot.Left, y, plot.Right, y);
        svg.Box("tag", plot.Right + 2, y - 9, (SvgText.WidthOf(label) * SvgText.Bold) + 12, 18);
        svg.Text("tagtext", plot.Right + LabelGap, y + BaseLine, label);
    }
}
