using System.Text.Json;
using Exchange.BitoPro.Wire;
using Exchange.Desk;
using Exchange.Http;

namespace Exchange.BitoPro;

/// <content>Several orders in one call: T14 for the write corridor.</content>
public sealed partial class BitoProClient
{
    /// <summary>The most orders of one call.</summary>
    public const int LargestBatch = 10;

    /// <summary>Checks tickets for one call. Asks for the pairs (T10), and with a cap for market prices, at most.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.BatchSize</c>, <c>BitoPro.UnsupportedInBatch</c>, or an order's own broken rule.</exception>
    public async Task<BitoProBatchDraft> DraftBatchAsync(
        IReadOnlyList<OrderTicket> tickets,
        OrderCap? cap,
        CancellationToken cancel
    )
    {
        if (tickets.Count is 0 or > LargestBatch)
        {
            throw BitoProError.Input(
                "BatchSize",
                $"A batch holds 1 to {LargestBatch} orders, not {tickets.Count}.",
                target: tickets.Count
            );
        }
        if (tickets.FirstOrDefault(ticket => ticket.Type == BitoProOrderType.StopLimit) is { } stop)
        {
            throw BitoProError.Input(
                "UnsupportedInBatch",
                $"A batch takes LIMIT and MARKET orders; the STOP_LIMIT order for {BitoProRules.Shown(stop.Pair)} must go alone.",
                "Place it without -Batch.",
                stop
            );
        }

        var orders = tickets.Select(OrderRules.Check).ToList();
        RequireCredentials();
        var pairs = await PairRulesAsync(cancel).ConfigureAwait(false);
        orders.ForEach(order => CheckAgainstPairs(order, pairs));
        if (cap is not null)
        {
            var valuation = new OrderValuation(this);
            for (var i = 0; i < orders.Count; i++)
            {
                orders[i] = await ValuedAsync(orders[i], valuation, cancel).ConfigureAwait(false);
            }
        }
        return new BitoProBatchDraft(orders) { Endpoint = _connection.Address, CapTwd = cap?.Twd };
    }

    /// <summary>T14 for the write corridor: one attempt for each order.</summary>
    /// <param name="draft">What to place.</param>
    /// <param name="attemptIds">The caller's ids in the order of the draft; null for new ones.</param>
    public WriteCall<BitoProBatchAnswer> PlaceBatch(BitoProBatchDraft draft, IReadOnlyList<string?> attemptIds)
    {
        RequireCredentials();
        var request = BitoProEndpoints.CreateBatch.Request([], body: nonce => BatchBody(draft, nonce));
        return Write(
            draft,
            request,
            [.. draft.Orders.Select((order, i) => new PlannedAttempt(attemptIds[i], PlaceOrder, OrderFacts.Of(order)))],
            cancel =>
                _api.SendNowAsync(
                    request,
                    BitoProJson.Default.BatchAccepted,
                    wire => BitoProBatchAnswer.Match(draft, wire.Required),
                    cancel
                ),
            answer => [.. answer.Receipts.Select(ResultOf)]
        );
    }

    private static AttemptResult ResultOf(BitoProOrderReceipt? receipt) =>
        receipt is not null
            ? AttemptResult.Accepted(receipt.OrderId)
            : new AttemptResult(AttemptState.Unknown, null, "the answer to the batch does not name it");

    private byte[] BatchBody(BitoProBatchDraft draft, long nonce) =>
        CompactJson.Write(json =>
        {
            json.WriteStartArray();
            foreach (var order in draft.Orders)
            {
                WriteBatchElement(json, order, nonce);
            }
            json.WriteEndArray();
        });

    // bitopro.md T14: the key order of an element, and 1.4 item 4: the nonce in every element.
    private void WriteBatchElement(Utf8JsonWriter json, BitoProOrderDraft order, long nonce)
    {
        json.WriteStartObject();
        json.WriteString("pair", order.Pair);
        json.WriteString("action", BitoProWords.Of(order.Side));
        json.WriteString("type", BitoProWords.Of(order.Type));
        if (order.Price is { } price)
        {
            json.WriteString("price", ExactDecimal.Format(price));
        }
        json.WriteString("amount", ExactDecimal.Format(order.Amount));
        json.WriteNumber("timestamp", nonce);
        WriteTail(json, order, nonce);
        json.WriteEndObject();
    }
}
