using Exchange.Simulator.BitoPro.Accounts;
using Exchange.Simulator.BitoPro.Markets;

namespace Exchange.Simulator.BitoPro.Matching;

/// <summary>
/// Price-time matching of one pair: what an order spends is held when it arrives, paid when it matches, and released when
/// it ends.
/// </summary>
internal sealed class MatchingEngine(TradingPair pair, Action<Execution> executed, Action<Order> changed)
{
    public OrderBook Book { get; } = new();

    public StopOrders Stops { get; } = new();

    /// <summary>Takes an order whose funds are there; it rests, matches, waits for its trigger, or ends.</summary>
    public void Submit(Order order, decimal lastPrice, long nowMs)
    {
        Settlement.Hold(order);
        order.UpdatedMs = nowMs;
        if (order.Type == OrderType.StopLimit && !StopOrders.IsTriggered(order, lastPrice))
        {
            order.Status = OrderStatus.NotTriggered;
            Stops.Add(order);
            changed(order);
            return;
        }
        Enter(order, nowMs);
    }

    /// <summary>Ends an open order; what it held is available again.</summary>
    public void Cancel(Order order, long nowMs)
    {
        if (order.Status == OrderStatus.NotTriggered)
        {
            Stops.Remove(order);
        }
        else
        {
            Book.Own(order).Remove(order);
        }
        End(order, order.ExecutedAmount > 0 ? OrderStatus.PartlyFilledCancelled : OrderStatus.Cancelled, nowMs);
    }

    /// <summary>Lets the next stop order in that a trade at <paramref name="price"/> triggers; false when there is none.</summary>
    public bool TryTrigger(decimal price, long nowMs)
    {
        if (Stops.TakeTriggered(price) is not { } order)
        {
            return false;
        }
        Enter(order, nowMs);
        return true;
    }

    private void Enter(Order order, long nowMs)
    {
        order.Status = OrderStatus.Unfilled;
        order.UpdatedMs = nowMs;
        if (order.IsPostOnly && Book.WouldTake(order))
        {
            End(order, OrderStatus.PostOnlyCancelled, nowMs);
            return;
        }
        Match(order, nowMs);
        if (IsSpent(order))
        {
            End(order, OrderStatus.Completed, nowMs);
            return;
        }
        if (order.Type == OrderType.Market)
        {
            End(order, order.ExecutedAmount > 0 ? OrderStatus.PartlyFilledCancelled : OrderStatus.Cancelled, nowMs);
            return;
        }
        Book.Own(order).Add(order);
        changed(order);
    }

    private void Match(Order taker, long nowMs)
    {
        var side = Book.Opposite(taker);
        while (Book.WouldTake(taker))
        {
            var maker = side.Best!.Orders.First!.Value;
            var amount = Math.Min(maker.RemainingAmount, Affordable(taker, maker.Price));
            if (amount == 0)
            {
                return;
            }
            Fill(new(taker, maker, maker.Price, amount, nowMs), side);
        }
    }

    private void Fill(Execution execution, BookSide makers)
    {
        var maker = execution.Maker;
        makers.Reduce(maker, execution.BaseAmount);
        Settlement.Settle(execution);
        if (maker.RemainingAmount == 0)
        {
            makers.Remove(maker);
            End(maker, OrderStatus.Completed, execution.TimeMs);
        }
        else
        {
            maker.Status = OrderStatus.PartlyFilled;
            changed(maker);
        }
        execution.Taker.Status = OrderStatus.PartlyFilled;
        executed(execution);
    }

    // A MARKET BUY spends quote: it takes whole lots only, so it may leave less than one lot's price unspent.
    private decimal Affordable(Order taker, decimal price) =>
        taker.IsQuoteAmount
            ? PowerOfTen.Floor(taker.RemainingAmount / price, pair.BasePrecision)
            : taker.RemainingAmount;

    private bool IsSpent(Order order)
    {
        if (order.RemainingAmount == 0 || !order.IsQuoteAmount)
        {
            return order.RemainingAmount == 0;
        }
        return order.ExecutedAmount > 0 && Book.Asks.Best is { } best && Affordable(order, best.Price) == 0;
    }

    private void End(Order order, int status, long nowMs)
    {
        order.Status = status;
        order.UpdatedMs = nowMs;
        Settlement.Release(order);
        changed(order);
    }
}
