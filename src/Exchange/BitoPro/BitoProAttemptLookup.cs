using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>
/// Finds out what became of an attempt: an order among the open ones and the history of its pair, a cancellation by the state of
/// its order.
/// </summary>
internal sealed class BitoProAttemptLookup(BitoProClient client) : IAttemptLookup
{
    /// <summary>An order of the attempt was created in this span around its intent; a request lives 30 s, clocks differ a little.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(35);

    /// <summary>An order that fits but lies outside is not taken for the attempt's, nor is the attempt then called absent.</summary>
    private static readonly TimeSpan Doubtful = TimeSpan.FromMinutes(10);

    public string Service => "BitoPro";

    public Uri Address => client.Connection.Address;

    public string? Account => client.Connection.Account;

    public Task<AttemptFinding> LookAsync(Attempt attempt, IReadOnlySet<string> claimed, CancellationToken cancel) =>
        attempt.Operation switch
        {
            BitoProClient.PlaceOrder => LookForOrderAsync(attempt, claimed, cancel),
            BitoProClient.CancelOrder => LookAtCancelledAsync(attempt, cancel),
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
        var orders = new Dictionary<string, BitoProOrder>(StringComparer.Ordinal);
        foreach (var order in await client.GetOpenOrdersAsync(pair, cancel).ConfigureAwait(false))
        {
            orders[order.OrderId] = order;
        }
        var history = new OrderHistoryQuery
        {
            Pair = pair,
            StatusKind = "ALL",
            Since = attempt.StartedAt - Doubtful,
            Until = attempt.StartedAt + Doubtful,
        };
        await foreach (var order in client.GetOrderHistoryAsync(history, cancel).ConfigureAwait(false))
        {
            orders[order.OrderId] = order;
        }
        return Judge(attempt, orders.Values, claimed);
    }

    private static AttemptFinding Judge(Attempt attempt, IEnumerable<BitoProOrder> orders, IReadOnlySet<string> claimed)
    {
        var fitting = orders
            .Where(order => !claimed.Contains(order.OrderId))
            .Select(order => (Order: order, Fit: OrderFacts.Fit(attempt.Facts, order)))
            .Where(candidate => candidate.Fit != OrderFit.None)
            .ToList();
        var certain = fitting
            .Where(candidate => candidate.Fit == OrderFit.Exact && IsWithin(candidate.Order, attempt, Before, After))
            .Select(candidate => candidate.Order.OrderId)
            .ToList();
        if (certain.Count == 1)
        {
            return new AttemptFinding.Found(certain[0]);
        }
        if (certain.Count > 1)
        {
            return new AttemptFinding.Unclear($"{certain.Count} orders fit it: {string.Join(", ", certain)}");
        }
        var doubtful = fitting
            .Where(candidate => IsWithin(candidate.Order, attempt, Doubtful, Doubtful))
            .Select(candidate => $"{candidate.Order.OrderId} of {candidate.Order.CreatedAt:O}")
            .ToList();
        return doubtful.Count > 0
            ? new AttemptFinding.Unclear($"it may be {string.Join(" or ", doubtful)}, which fits only in part")
            : new AttemptFinding.Absent("no such order is open or in the history");
    }

    private static bool IsWithin(BitoProOrder order, Attempt attempt, TimeSpan before, TimeSpan after) =>
        order.CreatedAt >= attempt.StartedAt - before && order.CreatedAt <= attempt.StartedAt + after;

    private async Task<AttemptFinding> LookAtCancelledAsync(Attempt attempt, CancellationToken cancel)
    {
        var orderId = attempt.Facts["orderId"];
        var order = await client.GetOrderAsync(attempt.Facts["pair"], orderId, cancel).ConfigureAwait(false);
        if (BitoProClient.IsCancelled(order))
        {
            return new AttemptFinding.Found(orderId);
        }
        return order.IsOpen
            ? new AttemptFinding.Absent($"the order {orderId} is still open")
            : new AttemptFinding.Failed($"the order {orderId} had ended before: {order.StatusLabel}");
    }
}
