using Exchange.BitoPro.Wire;
using Exchange.Desk;
using Exchange.Http;

namespace Exchange.BitoPro;

/// <content>Cancelling: one order (T7), several (T15), all (T16), as calls for the write corridor.</content>
public sealed partial class BitoProClient
{
    /// <summary>The journal's word for cancelling an order.</summary>
    public const string CancelOrder = "CancelOrder";

    /// <summary>The journal's word for cancelling whatever is open.</summary>
    public const string CancelAllOrders = "CancelAll";

    /// <summary>Checks a cancellation of one order or of several. Sends nothing.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.EmptyCancelSet</c>, <c>BitoPro.InvalidPair</c>, <c>BitoPro.InvalidOrderId</c></exception>
    public BitoProCancelDraft DraftCancel(IReadOnlyList<BitoProOrderKey> orders)
    {
        var keys = orders
            .Select(order => new BitoProOrderKey(BitoProRules.Pair(order.Pair), BitoProRules.OrderId(order.OrderId)))
            .Distinct()
            .ToList();
        if (keys.Count == 0)
        {
            throw BitoProError.Input(
                "EmptyCancelSet",
                "There is no order to cancel.",
                "Name at least one pair with one order id."
            );
        }
        RequireCredentials();
        return new BitoProCancelDraft(keys) { Endpoint = _connection.Address };
    }

    /// <summary>T7 for one order, T15 for several, for the write corridor: sent again once when not answered, then verified
    /// with T17 (bitopro.md 6.4).</summary>
    /// <param name="draft">What to cancel.</param>
    /// <param name="attemptId">The caller's id for a single cancellation; null for new ones.</param>
    public WriteCall<IReadOnlyList<BitoProCancellation>> Cancel(BitoProCancelDraft draft, string? attemptId)
    {
        RequireCredentials();
        var request = draft.Orders is [var only]
            ? BitoProEndpoints.CancelOrder.Request([only.Pair, only.OrderId])
            : BitoProEndpoints.CancelBatch.Request([], body: nonce => CancelBody(draft, nonce));
        return Write(
            draft,
            request,
            [.. draft.Orders.Select(order => new PlannedAttempt(attemptId, CancelOrder, FactsOf(order)))],
            cancel => CancelAndVerifyAsync(draft, request, cancel),
            cancelled => [.. draft.Orders.Select(order => ResultOf(order, cancelled))]
        );
    }

    /// <summary>Checks a cancellation of everything that is open, in a pair or in all, and lists it (T8) as far as it can be read.</summary>
    /// <param name="pair">Lower-case pair; null for every pair.</param>
    /// <param name="everyPair">Must be said when no pair is named.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="ExchangeException"><c>BitoPro.MissingParameter</c> with neither.</exception>
    public async Task<BitoProCancelAllDraft> DraftCancelAllAsync(string? pair, bool everyPair, CancellationToken cancel)
    {
        if (pair is null && !everyPair)
        {
            throw BitoProError.Input(
                "MissingParameter",
                "Name a pair, or say that the open orders of every pair are meant.",
                "Use -All, with -Pair to stay within one pair."
            );
        }
        var checkedPair = pair is null ? null : BitoProRules.Pair(pair);
        RequireCredentials();
        return new BitoProCancelAllDraft(checkedPair, await OpenOrNullAsync(checkedPair, cancel).ConfigureAwait(false))
        {
            Endpoint = _connection.Address,
        };
    }

