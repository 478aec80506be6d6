namespace Exchange.Charts;

/// <summary>Draws one candle in one row of a terminal. A cell shows, for its upper and its lower half, body, wick or nothing.</summary>
/// <param name="Scale">The prices of the lowest and the highest half-row.</param>
/// <param name="Rows">Rows of the plot.</param>
/// <param name="BodyWidth">Columns of a body, 1 or 3.</param>
/// <param name="IsHollow">Draws falling bodies hollow, where colours cannot tell.</param>
internal readonly record struct CandleGlyphs(ValueScale Scale, int Rows, int BodyWidth, bool IsHollow)
{
    private enum Part
    {
        None,
        Wick,
        Body,
    }

    /// <summary>The half-row in which a price lies, 0 at the top.</summary>
    public static int HalfRowOf(ValueScale scale, decimal price, int rows) =>
        (int)Math.Round((1 - scale.Fraction(price)) * ((rows * 2) - 1));

    /// <summary>What is seen of a candle in a row.</summary>
    public string At(Candle candle, int row)
    {
        var centre = Glyph(candle, row * 2);
        if (BodyWidth == 1)
        {
            return centre.ToString();
        }
        var side = centre is '█' or '▀' or '▄' or '░' ? centre : ' ';
        return $"{side}{centre}{side}";
    }

    private char Glyph(Candle candle, int top) =>
        (PartAt(candle, top), PartAt(candle, top + 1)) switch
        {
            (Part.Body, _) or (_, Part.Body) when IsHollow && !candle.IsRising => '░',
            (Part.Body, Part.Body) => '█',
            (Part.Body, _) => '▀',
            (_, Part.Body) => '▄',
            (Part.Wick, Part.Wick) => '│',
            (Part.Wick, _) => '╵',
            (_, Part.Wick) => '╷',
            _ => ' ',
        };

    private Part PartAt(Candle candle, int half)
    {
        if (half < HalfOf(candle.High) || half > HalfOf(candle.Low))
        {
            return Part.None;
        }
        return half >= HalfOf(candle.BodyTop) && half <= HalfOf(candle.BodyEnd) ? Part.Body : Part.Wick;
    }

    private int HalfOf(decimal price) => HalfRowOf(Scale, price, Rows);
}
