using Exchange.Simulator.Strategy.Tokens;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>
/// Carries every order from one status to the next at the instants at which that happens, however rarely anybody looks:
/// creating, active, trading, completed; or suspended, cancelled, expired, failed.
/// </summary>
internal sealed class OrderEngine(TokenPrices prices, WalletFunds funds, ulong seed)
{
    /// <summary>From the trigger to the trade, ms.</summary>
    public const long TradeMs = 2000;

    /// <summary>Between two attempts to trade, ms (strategy.md 13: about every 10 s).</summary>
    public const long RetryMs = 10_000;

    /// <summary>From the acceptance of a cancellation to its end, ms.</summary>
    public const long CancelMs = 2000;

    private const int ExceedSlippage = 3015;
    private const int InsufficientBalance = 3013;
    private const int OrderExpired = 3023;

    private readonly List<Obstacle> _obstacles = [];

    public void Obstruct(Obstacle obstacle) => _obstacles.Add(obstacle);

    /// <summary>Lets everything happen that is due by now, in the order of its instants.</summary>
    public void CatchUp(IReadOnlyList<StrategyOrder> orders, long nowMs)
    {
        while (true)
        {
            var next = orders
                .Select(order => (Order: order, AtMs: NextOf(order)))
                .Where(one => one.AtMs <= nowMs)
                .OrderBy(one => one.AtMs)
                .ThenBy(one => one.Order.Number)
                .FirstOrDefault();
            if (next.Order is null)
            {
                return;
            }
            Step(next.Order, next.AtMs!.Value);
        }
    }

    private long? NextOf(StrategyOrder order) =>
        order.Status switch
        {
            OrderStatus.Creating => order.WatchedFromMs,
            OrderStatus.Active => Earlier(TriggerOf(order), order.ExpiresMs),
            OrderStatus.Suspended => order.ExpiresMs,
            OrderStatus.Trading or OrderStatus.Cancelling => order.DueMs,
            _ => null,
        };

    private void Step(StrategyOrder order, long ms)
    {
        switch (order.Status)
        {
            case OrderStatus.Creating:
                order.Become(OrderStatus.Active, ms);
                return;
            case OrderStatus.Cancelling:
                order.Become(OrderStatus.Cancelled, ms);
                return;
            case OrderStatus.Trading when ms < order.ExpiresMs:
                Attempt(order, ms);
                return;
            case OrderStatus.Active when ms < order.ExpiresMs:
                order.Become(OrderStatus.Trading, ms);
                order.DueMs = ms + TradeMs;
                return;
            default:
                order.Events.Add(new(OrderExpired));
                order.CanResume = false;
                order.Become(OrderStatus.Expired, ms);
                return;
        }
    }

    private void Attempt(StrategyOrder order, long ms)
    {
        if (TakeObstacle(order) is { } obstacle)
        {
            Hinder(order, obstacle, ms);
            return;
        }
        if (!funds.Covers(order.AccountId, order.From, order.Amount))
        {
            order.Events.Add(new(InsufficientBalance));
            Suspend(order, ms);
            return;
        }
        if (IsBeyondSlippage(order, ms))
        {
            Retry(order, ExceedSlippage, ms);
            return;
        }
        Fill(order, ms);
    }

    private static void Hinder(StrategyOrder order, Obstacle obstacle, long ms)
    {
        var isLast = obstacle.Left == 1;
        var end = Obstacle.EndOf(obstacle.Code) ?? (isLast && obstacle.Then == "fail" ? OrderStatus.Failed : null);
        if (end is { } status)
        {
            order.Events.Add(new(obstacle.Code));
            order.Become(status, ms);
            return;
        }
        Retry(order, obstacle.Code, ms);
        if (isLast && obstacle.Then == "suspend")
        {
            Suspend(order, ms);
        }
    }

    private void Fill(StrategyOrder order, long ms)
    {
        var value = order.Amount * prices.At(order.From, ms);
        order.Received = Math.Round(value / prices.At(order.To, ms), order.To.Decimals, MidpointRounding.ToZero);
        order.TxHash = TransactionHash.Of(seed, order.Number, order.Chain.IsSolana);
        order.Events.Add(new(0, order.TxHash));
        order.Become(OrderStatus.Completed, ms);
        funds.Move(order.AccountId, order.From, -order.Amount);
        funds.Move(order.AccountId, order.To, order.Received.Value);
    }

    // Active again, as in the example of strategy.md 2.5: it can be cancelled, and tries anew while its trigger holds.
    private static void Retry(StrategyOrder order, int code, long ms)
    {
        order.Events.Add(new(code));
        order.WatchedFromMs = ms + RetryMs - TradeMs;
        order.Become(OrderStatus.Active, ms);
    }

    private static void Suspend(StrategyOrder order, long ms)
    {
        order.CanResume = true;
        order.Become(OrderStatus.Suspended, ms);
    }

    private Obstacle? TakeObstacle(StrategyOrder order)
    {
        var index = _obstacles.FindIndex(one => one.OrderId is null || one.OrderId == order.Id);
        if (index < 0)
        {
            return null;
        }
        var obstacle = _obstacles[index];
        _obstacles[index] = obstacle with { Left = obstacle.Left - 1 };
        _obstacles.RemoveAll(spent => spent.Left == 0);
        return obstacle;
    }

    private bool IsBeyondSlippage(StrategyOrder order, long ms)
    {
        var price = prices.At(order.Watched, ms);
        return order.IsBuy
            ? price > order.Trigger * (1 + order.Slippage)
            : price < order.Trigger * (1 - order.Slippage);
    }

    private long? TriggerOf(StrategyOrder order) =>
        prices.FirstCrossing(order.Watched, order.Trigger, order.FiresOnFall, order.WatchedFromMs);

    private static long Earlier(long? one, long other) => one < other ? one.Value : other;
}
