using Exchange.Desk;

namespace Exchange.Strategy;

/// <summary>
/// Finds out what became of an attempt: an order among all of the account's, live and ended; a cancellation or a resumption by the
/// state of its order.
/// </summary>
internal sealed class StrategyAttemptLookup(StrategyClient client, string? accountId) : IAttemptLookup
{
    public string Service => "Strategy";

    public Uri Address => client.Connection.Address;

    public string? Account => accountId;

    public Task<AttemptFinding> LookAsync(Attempt attempt, IReadOnlySet<string> claimed, CancellationToken cancel) =>
        attempt.Operation switch
        {
            StrategyClient.PlaceOrder => LookForOrderAsync(attempt, claimed, cancel),
            StrategyClient.CancelOrder => LookAtAsync(attempt, CancelledOf, cancel),
            StrategyClient.ResumeOrder => LookAtAsync(attempt, ResumedOf, cancel),
            StrategyClient.CancelAllOrders => LookAtAllCancelledAsync(attempt, cancel),
            _ => Task.FromResult<AttemptFinding>(
                new AttemptFinding.Unclear($"{attempt.Operation} cannot be looked for; see the service's own pages")
            ),
        };

    private async Task<AttemptFinding> LookForOrderAsync(
        Attempt attempt,
        IReadOnlySet<string> claimed,
        CancellationToken cancel
    )
    {
        var everything = new StrategyOrderQuery
        {
            Status = ["all"],
            Chain = [attempt.Facts["chain"]],
            Limit = StrategyOrderQuery.LargestPage,
            AccountId = accountId,
        };
        var orders = new Dictionary<string, StrategyOrder>(StringComparer.Ordinal);
        await foreach (var order in client.GetOrdersAsync(everything, cancel).ConfigureAwait(false))
        {
            orders[order.OrderId] = order;
        }
        return EffectSearch.Judge(
            attempt,
            orders.Values.Select(order => new EffectCandidate(
                order.OrderId,
                order.CreatedAt,
                StrategyOrderFacts.Fit(attempt.Facts, order)
            )),
            claimed,
            "orders",
            "no such order is among the account's, live or ended"
        );
    }

    private async Task<AttemptFinding> LookAtAsync(
        Attempt attempt,
        Func<StrategyOrder, AttemptFinding> judge,
        CancellationToken cancel
    ) => judge(await client.GetOrderAsync(attempt.Facts["orderId"], null, accountId, cancel).ConfigureAwait(false));

    private static AttemptFinding CancelledOf(StrategyOrder order) =>
        order.Status switch
        {
            StrategyOrderStatus.Cancelled or StrategyOrderStatus.Cancelling => new AttemptFinding.Found(
                order.OrderId,
                IsShared: true
            ),
            _ when order.IsTerminal => new AttemptFinding.Failed(
                $"the order {order.OrderId} had ended before: {order.StatusLabel}"
            ),
            _ => new AttemptFinding.Absent($"the order {order.OrderId} is {order.StatusLabel}"),
        };

    // Only what is live is traded; but a suspended order can expire, and be cancelled, as one that was resumed can.
    private static AttemptFinding ResumedOf(StrategyOrder order) =>
        order.Status switch
        {
            StrategyOrderStatus.Suspended => new AttemptFinding.Absent(
                $"the order {order.OrderId} is {order.StatusLabel}"
            ),
            StrategyOrderStatus.Expired or StrategyOrderStatus.Cancelled or StrategyOrderStatus.Cancelling =>
                new AttemptFinding.Failed(
                    $"the order {order.OrderId} is {order.StatusLabel} and was not traded, whether it was live again or not"
                ),
            _ => new AttemptFinding.Found(order.OrderId, IsShared: true),
        };

    // It took effect when none of the orders that were live before is live now.
    private async Task<AttemptFinding> LookAtAllCancelledAsync(Attempt attempt, CancellationToken cancel)
    {
        if (!attempt.Facts.TryGetValue("orders", out var listed))
        {
            return new AttemptFinding.Unclear("what was live before is not known; look at the orders yourself");
        }
        var before = listed.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var left = new List<string>();
        var live = new StrategyOrderQuery { Limit = StrategyOrderQuery.LargestPage, AccountId = accountId };
        await foreach (var order in client.GetOrdersAsync(live, cancel).ConfigureAwait(false))
        {
            if (before.Contains(order.OrderId) && order.Status != StrategyOrderStatus.Cancelling)
            {
                left.Add(order.OrderId);
            }
        }
        return left.Count == 0
            ? new AttemptFinding.Found(listed, IsShared: true)
            : new AttemptFinding.Absent($"{left.Count} of its orders are still live: {string.Join(", ", left)}");
    }
}
