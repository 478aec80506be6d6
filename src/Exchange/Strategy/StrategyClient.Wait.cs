namespace Exchange.Strategy;

/// <content>Looking once, three seconds later (strategy.md 11): the service answers with acceptance, not with what became of it.</content>
public sealed partial class StrategyClient
{
    private static readonly TimeSpan BeforeLook = TimeSpan.FromSeconds(3);

    /// <summary>The receipt with what a look showed.</summary>
    public async Task<StrategyOrderReceipt> WaitAsync(StrategyOrderReceipt receipt, CancellationToken cancel) =>
        await LookAsync([receipt.OrderId], receipt.AccountId, cancel).ConfigureAwait(false) is [var order]
            ? receipt with
            {
                Status = order.Status,
                StatusLabel = order.StatusLabel,
                Settled = order.IsTerminal,
                Order = order.IsTerminal ? order : null,
            }
            : receipt;

    /// <summary>The cancellation with what a look showed.</summary>
    public async Task<StrategyCancellation> WaitAsync(StrategyCancellation cancellation, CancellationToken cancel) =>
        await LookAsync(cancellation.OrderIds, cancellation.AccountId, cancel).ConfigureAwait(false) is { } orders
            ? cancellation with
            {
                Orders = orders,
                Settled = orders.All(order => order.IsTerminal),
            }
            : cancellation;

    /// <summary>The resumption with what a look at all of its orders showed, those included that failed.</summary>
    public async Task<StrategyResumption> WaitAsync(
        StrategyResumption resumption,
        IReadOnlyList<string> orderIds,
        CancellationToken cancel
    ) =>
        await LookAsync(orderIds, resumption.AccountId, cancel).ConfigureAwait(false) is { } orders
            ? resumption with
            {
                Orders = orders,
                Settled = orders.All(order => order.IsTerminal),
            }
            : resumption;

    // What was accepted stays accepted: a look that fails must not lose the id of a new order.
    private async Task<IReadOnlyList<StrategyOrder>?> LookAsync(
        IReadOnlyList<string> ids,
        string? accountId,
        CancellationToken cancel
    )
    {
        try
        {
            await Task.Delay(BeforeLook, _clock, cancel).ConfigureAwait(false);
            var orders = new List<StrategyOrder>();
            foreach (var id in ids)
            {
                orders.Add(await GetOrderAsync(id, UsdMode, accountId, cancel).ConfigureAwait(false));
            }
            return orders;
        }
        catch (ExchangeException trouble)
        {
            _warn($"It was accepted, but what became of it could not be read: {trouble.Message}");
            return null;
        }
    }
}
