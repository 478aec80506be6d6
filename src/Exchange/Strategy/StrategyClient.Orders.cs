using Exchange.Desk;
using Exchange.Strategy.Rules;
using Exchange.Strategy.Signing;
using Exchange.Strategy.Wallet;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy;

/// <content>Placing an order: the pipeline of strategy.md 7, its first half as a draft, its second as a call for the write corridor.</content>
public sealed partial class StrategyClient
{
    /// <summary>The journal's word for placing an order.</summary>
    public const string PlaceOrder = "PlaceStrategyOrder";

    /// <summary>Checks a ticket by all rules that can be known before it is sent, with two look-ups at most.</summary>
    /// <exception cref="ExchangeException">The id of the broken rule (strategy.md 1.6).</exception>
    public async Task<StrategyDrafting> DraftOrderAsync(StrategyOrderTicket ticket, CancellationToken cancel)
    {
        var given = CheckedTicket.Of(ticket, _warn);
        var (session, account) = await AccountAsync(ticket.AccountId, cancel).ConfigureAwait(false);
        RequireSigning(session);
        _ = account.AddressOn(given.Chain);

        var prices = await PricesAsync(given, cancel).ConfigureAwait(false);
        var infos = await _market
            .InfosAsync(given.Chain, [given.FromToken, given.ToToken], cancel)
            .ConfigureAwait(false);
        if (!infos.TryGetValue(given.FromToken, out var from))
        {
            throw Market.MarketError.TokenInfoUnavailable(given.FromToken, given.Chain);
        }
        var draft = StrategyOrderDraft.Of(
            given,
            prices,
            from,
            infos.GetValueOrDefault(given.ToToken),
            account,
            _connection.Address
        );
        // strategy.md 7.4: nothing is shown of an order that is too small but how much would be enough.
        return prices.From is { } price && MinimumAmount.IsBelow(given.Amount, price)
            ? new StrategyDrafting(null, StrategyOrderDraft.BelowMinimumOf(price, from.Decimals, draft.FromSymbol))
            : new StrategyDrafting(draft, null);
    }

    /// <summary>The order for the write corridor. It is built and signed after the confirmation, and sent once.</summary>
    public WriteCall<StrategyPlacement> Place(StrategyOrderDraft draft, string? attemptId)
    {
        byte[] body = [];
        return new()
        {
            Service = "Strategy",
            Address = _connection.Address,
            Account = draft.AccountId,
            Draft = draft,
            Attempts = [new PlannedAttempt(attemptId, PlaceOrder, StrategyOrderFacts.Of(draft))],
            Ready = async cancel =>
            {
                var session = await _channel.RequireSessionAsync(cancel).ConfigureAwait(false);
                // One reading of the clock for all times; a repeat sends these very bytes.
                body = OrderBody.Write(draft, session, _clock.GetUtcNow());
            },
            Send = cancel => SendOrderAsync(draft, body, cancel),
            Settle = placement =>
                [
                    placement.Receipt is { } receipt
                        ? AttemptResult.Accepted(receipt.OrderId)
                        : new AttemptResult(AttemptState.Rejected, null, placement.TooSmall!.Message),
                ],
        };
    }

    /// <summary>Looks for attempts of an account.</summary>
    public IAttemptLookup Lookup(string? accountId) => new StrategyAttemptLookup(this, accountId);

    private async Task<StrategyPlacement> SendOrderAsync(
        StrategyOrderDraft draft,
        byte[] body,
        CancellationToken cancel
    )
    {
        try
        {
            var receipt = await WithRemediesAsync(
                    draft.AccountId,
                    mayActivate: true,
                    () =>
                        _channel.SendAsync(
                            _channel.Endpoints.CreateOrder.Request(body),
                            StrategyJson.Default.Order,
                            answer => ReceiptOf(answer, draft),
                            cancel
                        ),
                    cancel
                )
                .ConfigureAwait(false);
            return new StrategyPlacement(receipt, null);
        }
        catch (ExchangeException refused) when (BackendCodes.Of(refused) == BackendCodes.AmountTooSmall)
        {
            return new StrategyPlacement(null, draft.TooSmall(refused.Message));
        }
        catch (ExchangeException refused) when (IsLifetimeRefused(refused, draft))
        {
            throw refused.With(
                $"{refused.Message} The order's lifetime is {draft.Lifetime.TotalSeconds:0} s, which the service may not take.",
                $"Correct the parameter; without -ExpiresInSeconds an order lives {OrderLifetime.DefaultSeconds} s."
            );
        }
    }

    private static bool IsLifetimeRefused(ExchangeException refused, StrategyOrderDraft draft) =>
        BackendCodes.Of(refused) == BackendCodes.ParameterError
        && draft.Lifetime != TimeSpan.FromSeconds(OrderLifetime.DefaultSeconds);

    private static StrategyOrderReceipt ReceiptOf(Envelope<OrderWire> answer, StrategyOrderDraft draft)
    {
        var order = Required(answer.Data).ToModel(draft.AccountId);
        return new StrategyOrderReceipt
        {
            OrderId = order.OrderId,
            Status = order.Status,
            StatusLabel = order.StatusLabel,
            StrategyType = order.StrategyType ?? draft.StrategyType,
            StrategyTypeLabel = StrategyTypes.LabelOf(order.StrategyType ?? draft.StrategyType),
            EstimatedWaitTime = order.EstimatedWaitTime,
            EventCursor = order.EventCursor,
            AccountId = draft.AccountId,
        };
    }

    // strategy.md 7.1: without the price of the compared token there is no order; without the others there are no estimates.
    private async Task<OrderPrices> PricesAsync(CheckedTicket ticket, CancellationToken cancel)
    {
        var (needed, wanted) = OrderPrices.LookUps(ticket);
        var found = new Dictionary<string, ExactDecimal>(StringComparer.Ordinal);
        if (needed.Count + wanted.Count > 0)
        {
            try
            {
                var prices = await _market
                    .PricesAsync(ticket.Chain, [.. needed, .. wanted], cancel)
                    .ConfigureAwait(false);
                foreach (var (address, price) in prices)
                {
                    found[address] = price.Exact;
                }
            }
            catch (ExchangeException trouble) when (needed.Count == 0)
            {
                _warn($"Prices could not be read, so nothing is estimated: {trouble.Message}");
            }
        }
        return OrderPrices.Of(ticket, found);
    }

    // The seed is opened once before anything is asked, so that a session that cannot sign is told of first.
    private static void RequireSigning(WalletRecord session)
    {
        if (session.SaTeeId.Length == 0)
        {
            throw WalletError.SessionOutdated();
        }
        using var seed = SessionSeed.Of(session);
    }

    private static T Required<T>(T? data)
        where T : class => data ?? throw new System.Text.Json.JsonException("The field data is missing.");
}
