using Exchange.Simulator.Strategy.Tokens;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>The orders of every account: taken in, cancelled, taken up again.</summary>
internal sealed class StrategyDesk(TokenPrices prices, WalletFunds funds, ulong seed)
{
    /// <summary>strategy.md 12, 60006: pending orders an account may have.</summary>
    public const int LargestPending = 100;

    private const decimal SmallestUsd = 1;

    private readonly List<StrategyOrder> _orders = [];

    // The first order is the one of the contract's examples (strategy.md 2.5).
    private long _lastNumber = 17_262_791_359_882_689;

    public OrderEngine Engine { get; } = new(prices, funds, seed);

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<StrategyOrder> Orders => _orders;

    public void CatchUp(long nowMs) => Engine.CatchUp(_orders, nowMs);

    /// <exception cref="BackendRefusal">100010, 100012 or 60006.</exception>
    public StrategyOrder Place(CreateOrderRequest request, string accountId, long nowMs)
    {
        if (request.Amount * prices.At(request.From, nowMs) < SmallestUsd)
        {
            throw new BackendRefusal(100010);
        }
        if (!funds.Covers(accountId, request.From, request.Amount))
        {
            throw new BackendRefusal(100012);
        }
        if (_orders.Count(order => order.AccountId == accountId && !order.Status.IsTerminal()) >= LargestPending)
        {
            throw new BackendRefusal(60006);
        }
        var placed = request.ToOrder(++_lastNumber, accountId, nowMs);
        _orders.Add(placed);
        return placed;
    }

    /// <exception cref="BackendRefusal">60002: the account has no such order.</exception>
    public StrategyOrder Find(string accountId, string? orderId) =>
        _orders.Find(order => order.AccountId == accountId && order.Id == orderId) ?? throw new BackendRefusal(60002);

    /// <summary>How many of the orders are being cancelled now.</summary>
    /// <exception cref="BackendRefusal">Why the first of them is not, when none is.</exception>
    public int Cancel(string accountId, IReadOnlyList<string> ids, long nowMs)
    {
        BackendRefusal? first = null;
        var count = 0;
        foreach (var id in ids)
        {
            try
            {
                Cancel(Find(accountId, id), nowMs);
                count++;
            }
            catch (BackendRefusal refusal)
            {
                first ??= refusal;
            }
        }
        return count > 0 || first is null ? count : throw first;
    }

    /// <summary>Cancels whatever of the account can be cancelled.</summary>
    public int CancelAll(string accountId, long nowMs)
    {
        var open = _orders.FindAll(order => order.AccountId == accountId && IsCancellable(order));
        open.ForEach(order => Cancel(order, nowMs));
        return open.Count;
    }

    /// <summary>Takes a suspended order up again; false when it cannot be.</summary>
    public bool Resume(string accountId, string id, long nowMs)
    {
        var order = _orders.Find(one => one.AccountId == accountId && one.Id == id);
        if (order is not { Status: OrderStatus.Suspended, CanResume: true })
        {
            return false;
        }
        order.CanResume = false;
        order.WatchedFromMs = nowMs;
        order.Become(OrderStatus.Active, nowMs);
        return true;
    }

    private static bool IsCancellable(StrategyOrder order) =>
        order.Status is OrderStatus.Active or OrderStatus.Suspended;

    private static void Cancel(StrategyOrder order, long nowMs)
    {
        if (!IsCancellable(order))
        {
            throw new BackendRefusal(
                order.Status switch
                {
                    OrderStatus.Completed => 60017,
                    OrderStatus.Expired => 60014,
                    OrderStatus.Cancelled or OrderStatus.Failed => 60002,
                    _ => 60015,
                }
            );
        }
        order.CanResume = false;
        order.DueMs = nowMs + OrderEngine.CancelMs;
        order.Become(OrderStatus.Cancelling, nowMs);
    }
}
