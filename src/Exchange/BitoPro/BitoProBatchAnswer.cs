using Exchange.BitoPro.Wire;

namespace Exchange.BitoPro;

/// <summary>What the service said to a batch, order by order.</summary>
/// <param name="Receipts">In the order of the draft; null for an order that the answer does not name.</param>
public sealed record BitoProBatchAnswer(IReadOnlyList<BitoProOrderReceipt?> Receipts)
{
    /// <summary>
    /// Reads which order each part of the answer belongs to. The answer is in the order of the request but may leave orders out
    /// (bitopro.md T14); a part is the next order of the same side, amount and price. Where leaving out makes that ambiguous, the
    /// orders that could be meant are left without a receipt.
    /// </summary>
    internal static BitoProBatchAnswer Match(BitoProBatchDraft draft, OrderAcceptedWire[] parts)
    {
        var orders = draft.Orders;
        if (parts.Length == orders.Count)
        {
            return new([.. orders.Select((order, i) => parts[i].ToReceipt(order))]);
        }
        var receipts = new BitoProOrderReceipt?[orders.Count];
        var next = 0;
        foreach (var part in parts)
        {
            var found = next;
            while (found < orders.Count && !IsAnswerTo(part, orders[found]))
            {
                found++;
            }
            if (found == orders.Count)
            {
                continue;
            }
            // Two alike, one answer too few: which of them it is cannot be told.
            if (CountAlike(orders, orders[found]) == parts.Count(other => IsAnswerTo(other, orders[found])))
            {
                receipts[found] = part.ToReceipt(orders[found]);
            }
            next = found + 1;
        }
        return new(receipts);
    }

    private static bool IsAnswerTo(OrderAcceptedWire part, BitoProOrderDraft order) =>
        BitoProWords.SideOf(part.Action) == order.Side
        && part.Amount == order.Amount
        && (order.Price is null || part.Price == order.Price);

    private static int CountAlike(IReadOnlyList<BitoProOrderDraft> orders, BitoProOrderDraft order) =>
        orders.Count(other => other.Side == order.Side && other.Amount == order.Amount && other.Price == order.Price);
}
