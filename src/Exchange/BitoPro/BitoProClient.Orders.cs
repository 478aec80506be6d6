using System.Text.Json;
using Exchange.BitoPro.Wire;
using Exchange.Desk;
using Exchange.Http;

namespace Exchange.BitoPro;

/// <content>Placing and cancelling: T6 and T7, as calls for the write corridor.</content>
public sealed partial class BitoProClient
{
    /// <summary>The journal's word for placing an order.</summary>
    public const string PlaceOrder = "PlaceOrder";

    /// <summary>The journal's word for cancelling an order.</summary>
    public const string CancelOrder = "CancelOrder";

    /// <summary>Checks a ticket by all rules that can be known before it is sent. Asks for the pairs (T10) at most.</summary>
    /// <exception cref="ExchangeException">The id of the broken rule (bitopro.md section 9).</exception>
    public async Task<BitoProOrderDraft> DraftOrderAsync(OrderTicket ticket, CancellationToken cancel)
    {
        var draft = OrderRules.Check(ticket) with { Endpoint = _connection.Address };
        RequireCredentials();
        if (await PairRulesAsync(cancel).ConfigureAwait(false) is { } pairs)
        {
            var pair =
                pairs.FirstOrDefault(known => known.Pair == draft.Pair) ?? throw OrderRules.UnknownPair(draft.Pair);
            OrderRules.CheckAgainst(draft, pair);
        }
        return draft;
    }

    /// <summary>T6 for the write corridor.</summary>
    public WriteCall<BitoProOrderReceipt> Place(BitoProOrderDraft draft, string? attemptId)
    {
        RequireCredentials();
        var request = BitoProEndpoints.CreateOrder.Request([draft.Pair], body: nonce => OrderBody(draft, nonce));
        return new WriteCall<BitoProOrderReceipt>
        {
            Service = _api.Service.Name,
            Address = _connection.Address,
            Account = _connection.Account,
            Draft = draft,
            Attempts = [new PlannedAttempt(attemptId, PlaceOrder, OrderFacts.Of(draft))],
            Ready = cancel => _api.WaitForLimitsAsync(request, cancel),
            Send = cancel =>
                _api.SendNowAsync(
                    request,
                    BitoProJson.Default.OrderAcceptedWire,
                    wire => wire.ToReceipt(draft),
                    cancel
                ),
            Settle = receipt => [AttemptResult.Accepted(receipt.OrderId)],
        };
    }

    /// <summary>Checks a cancellation. Sends nothing.</summary>
    public BitoProCancelDraft DraftCancel(string pair, string orderId)
    {
        var draft = new BitoProCancelDraft(BitoProRules.Pair(pair), BitoProRules.OrderId(orderId), _connection.Address);
        RequireCredentials();
        return draft;
    }

    /// <summary>T7 for the write corridor: sent again once when it was not answered, then verified with T17 (bitopro.md 6.4).</summary>
    public WriteCall<BitoProCancellation> Cancel(BitoProCancelDraft draft, string? attemptId)
    {
        RequireCredentials();
        var request = BitoProEndpoints.CancelOrder.Request([draft.Pair, draft.OrderId]);
        return new WriteCall<BitoProCancellation>
        {
            Service = _api.Service.Name,
            Address = _connection.Address,
            Account = _connection.Account,
            Draft = draft,
            Attempts =
            [
                new PlannedAttempt(
                    attemptId,
                    CancelOrder,
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["pair"] = draft.Pair,
                        ["orderId"] = draft.OrderId,
                    }
                ),
            ],
            Ready = cancel => _api.WaitForLimitsAsync(request, cancel),
            Send = cancel => CancelAndVerifyAsync(draft, request, cancel),
            Settle = _ => [AttemptResult.Accepted(draft.OrderId)],
        };
    }

    /// <summary>Looks for attempts of this connection.</summary>
    public IAttemptLookup Lookup() => new BitoProAttemptLookup(this);

    private async Task<BitoProCancellation> CancelAndVerifyAsync(
        BitoProCancelDraft draft,
        ApiRequest request,
        CancellationToken cancel
    )
    {
        try
        {
            return await _api.SendNowAsync(
                    request,
                    BitoProJson.Default.OrderAcceptedWire,
                    wire => wire.ToCancellation(draft),
                    cancel
                )
                .ConfigureAwait(false);
        }
        catch (ExchangeException trouble) when (trouble.OutcomeUnknown || trouble.Attempts > 1)
        {
            if (
                cancel.IsCancellationRequested
                || await FindCancelledAsync(draft, cancel).ConfigureAwait(false) is not { } order
            )
            {
                throw;
            }
            return new BitoProCancellation
            {
                OrderId = order.OrderId,
                Pair = order.Pair,
                Side = order.Side,
                Amount = order.OriginalAmount,
                Price = order.Price,
                CancelledAt = order.UpdatedAt,
                Verified = true,
            };
        }
    }

    private async Task<BitoProOrder?> FindCancelledAsync(BitoProCancelDraft draft, CancellationToken cancel)
    {
        try
        {
            var order = await GetOrderAsync(draft.Pair, draft.OrderId, cancel).ConfigureAwait(false);
            return IsCancelled(order) ? order : null;
        }
        // A stop of the question, too, leaves the cancellation itself unknown: it was sent.
        catch (Exception trouble) when (trouble is ExchangeException or OperationCanceledException)
        {
            return null;
        }
    }

    internal static bool IsCancelled(BitoProOrder order) =>
        order.Status is BitoProOrderStatus.Cancelled or BitoProOrderStatus.PartiallyFilledCancelled;

    // bitopro.md section 4: when T10 cannot be had, precision and range are left to the service, with a warning.
    private async Task<IReadOnlyList<BitoProTradingPair>?> PairRulesAsync(CancellationToken cancel)
    {
        try
        {
            return await _pairs.GetAsync(_connection.Address, () => GetTradingPairsAsync(cancel)).ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            _warn(
                $"The rules of the pair could not be read, so decimals and limits are not checked here: {trouble.Message}"
            );
            return null;
        }
    }

    private byte[] OrderBody(BitoProOrderDraft draft, long nonce) =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("action", BitoProWords.Of(draft.Side));
            json.WriteString("amount", ExactDecimal.Format(draft.Amount));
            if (draft.Price is { } price)
            {
                json.WriteString("price", ExactDecimal.Format(price));
            }
            // bitopro.md 1.6: timestamp and nonce come from one reading of the clock.
            json.WriteNumber("timestamp", nonce);
            json.WriteString("type", BitoProWords.Of(draft.Type));
            if (draft.StopPrice is { } stop)
            {
                json.WriteString("stopPrice", ExactDecimal.Format(stop));
                json.WriteString("condition", draft.Condition);
            }
            json.WriteString("timeInForce", BitoProWords.Of(draft.TimeInForce));
            json.WriteNumber("clientId", draft.ClientId);
            WriteNonce(json, nonce);
            json.WriteEndObject();
        });

    private void WriteNonce(Utf8JsonWriter json, long nonce)
    {
        if (_connection.NoncePlacement == NoncePlacement.Seed)
        {
            json.WriteNumber("nonce", nonce);
        }
    }

    private void RequireCredentials()
    {
        if (_connection.Credentials is null)
        {
            throw BitoProError.CredentialsMissing([
                BitoProCredentials.KeyVariable,
                BitoProCredentials.SecretVariable,
                BitoProCredentials.EmailVariable,
            ]);
        }
    }
}
