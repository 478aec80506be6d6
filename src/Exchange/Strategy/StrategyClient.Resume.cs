using Exchange.Desk;
using Exchange.Http;
using Exchange.Strategy.Rules;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy;

/// <content>Taking up suspended orders again (strategy.md 10).</content>
public sealed partial class StrategyClient
{
    /// <summary>The journal's word for resuming an order.</summary>
    public const string ResumeOrder = "ResumeStrategyOrder";

    /// <summary>Checks a resumption. Without ids those orders are found that are suspended and can be resumed; null when none is.</summary>
    /// <param name="orderIds">The ids; null to find them. An empty list finds nothing.</param>
    /// <param name="accountId">The wallet's account; null for the active one.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="ExchangeException"><c>Strategy.OrderIdInvalid</c></exception>
    public async Task<StrategyResumeDraft?> DraftResumeAsync(
        IReadOnlyList<string>? orderIds,
        string? accountId,
        CancellationToken cancel
    )
    {
        var named = orderIds is null ? null : OrderIds.Split(orderIds);
        if (named is { Count: 0 })
        {
            return null;
        }
        var (_, account) = await AccountAsync(accountId, cancel).ConfigureAwait(false);
        var ids = named ?? await ResumableAsync(account.AccountId, cancel).ConfigureAwait(false);
        return ids.Count == 0
            ? null
            : new StrategyResumeDraft(ids, account.AccountId) { Endpoint = _connection.Address };
    }

    /// <summary>The resumption for the write corridor. Sent once; Trader Mode is activated when the service asks for it.</summary>
    public WriteCall<StrategyResumption> Resume(StrategyResumeDraft draft, string? attemptId) =>
        new()
        {
            Service = "Strategy",
            Address = _connection.Address,
            Account = draft.AccountId,
            Draft = draft,
            Attempts = [.. draft.OrderIds.Select(id => new PlannedAttempt(attemptId, ResumeOrder, FactsOf(id)))],
            Ready = async cancel => _ = await _channel.RequireSessionAsync(cancel).ConfigureAwait(false),
            Send = cancel =>
                WithRemediesAsync(
                    draft.AccountId,
                    mayActivate: true,
                    () =>
                        _channel.SendAsync(
                            _channel.Endpoints.Reactivate.Request(ResumeBody(draft)),
                            StrategyJson.Default.Reactivated,
                            answer => ResumptionOf(draft, answer.Data),
                            cancel
                        ),
                    cancel
                ),
            Settle = resumption =>
                [
                    .. draft.OrderIds.Select(id =>
                        resumption.SuccessIds.Contains(id, StringComparer.Ordinal)
                            ? AttemptResult.Accepted(id)
                            : new AttemptResult(AttemptState.Rejected, null, "the service did not resume it")
                    ),
                ],
        };

    private async Task<IReadOnlyList<string>> ResumableAsync(string accountId, CancellationToken cancel)
    {
        var ids = new List<string>();
        var suspended = new StrategyOrderQuery
        {
            Status = ["suspended"],
            Limit = StrategyOrderQuery.LargestPage,
            AccountId = accountId,
        };
        await foreach (var order in GetOrdersAsync(suspended, cancel).ConfigureAwait(false))
        {
            if (order.CanResume)
            {
                ids.Add(order.OrderId);
            }
        }
        return ids;
    }

    // strategy.md 2.5-5: an older answer only counts; null says nothing of any.
    private static StrategyResumption ResumptionOf(StrategyResumeDraft draft, ReactivateWire? answer)
    {
        IReadOnlyList<string> succeeded = answer switch
        {
            { SuccessIds: { } named } => named,
            { FailIds: null, UpdateNum: > 0 } => draft.OrderIds,
            _ => [],
        };
        IReadOnlyList<string> failed = answer switch
        {
            { FailIds: { } named } => named,
            { SuccessIds: null, UpdateNum: <= 0 } => draft.OrderIds,
            _ => [],
        };
        return new StrategyResumption
        {
            SuccessIds = succeeded,
            FailIds = failed,
            Advice = succeeded.Count > 0 ? StrategyWording.ResumedMayExecute : null,
            AccountId = draft.AccountId,
        };
    }

    private static byte[] ResumeBody(StrategyResumeDraft draft) =>
        CompactJson.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("accountId", draft.AccountId);
            json.WriteStartArray("orderIds");
            foreach (var id in draft.OrderIds)
            {
                json.WriteStringValue(id);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });
}
