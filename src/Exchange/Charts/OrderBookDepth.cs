namespace Exchange.Charts;

/// <summary>One price level of an order book to draw.</summary>
/// <param name="Price">Quote per base.</param>
/// <param name="Amount">Base units at this price.</param>
/// <param name="Total">Base units from the touch to here.</param>
public readonly record struct DepthLevel(decimal Price, decimal Amount, decimal Total);

/// <summary>
/// An order book, ready to draw: best prices first, amounts summed from the touch. What cannot be a price or an amount (below 0,
/// above 10^18) is left out.
/// </summary>
public sealed class OrderBookDepth
{
    /// <summary>Sorts and sums the levels of a book.</summary>
    /// <param name="pair">Lower-case pair.</param>
    /// <param name="asks">Price and amount of sell orders, in any order.</param>
    /// <param name="bids">Price and amount of buy orders, in any order.</param>
    public OrderBookDepth(
        string pair,
        IEnumerable<(decimal Price, decimal Amount)> asks,
        IEnumerable<(decimal Price, decimal Amount)> bids
    )
    {
        Pair = pair;
        Asks = Summed(asks.OrderBy(level => level.Price));
        Bids = Summed(bids.OrderByDescending(level => level.Price));
    }

    /// <summary>Lower-case pair.</summary>
    public string Pair { get; }

    /// <summary>Sell orders, lowest price first.</summary>
    public IReadOnlyList<DepthLevel> Asks { get; }

    /// <summary>Buy orders, highest price first.</summary>
    public IReadOnlyList<DepthLevel> Bids { get; }

    internal IEnumerable<DepthLevel> Levels => Asks.Concat(Bids);

    internal bool IsEmpty => Asks.Count == 0 && Bids.Count == 0;

    internal decimal MostTotal => Math.Max(TotalOf(Asks), TotalOf(Bids));

    /// <summary>Best ask less best bid; null when a side is empty.</summary>
    internal decimal? Spread => Asks.Count > 0 && Bids.Count > 0 ? Asks[0].Price - Bids[0].Price : null;

    /// <summary>The price between the best ones; null when a side is empty.</summary>
    internal decimal? Middle => Spread is { } spread ? Bids[0].Price + (spread / 2) : null;

    internal static decimal TotalOf(IReadOnlyList<DepthLevel> side) => side.Count > 0 ? side[^1].Total : 0;

    private static List<DepthLevel> Summed(IEnumerable<(decimal Price, decimal Amount)> side)
    {
        var levels = new List<DepthLevel>();
        foreach (var (price, amount) in side)
        {
            if (Drawable.Is(price) && Drawable.Is(amount))
            {
                levels.Add(new DepthLevel(price, amount, TotalOf(levels) + amount));
            }
        }
        return levels;
    }
}
