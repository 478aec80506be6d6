using System.Text.Json;
using Exchange.BitoPro.Wire;
using Exchange.Desk;
using Exchange.Http;

namespace Exchange.BitoPro;

/// <content>Placing one order: T6 as a call for the write corridor.</content>
public sealed partial class BitoProClient
{
    /// <summary>The journal's word for placing an order.</summary>
    public const string PlaceOrder = "PlaceOrder";

    /// <summary>Checks a ticket by all rules that can be known before it is sent. Asks for the pairs (T10), and with a cap for
    /// market prices (T1, T13), at most.</summary>
    /// <exception cref="ExchangeException">The id of the broken rule (bitopro.md section 9).</exception>
    public async Task<BitoProOrderDraft> DraftOrderAsync(OrderTicket ticket, OrderCap? cap, CancellationToken cancel)
    {
        var draft = OrderRules.Check(ticket) with { Endpoint = _connection.Address };
        RequireCredentials();
        CheckAgainstPairs(draft, await PairRulesAsync(cancel).ConfigureAwait(false));
        return cap is null
            ? draft
            : await ValuedAsync(draft, new OrderValuation(this), cancel).ConfigureAwait(false) with
            {
                CapTwd = cap.Twd,
            };
    }

    /// <summary>T6 for the write corridor.</summary>
    public WriteCall<BitoProOrderReceipt> Place(BitoProOrderDraft draft, string? attemptId)
    {
        RequireCredentials();
        var request = BitoProEndpoints.CreateOrder.Request([draft.Pair], body: nonce => OrderBody(draft, nonce));
        return Write(
            draft,
            request,
            [new PlannedAttempt(attemptId, PlaceOrder, OrderFacts.Of(draft))],
            cancel =>
                _api.SendNowAsync(
                    request,
                    BitoProJson.Default.OrderAcceptedWire,
                    wire => wire.ToReceipt(draft),
                    cancel
                ),
            receipt => [AttemptResult.Accepted(receipt.OrderId)]
        );
    }

    /// <summary>Looks for attempts of this connection.</summary>
    public IAttemptLookup Lookup() => new BitoProAttemptLookup(this);

    private static async Task<BitoProOrderDraft> ValuedAsync(
        BitoProOrderDraft draft,
        OrderValuation valuation,
        CancellationToken cancel
    ) =>
        await valuation.ValueAsync(draft, cancel).ConfigureAwait(false) is { } value
            ? draft with
            {
                Value = value,
            }
            : throw OrderCap.NotVerifiable(draft);

    private static void CheckAgainstPairs(BitoProOrderDraft draft, IReadOnlyList<BitoProTradingPair>? pairs)
    {
        if (pairs is not null)
        {
            var pair = pairs.FirstOrDefault(known => known.Pair == draft.Pair);
            OrderRules.CheckAgainst(draft, pair ?? throw OrderRules.UnknownPair(draft.Pair));
        }
    }

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

    internal byte[] OrderBody(BitoProOrderDraft draft, long nonce) =>
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
            WriteTail(json, draft, nonce);
            json.WriteEndObject();
        });

    private void WriteTail(Utf8JsonWriter json, BitoProOrderDraft draft, long nonce)
    {
        // bitopro.md T6: a market order is always GTC, so the key is left out, as in vector V6.
        if (draft.Type != BitoProOrderType.Market)
        {
            json.WriteString("timeInForce", BitoProWords.Of(draft.TimeInForce));
        }
        json.WriteNumber("clientId", draft.ClientId);
        WriteNonce(json, nonce);
    }

    private void WriteNonce(Utf8JsonWriter json, long nonce)
    {
        if (_connection.NoncePlacement == NoncePlacement.Seed)
        {
            json.WriteNumber("nonce", nonce);
        }
    }

    private WriteCall<T> Write<T>(
        IDraft draft,
        ApiRequest request,
        IReadOnlyList<PlannedAttempt> attempts,
        Func<CancellationToken, Task<T>> send,
        Func<T, IReadOnlyList<AttemptResult>> settle
    ) =>
        new()
        {
            Service = _api.Service.Name,
            Address = _connection.Address,
            Account = _connection.Account,
            Draft = draft,
            Attempts = attempts,
            Ready = cancel => _api.WaitForLimitsAsync(request, cancel),
            Send = send,
            Settle = settle,
        };

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
