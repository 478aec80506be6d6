namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>One side of a book: price levels from the best price outwards.</summary>
internal sealed class BookSide
{
    private readonly SortedSet<PriceLevel> _levels;
    private readonly Dictionary<decimal, PriceLevel> _byPrice = [];

    public BookSide(OrderSide side) =>
        _levels = new(
            side == OrderSide.Buy
                ? Comparer<PriceLevel>.Create((a, b) => b.Price.CompareTo(a.Price))
                : Comparer<PriceLevel>.Create((a, b) => a.Price.CompareTo(b.Price))
        );

    /// <summary>The best level, or null when the side is empty.</summary>
    public PriceLevel? Best => _levels.Min;

    /// <summary>All levels, best first.</summary>
    public IEnumerable<PriceLevel> Levels => _levels;

    public void Add(Order order)
    {
        if (!_byPrice.TryGetValue(order.Price, out var level))
        {
            level = new(order.Price);
            _byPrice.Add(order.Price, level);
            _levels.Add(level);
        }
        order.Resting = level.Orders.AddLast(order);
        level.Amount += order.RemainingAmount;
    }

    public void Remove(Order order)
    {
        var level = _byPrice[order.Price];
        level.Orders.Remove(order.Resting!);
        level.Amount -= order.RemainingAmount;
        order.Resting = null;
        if (level.Orders.Count > 0)
        {
            return;
        }
        _levels.Remove(level);
        _byPrice.Remove(order.Price);
    }

    /// <summary>Takes note that a resting order was filled by <paramref name="amount"/> base.</summary>
    public void Reduce(Order order, decimal amount) => _byPrice[order.Price].Amount -= amount;
}
