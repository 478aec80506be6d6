namespace Exchange.Charts;

/// <summary>Lays out what is said above a picture: title, facts, and what the colours mean.</summary>
internal static class SvgLegend
{
    private const double Gap = 18;
    private const double Swatch = 14;
    private const double TitleLine = 30;
    private const double FactLine = 52;

    /// <summary>Where the plot can begin, in pixels from the top.</summary>
    public const double Bottom = 68;

    /// <summary>The title, and below it the facts that fit, in order.</summary>
    public static void Draw(SvgDocument svg, double left, string title, IEnumerable<string> facts)
    {
        svg.Text("title", left, TitleLine, title);
        var x = left;
        foreach (var fact in facts)
        {
            // Facts are written larger than labels.
            var width = SvgText.WidthOf(fact) * 1.08;
            if (x + width > SvgDocument.Width - left)
            {
                return;
            }
            svg.Text("fact", x, FactLine, fact);
            x += width + Gap;
        }
    }

    /// <summary>What the colours mean, from the right edge leftwards; the last entry is the outermost.</summary>
    /// <param name="svg">The picture.</param>
    /// <param name="right">The right edge.</param>
    /// <param name="entries">For each: the style of the group, of the swatch in it, and its name.</param>
    public static void DrawKey(
        SvgDocument svg,
        double right,
        IEnumerable<(string Group, string Style, string Name)> entries
    )
    {
        var x = right;
        foreach (var (group, style, name) in entries.Reverse())
        {
            x -= SvgText.WidthOf(name);
            svg.Text("label", x, TitleLine - 2, name);
            x -= Swatch + 5;
            svg.Group($"key {group}");
            svg.Box(style, x, TitleLine - 13, Swatch, Swatch - 2);
            svg.EndGroup();
            x -= Gap;
        }
    }
}