    /// <summary>T16 for the write corridor. Never repeated: orders placed in between would be hit.</summary>
    public WriteCall<IReadOnlyList<BitoProCancellation>> CancelAll(BitoProCancelAllDraft draft, string? attemptId)
    {
        RequireCredentials();
        var request = draft.Pair is { } pair
            ? BitoProEndpoints.CancelAllOfPair.Request([pair])
            : BitoProEndpoints.CancelAll.Request([]);
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["pair"] = draft.Pair ?? "ALL" };
        if (draft.OpenOrders is { } open)
        {
            facts["orders"] = string.Join(' ', open.Select(order => order.OrderId));
        }
        return Write(
            draft,
            request,
            [new PlannedAttempt(attemptId, CancelAllOrders, facts)],
            cancel =>
                _api.SendNowAsync(request, BitoProJson.Default.CancelledWire, wire => wire.ToCancellations(), cancel),
            cancelled => [AttemptResult.Accepted(string.Join(' ', cancelled.Select(order => order.OrderId)))]
        );
    }

    private async Task<IReadOnlyList<BitoProCancellation>> CancelAndVerifyAsync(
        BitoProCancelDraft draft,
        ApiRequest request,
        CancellationToken cancel
    )
    {
        try
        {
            return await SendCancelAsync(draft, request, cancel).ConfigureAwait(false);
        }
        catch (ExchangeException trouble) when (trouble.OutcomeUnknown || trouble.Attempts > 1)
        {
            // What can be seen to be cancelled is; when that is not all of it, the outcome stays as unknown as it was.
            var verified = await VerifyAsync(draft, cancel).ConfigureAwait(false);
            if (verified.Count < draft.Orders.Count)
            {
                throw;
            }
            return verified;
        }
    }

    private Task<IReadOnlyList<BitoProCancellation>> SendCancelAsync(
        BitoProCancelDraft draft,
        ApiRequest request,
        CancellationToken cancel
    ) =>
        draft.Orders is [var only]
            ? _api.SendNowAsync<OrderAcceptedWire, IReadOnlyList<BitoProCancellation>>(
                request,
                BitoProJson.Default.OrderAcceptedWire,
                wire => [wire.ToCancellation(only)],
                cancel
            )
            : _api.SendNowAsync(request, BitoProJson.Default.CancelledWire, wire => wire.ToCancellations(), cancel);

    private async Task<IReadOnlyList<BitoProCancellation>> VerifyAsync(
        BitoProCancelDraft draft,
        CancellationToken cancel
    )
    {
        var verified = new List<BitoProCancellation>();
        foreach (var key in draft.Orders)
        {
            if (
                !cancel.IsCancellationRequested
                && await FindCancelledAsync(key, cancel).ConfigureAwait(false) is { } order
            )
            {
                verified.Add(BitoProCancellation.Seen(order));
            }
        }
        return verified;
    }

    private async Task<BitoProOrder?> FindCancelledAsync(BitoProOrderKey key, CancellationToken cancel)
    {
        try
        {
            var order = await GetOrderAsync(key.Pair, key.OrderId, cancel).ConfigureAwait(false);
            return IsCancelled(order) ? order : null;
        }
        catch (Exception trouble) when (trouble is ExchangeException or OperationCanceledException)
        {
            return null;
        }
    }

    internal static bool IsCancelled(BitoProOrder order) =>
        order.Status is BitoProOrderStatus.Cancelled or BitoProOrderStatus.PartiallyFilledCancelled;

    private async Task<IReadOnlyList<BitoProOrder>?> OpenOrNullAsync(string? pair, CancellationToken cancel)
    {
        try
        {
            return await GetOpenOrdersAsync(pair, cancel).ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            _warn($"The open orders could not be listed: {trouble.Message}");
            return null;
        }
    }

    private static Dictionary<string, string> FactsOf(BitoProOrderKey order) =>
        new(StringComparer.Ordinal) { ["pair"] = order.Pair, ["orderId"] = order.OrderId };

    private static AttemptResult ResultOf(BitoProOrderKey order, IReadOnlyList<BitoProCancellation> cancelled) =>
        cancelled.Any(done => done.OrderId == order.OrderId)
            ? AttemptResult.Accepted(order.OrderId)
            : new AttemptResult(AttemptState.Rejected, null, "the service did not list it as cancelled");

    // bitopro.md T15: upper-case pairs, and the nonce beside them.
    private byte[] CancelBody(BitoProCancelDraft draft, long nonce) =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            foreach (var ofPair in draft.Orders.GroupBy(order => order.Pair, StringComparer.Ordinal))
            {
                json.WriteStartArray(ofPair.Key.ToUpperInvariant());
                foreach (var order in ofPair)
                {
                    json.WriteStringValue(order.OrderId);
                }
                json.WriteEndArray();
            }
            WriteNonce(json, nonce);
            json.WriteEndObject();
        });
}
