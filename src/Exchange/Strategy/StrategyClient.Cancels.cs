using Exchange.Desk;
using Exchange.Http;
using Exchange.Strategy.Rules;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy;

/// <content>Cancelling: named orders, or every live one, as calls for the write corridor.</content>
public sealed partial class StrategyClient
{
    /// <summary>The journal's word for cancelling an order.</summary>
    public const string CancelOrder = "CancelStrategyOrder";

    /// <summary>The journal's word for cancelling whatever is live.</summary>
    public const string CancelAllOrders = "CancelAllStrategyOrders";

    /// <summary>Checks a cancellation of named orders. Sends nothing but a renewal of the session.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.OrderIdInvalid</c>, also when no id is named</exception>
    public async Task<StrategyCancelDraft> DraftCancelAsync(
        IReadOnlyList<string> orderIds,
        string? accountId,
        CancellationToken cancel
    )
    {
        var ids = OrderIds.Split(orderIds);
        if (ids.Count == 0)
        {
            throw StrategyError.Input(
                "OrderIdInvalid",
                "There are no ids of orders to cancel.",
                "Name at least one, or use -All.",
                "OrderId"
            );
        }
        var (_, account) = await AccountAsync(accountId, cancel).ConfigureAwait(false);
        return new StrategyCancelDraft(ids, IsEverything: false, account.AccountId) { Endpoint = _connection.Address };
    }

    /// <summary>Checks a cancellation of every live order, and lists them as far as they can be read.</summary>
    public async Task<StrategyCancelDraft> DraftCancelAllAsync(string? accountId, CancellationToken cancel)
    {
        var (_, account) = await AccountAsync(accountId, cancel).ConfigureAwait(false);
        var live = await LiveIdsAsync(account.AccountId, cancel).ConfigureAwait(false);
        return new StrategyCancelDraft(live ?? [], IsEverything: true, account.AccountId)
        {
            Endpoint = _connection.Address,
            IsListed = live is not null,
        };
    }

    /// <summary>The cancellation for the write corridor. Sent once; 60018 is an error here (strategy.md 8).</summary>
    public WriteCall<StrategyCancellation> Cancel(StrategyCancelDraft draft, string? attemptId) =>
        new()
        {
            Service = "Strategy",
            Address = _connection.Address,
            Account = draft.AccountId,
            Draft = draft,
            Attempts = draft.IsEverything
                ? [new PlannedAttempt(attemptId, CancelAllOrders, FactsOfAll(draft))]
                : [.. draft.OrderIds.Select(id => new PlannedAttempt(attemptId, CancelOrder, FactsOf(id)))],
            Ready = async cancel => _ = await _channel.RequireSessionAsync(cancel).ConfigureAwait(false),
            Send = cancel =>
                WithRemediesAsync(
                    draft.AccountId,
                    mayActivate: false,
                    () =>
                        _channel.SendAsync(
                            _channel.Endpoints.Cancel.Request(CancelBody(draft)),
                            StrategyJson.Default.Cancelled,
                            answer => new StrategyCancellation
                            {
                                UpdateNum = OrderMapping.Fitted(answer.Data?.UpdateNum) ?? 0,
                                EstimatedWaitTime = OrderMapping.Fitted(answer.Data?.EstimatedWaitTime),
                                OrderIds = draft.IsEverything ? [] : draft.OrderIds,
                                AccountId = draft.AccountId,
                            },
                            cancel
                        ),
                    cancel
                ),
            Settle = cancellation => [.. SettledBy(draft, cancellation)],
        };

    // The service counts what it took and does not name it: some of several is not known of any.
    private static IEnumerable<AttemptResult> SettledBy(StrategyCancelDraft draft, StrategyCancellation cancellation)
    {
        if (draft.IsEverything)
        {
            return [AttemptResult.Accepted(string.Join(' ', draft.OrderIds))];
        }
        return draft.OrderIds.Select(id =>
            cancellation.UpdateNum >= draft.OrderIds.Count ? AttemptResult.Accepted(id)
            : cancellation.UpdateNum <= 0
                ? new AttemptResult(AttemptState.Rejected, null, "the service took no cancellation")
            : new AttemptResult(
                AttemptState.Unknown,
                null,
                $"the service took {cancellation.UpdateNum} of {draft.OrderIds.Count} cancellations and does not say which"
            )
        );
    }

    private async Task<IReadOnlyList<string>?> LiveIdsAsync(string accountId, CancellationToken cancel)
    {
        try
        {
            var ids = new List<string>();
            var live = new StrategyOrderQuery { Limit = StrategyOrderQuery.LargestPage, AccountId = accountId };
            await foreach (var order in GetOrdersAsync(live, cancel).ConfigureAwait(false))
            {
                ids.Add(order.OrderId);
            }
            return ids;
        }
        catch (ExchangeException trouble)
        {
            _warn($"The live orders could not be listed: {trouble.Message}");
            return null;
        }
    }

    private static byte[] CancelBody(StrategyCancelDraft draft) =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("accountId", draft.AccountId);
            if (!draft.IsEverything)
            {
                json.WriteStartArray("orderIds");
                foreach (var id in draft.OrderIds)
                {
                    json.WriteStringValue(id);
                }
                json.WriteEndArray();
            }
            json.WriteBoolean("cancelAll", draft.IsEverything);
            json.WriteEndObject();
        });

    private static Dictionary<string, string> FactsOf(string id) => new(StringComparer.Ordinal) { ["orderId"] = id };

    private static Dictionary<string, string> FactsOfAll(StrategyCancelDraft draft) =>
        draft.IsListed
            ? new(StringComparer.Ordinal) { ["scope"] = "ALL", ["orders"] = string.Join(' ', draft.OrderIds) }
            : new(StringComparer.Ordinal) { ["scope"] = "ALL" };
}
