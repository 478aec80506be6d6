using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>
/// Finds out what became of an attempt: an order among the open ones and the history of its pair, a cancellation by the state of
/// its order, a withdrawal in the history of its currency.
/// </summary>
internal sealed class BitoProAttemptLookup(BitoProClient client) : IAttemptLookup
{
    public string Service => "BitoPro";

    public Uri Address => client.Connection.Address;

    public string? Account => client.Connection.Account;

    public Task<AttemptFinding> LookAsync(Attempt attempt, IReadOnlySet<string> claimed, CancellationToken cancel) =>
        attempt.Operation switch
        {
            BitoProClient.PlaceOrder => LookForOrderAsync(attempt, claimed, cancel),
            BitoProClient.CancelOrder => LookAtCancelledAsync(attempt, cancel),
            BitoProClient.CancelAllOrders => LookAtAllCancelledAsync(attempt, cancel),
            BitoProClient.Withdrawal => LookForWithdrawalAsync(attempt, claimed, cancel),
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
        var pair = attempt.Facts["pair"];
        var (since, until) = EffectSearch.SpanOf(attempt);
        var orders = new Dictionary<string, BitoProOrder>(StringComparer.Ordinal);
        foreach (var order in await client.GetOpenOrdersAsync(pair, cancel).ConfigureAwait(false))
        {
            orders[order.OrderId] = order;
        }
        var history = new OrderHistoryQuery
        {
            Pair = pair,
            StatusKind = "ALL",
            Since = since,
            Until = until,
        };
        await foreach (var order in client.GetOrderHistoryAsync(history, cancel).ConfigureAwait(false))
        {
            orders[order.OrderId] = order;
        }
        return EffectSearch.Judge(
            attempt,
            orders.Values.Select(order => new EffectCandidate(
                order.OrderId,
                order.CreatedAt,
                OrderFacts.Fit(attempt.Facts, order)
            )),
            claimed,
            "orders",
            "no such order is open or in the history"
        );
    }

    private async Task<AttemptFinding> LookAtCancelledAsync(Attempt attempt, CancellationToken cancel)
    {
        var orderId = attempt.Facts["orderId"];
        var order = await client.GetOrderAsync(attempt.Facts["pair"], orderId, cancel).ConfigureAwait(false);
        if (BitoProClient.IsCancelled(order))
        {
            return new AttemptFinding.Found(orderId, IsShared: true);
        }
        return order.IsOpen
            ? new AttemptFinding.Absent($"the order {orderId} is still open")
            : new AttemptFinding.Failed($"the order {orderId} had ended before: {order.StatusLabel}");
    }

    // It took effect when none of the orders that were open before is open now.
    private async Task<AttemptFinding> LookAtAllCancelledAsync(Attempt attempt, CancellationToken cancel)
    {
        if (!attempt.Facts.TryGetValue("orders", out var listed))
        {
            return new AttemptFinding.Unclear("what was open before is not known; look at the open orders yourself");
        }
        var before = listed.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        var open = await client.GetOpenOrdersAsync(null, cancel).ConfigureAwait(false);
        var left = open.Where(order => before.Contains(order.OrderId)).Select(order => order.OrderId).ToList();
        return left.Count == 0
            ? new AttemptFinding.Found(listed, IsShared: true)
            : new AttemptFinding.Absent($"{left.Count} of its orders are still open: {string.Join(", ", left)}");
    }

    private async Task<AttemptFinding> LookForWithdrawalAsync(
        Attempt attempt,
        IReadOnlySet<string> claimed,
        CancellationToken cancel
    )
    {
        var (since, until) = EffectSearch.SpanOf(attempt);
        var history = new TransferQuery
        {
            Currency = attempt.Facts["currency"],
            Since = since,
            Until = until,
        };
        var candidates = new List<EffectCandidate>();
        await foreach (var withdrawal in client.GetWithdrawalsAsync(history, cancel).ConfigureAwait(false))
        {
            var fit = WithdrawalFacts.Fit(attempt.Facts, withdrawal);
            candidates.Add(new EffectCandidate(withdrawal.Serial, withdrawal.CreatedAt, fit));
        }
        return EffectSearch.Judge(attempt, candidates, claimed, "withdrawals", "no such withdrawal is in the history");
    }
}
