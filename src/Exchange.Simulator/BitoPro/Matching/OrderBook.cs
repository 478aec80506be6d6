namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>The resting orders of one pair, matched by price, then time.</summary>
internal sealed class OrderBook
{
    public BookSide Bids { get; } = new(OrderSide.Buy);

    public BookSide Asks { get; } = new(OrderSide.Sell);

    public BookSide Own(Order order) => order.IsBuy ? Bids : Asks;

    public BookSide Opposite(Order order) => order.IsBuy ? Asks : Bids;

    /// <summary>Whether an order would match at once.</summary>
    public bool WouldTake(Order order) =>
        Opposite(order).Best is { } best
        && (order.Type == OrderType.Market || (order.IsBuy ? best.Price <= order.Price : best.Price >= order.Price));
}
