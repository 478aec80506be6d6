namespace Exchange.Charts;

/// <summary>
/// Draws an order book in a terminal: asks above, bids below, the spread between them, and at each price a bar of all that
/// stands from the touch to there.
/// </summary>
public static class OrderBookLadder
{
    private const int Gap = 2;

    /// <summary>The lines of the ladder: legend, headings, a line a level, the spread.</summary>
    /// <param name="depth">The book.</param>
    /// <param name="width">Columns of the terminal; no line is wider.</param>
    /// <param name="colour">Green bids and red asks, by escape sequences.</param>
    public static IReadOnlyList<string> Lines(OrderBookDepth depth, int width, bool colour)
    {
        if (depth.IsEmpty)
        {
            return [Legend(depth, width), TerminalText.Cut(OrderBookLegend.NoOrders, width)];
        }
        var columns = LadderColumns.For(depth, width);
        return
        [
            Legend(depth, width),
            new TerminalLine(colour).Add(columns.Headings(OrderBookLegend.Base(depth)), Ink.Faint).ToString(),
            .. depth.Asks.Reverse().Select(level => Level(level, depth, columns, Ink.Red, colour)),
            new TerminalLine(colour).Add(Middle(depth, width), Ink.Faint).ToString(),
            .. depth.Bids.Select(level => Level(level, depth, columns, Ink.Green, colour)),
        ];
    }

    private static string Legend(OrderBookDepth depth, int width)
    {
        var facts = OrderBookLegend.Facts(depth);
        var room = width - TerminalText.Columns(depth.Pair) - Gap;
        return string.Join(
            new string(' ', Gap),
            TerminalText.Fitting(facts, room, Gap).Prepend(TerminalText.Cut(depth.Pair, width))
        );
    }

    private static string Level(DepthLevel level, OrderBookDepth depth, LadderColumns columns, Ink ink, bool colour)
    {
        var fraction = new ValueScale(0, depth.MostTotal).Fraction(level.Total);
        return new TerminalLine(colour)
            .Add(columns.Price(level), ink)
            .Add(columns.Amounts(level))
            .Add(Blocks.Bar(fraction, columns.BarWidth), ink)
            .ToString();
    }

    // A spread that is cut off is another spread; an empty side is said, so that nobody takes the other one for the whole book.
    private static string Middle(OrderBookDepth depth, int width)
    {
        var said = depth.Spread is null ? [OrderBookLegend.EmptySide(depth)] : OrderBookLegend.Spread(depth);
        var rule = string.Join(' ', TerminalText.Fitting(said.Prepend("──"), width - 1, gap: 1)) + " ";
        return rule + new string('─', width - TerminalText.Columns(rule));
    }
}
