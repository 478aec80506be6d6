namespace Exchange.Charts;

/// <summary>The columns of a ladder: figures at the right of theirs, all with the same decimals, and what is left for the bars.</summary>
internal sealed class LadderColumns
{
    private const string Gap = "  ";
    private const int LeastBar = 8;

    private readonly Column _price;
    private readonly Column? _amount;
    private readonly Column? _total;

    private LadderColumns(int width, Column price, Column? amount, Column? total)
    {
        (_price, _amount, _total) = (price, amount, total);
        BarWidth = width - price.Width - WidthOf(amount) - WidthOf(total) - Gap.Length;
    }

    /// <summary>Columns of the longest bar; none or fewer when even the prices leave no room.</summary>
    public int BarWidth { get; }

    /// <summary>As many columns as leave room for bars: the sum goes first, then the amount.</summary>
    public static LadderColumns For(OrderBookDepth depth, int width)
    {
        var price = Column.Of(Language.Choose("price", "價格"), depth.Levels.Select(level => level.Price));
        var amount = Column.Of(Language.Choose("amount", "數量"), depth.Levels.Select(level => level.Amount));
        var total = Column.Of(Language.Choose("total", "累計"), depth.Levels.Select(level => level.Total));
        LadderColumns[] choices =
        [
            new(width, price, amount, total),
            new(width, price, amount, null),
            new(width, price, null, null),
        ];
        return Array.Find(choices, choice => choice.BarWidth >= LeastBar)
            ?? new LadderColumns(width, price.IfWithin(width), null, null);
    }

    /// <summary>The headings.</summary>
    public string Headings(string unit)
    {
        var text = _price.Heading + HeadingOf(_amount) + HeadingOf(_total);
        var bars = Gap + Language.Choose($"depth in {unit}", $"累計深度 {unit}");
        return TerminalText.Columns(bars) <= BarWidth + Gap.Length ? text + bars : text;
    }

    /// <summary>The price of a level.</summary>
    public string Price(DepthLevel level) => _price.Text(level.Price);

    /// <summary>What is written between the price and the bar.</summary>
    public string Amounts(DepthLevel level) => TextOf(_amount, level.Amount) + TextOf(_total, level.Total) + Gap;

    private static int WidthOf(Column? column) => column is { } some ? some.Width + Gap.Length : 0;

    private static string HeadingOf(Column? column) => column is { } some ? Gap + some.Heading : "";

    private static string TextOf(Column? column, decimal value) => column is { } some ? Gap + some.Text(value) : "";

    private readonly record struct Column(string Name, int Decimals, int Width)
    {
        public string Heading => TerminalText.PadLeft(Name, Width);

        public static Column Of(string name, IEnumerable<decimal> values)
        {
            var figures = values.ToList();
            var decimals = figures.Max(ExactDecimal.DecimalPlaces);
            var widest = figures.Max(value => ExactDecimal.Format(value, decimals).Length);
            return new Column(name, decimals, Math.Max(TerminalText.Columns(name), widest));
        }

        public string Text(decimal value) =>
            Width == 0 ? "" : TerminalText.PadLeft(ExactDecimal.Format(value, Decimals), Width);

        // A price that is cut off is another price: it is there whole or not at all.
        public Column IfWithin(int width) => Width <= width ? this : new Column("", 0, 0);
    }
}
