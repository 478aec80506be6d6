using System.Globalization;
using System.Runtime.CompilerServices;
using Exchange.Strategy.Rules;
using Exchange.Strategy.Wallet;
using Exchange.Strategy.Wire;

namespace Exchange.Strategy;

/// <content>Reading orders: one by its id, a page, or all of them (strategy.md 9).</content>
public sealed partial class StrategyClient
{
    /// <summary>The mode of orders pegged to USD.</summary>
    public const int UsdMode = 7;

    /// <summary>One order by its id, live or ended.</summary>
    /// <param name="orderId">The service's id.</param>
    /// <param name="mode">The service's number of the mode; null for orders pegged to USD.</param>
    /// <param name="accountId">The wallet's account; null for the active one.</param>
    /// <param name="cancel">Ends the call.</param>
    /// <exception cref="ExchangeException"><c>Strategy.OrderIdInvalid</c>, <c>Strategy.Backend.60002</c></exception>
    public async Task<StrategyOrder> GetOrderAsync(
        string orderId,
        int? mode,
        string? accountId,
        CancellationToken cancel
    )
    {
        var id = OrderIds.Check(orderId);
        var (_, account) = await AccountAsync(accountId, cancel).ConfigureAwait(false);
        return await _channel
            .SendAsync(
                _channel.Endpoints.OrderDetail.Request(
                    null,
                    new("accountId", account.AccountId),
                    new("orderId", id),
                    new("strategyMode", (mode ?? UsdMode).ToString(CultureInfo.InvariantCulture))
                ),
                StrategyJson.Default.Order,
                answer => Required(answer.Data).ToModel(account.AccountId),
                cancel
            )
            .ConfigureAwait(false);
    }

    /// <summary>One page, or with several tokens one page of each, merged: newest first, each order once.</summary>
    /// <exception cref="ExchangeException">The id of the broken rule, or <c>Wallet.NoAddressForChain</c></exception>
    public async Task<StrategyOrderPage> GetPageAsync(StrategyOrderQuery query, CancellationToken cancel)
    {
        var wanted = query.Check(_warn);
        var lists = Math.Max(1, wanted.Tokens.Count);
        var cursors = StartsOf(query.Cursor, lists);
        var (_, account) = await AccountAsync(query.AccountId, cancel).ConfigureAwait(false);
        if (wanted.Tokens.Count < 2)
        {
            return await PageAsync(wanted, account, wanted.OnlyToken, query.Cursor, cancel).ConfigureAwait(false);
        }
        var pages = new List<StrategyOrderPage>();
        for (var i = 0; i < lists; i++)
        {
            var isAtEnd = query.Cursor is not null && cursors[i] is null;
            pages.Add(
                isAtEnd
                    ? new StrategyOrderPage([], null)
                    : await PageAsync(wanted, account, wanted.Tokens[i], cursors[i], cancel).ConfigureAwait(false)
            );
        }
        return new StrategyOrderPage(
            Merged(pages.SelectMany(page => page.List)),
            JoinedCursor.Join([.. pages.Select(page => page.NextCursor)])
        );
    }

    /// <summary>Every order that fits, page by page; with several tokens merged, newest first.</summary>
    /// <exception cref="ExchangeException">The id of the broken rule, or <c>Wallet.NoAddressForChain</c></exception>
    public async IAsyncEnumerable<StrategyOrder> GetOrdersAsync(
        StrategyOrderQuery query,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var wanted = query.Check(_warn);
        var (_, account) = await AccountAsync(query.AccountId, cancel).ConfigureAwait(false);
        if (wanted.Tokens.Count < 2)
        {
            var token = wanted.OnlyToken;
            await foreach (var order in WalkAsync(wanted, account, token, cancel).ConfigureAwait(false))
            {
                yield return order;
            }
            yield break;
        }
        var all = new List<StrategyOrder>();
        foreach (var token in wanted.Tokens)
        {
            await foreach (var order in WalkAsync(wanted, account, token, cancel).ConfigureAwait(false))
            {
                all.Add(order);
            }
        }
        foreach (var order in Merged(all))
        {
            yield return order;
        }
    }

    private async IAsyncEnumerable<StrategyOrder> WalkAsync(
        CheckedOrderQuery query,
        WalletAccount account,
        string? token,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var walked = new HashSet<string>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await PageAsync(query, account, token, cursor, cancel).ConfigureAwait(false);
            foreach (var order in page.List.Where(order => given.Add(order.OrderId)))
            {
                yield return order;
            }
            cursor = page.NextCursor;
        }
        // A cursor that comes back would never come to an end.
        while (cursor is not null && walked.Add(cursor));
    }

    private Task<StrategyOrderPage> PageAsync(
        CheckedOrderQuery query,
        WalletAccount account,
        string? token,
        string? cursor,
        CancellationToken cancel
    ) =>
        _channel.SendAsync(
            _channel.Endpoints.OpenOrders.Request(query.Body(account, token, cursor)),
            StrategyJson.Default.OrderPage,
            answer => new StrategyOrderPage(
                [
                    .. (answer.Data?.DataList ?? [])
                        .OfType<OrderWire>()
                        .Select(order => order.ToModel(account.AccountId)),
                ],
                answer.Data?.Cursor is { Length: > 0 } next ? next : null
            ),
            cancel
        );

    private static IReadOnlyList<string?> StartsOf(string? cursor, int lists) =>
        cursor is null || lists < 2 ? new string?[lists] : JoinedCursor.Split(cursor, lists);

    private static IReadOnlyList<StrategyOrder> Merged(IEnumerable<StrategyOrder> orders) =>
        [
            .. orders
                .DistinctBy(order => order.OrderId, StringComparer.Ordinal)
                .OrderByDescending(order => order.CreatedAt ?? DateTimeOffset.MinValue),
        ];
}
