using Exchange.BitoPro;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>Rows of the report of an approved step (trade-guard.md 8.3): the answer to an order holds no fill, so the orders are looked at.</summary>
internal sealed class StepReports(BitoProClient client, TimeProvider clock)
{
    private const int Looks = 3;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(700);

    public async Task<IReadOnlyList<TradeStepOrder>> RowsAsync(
        IEnumerable<BitoProOrderReceipt> receipts,
        CancellationToken cancel
    )
    {
        var orders = new List<TradeStepOrder>();
        foreach (var receipt in receipts)
        {
            orders.Add(Row(receipt, await LookAsync(receipt, cancel)));
        }
        return orders;
    }

    // What cannot be read is not guessed, and is no reason to hide that the order was placed.
    private async Task<BitoProOrder?> LookAsync(BitoProOrderReceipt receipt, CancellationToken cancel)
    {
        try
        {
            for (var look = 1; ; look++)
            {
                var order = await client.GetOrderAsync(receipt.Pair, receipt.OrderId, cancel);
                if (order.Status != BitoProOrderStatus.Unfilled || look == Looks)
                {
                    return order;
                }
                await Task.Delay(BetweenLooks, clock, cancel);
            }
        }
        catch (Exception trouble) when (trouble is ExchangeException or OperationCanceledException)
        {
            return null;
        }
    }

    private static TradeStepOrder Row(BitoProOrderReceipt receipt, BitoProOrder? order) =>
        new()
        {
            OrderId = receipt.OrderId,
            AttemptId = receipt.AttemptId,
            Action = receipt.Side == BitoProSide.Sell ? "SELL" : "BUY",
            Pair = receipt.Pair,
            Amount = receipt.Amount ?? 0,
            ExecutedAmount = order?.ExecutedAmount,
            AvgExecutionPrice = order?.AvgExecutionPrice is { } price and > 0 ? price : null,
            Status = order?.StatusLabel,
        };
}
