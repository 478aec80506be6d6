namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>The stop orders of one pair that wait for the last price to reach them.</summary>
internal sealed class StopOrders
{
    private readonly SortedSet<Order> _onRise = new(
        Comparer<Order>.Create((a, b) => Compare(a.StopPrice!.Value.CompareTo(b.StopPrice!.Value), a, b))
    );

    private readonly SortedSet<Order> _onFall = new(
        Comparer<Order>.Create((a, b) => Compare(b.StopPrice!.Value.CompareTo(a.StopPrice!.Value), a, b))
    );

    public int Count => _onRise.Count + _onFall.Count;

    /// <summary>Whether a last price lets a stop order in: <c>&gt;=</c> at or above its stop price, <c>&lt;=</c> at or below.</summary>
    public static bool IsTriggered(Order order, decimal lastPrice) =>
        order.TriggersOnRise ? lastPrice >= order.StopPrice : lastPrice <= order.StopPrice;

    public void Add(Order order) => Side(order).Add(order);

    public void Remove(Order order) => Side(order).Remove(order);

    /// <summary>Removes and returns the next order that the price triggers, nearest stop price first.</summary>
    public Order? TakeTriggered(decimal price)
    {
        var order = Triggered(_onRise, price) ?? Triggered(_onFall, price);
        if (order is not null)
        {
            Remove(order);
        }
        return order;
    }

    /// <summary>Whether a price in this range would trigger any order.</summary>
    public bool Touches(decimal low, decimal high) =>
        Triggered(_onRise, high) is not null || Triggered(_onFall, low) is not null;

    private static Order? Triggered(SortedSet<Order> orders, decimal price) =>
        orders.Min is { } next && IsTriggered(next, price) ? next : null;

    private static int Compare(int byPrice, Order a, Order b) => byPrice != 0 ? byPrice : a.Number.CompareTo(b.Number);

    private SortedSet<Order> Side(Order order) => order.TriggersOnRise ? _onRise : _onFall;
}
