using Exchange.BitoPro.Wire;
using Exchange.Http;

namespace Exchange.BitoPro;

/// <content>What the account has and had: T5, T8, T9, T17, T18.</content>
public sealed partial class BitoProClient
{
    private const int LargestPage = 1000;

    /// <summary>T5.</summary>
    public Task<IReadOnlyList<BitoProBalance>> GetBalancesAsync(CancellationToken cancel) =>
        _api.SendAsync(
            BitoProEndpoints.Balance.Request([]),
            BitoProJson.Default.Balances,
            wire => wire.Required.Map(balance => balance.ToModel()),
            cancel
        );

    /// <summary>T8: open orders, of one pair or of all, newest change first.</summary>
    public Task<IReadOnlyList<BitoProOrder>> GetOpenOrdersAsync(string? pair, CancellationToken cancel) =>
        _api.SendAsync(
            BitoProEndpoints.OpenOrders.Request(
                [],
                pair is null ? [] : [new KeyValuePair<string, string>("pair", BitoProRules.Pair(pair))]
            ),
            BitoProJson.Default.Orders,
            wire => wire.Required.Map(order => order.ToModel(pair)),
            cancel
        );

    /// <summary>T17: one order of the past 90 days.</summary>
    public Task<BitoProOrder> GetOrderAsync(string pair, string orderId, CancellationToken cancel) =>
        _api.SendAsync(
            BitoProEndpoints.Order.Request([BitoProRules.Pair(pair), BitoProRules.OrderId(orderId)]),
            BitoProJson.Default.OrderWire,
            wire => wire.ToModel(pair),
            cancel
        );

    /// <summary>T9: orders of a pair, newest first, page after page as they are taken.</summary>
    public IAsyncEnumerable<BitoProOrder> GetOrderHistoryAsync(OrderHistoryQuery query, CancellationToken cancel)
    {
        BitoProRules.Pair(query.Pair);
        var limit = PageSize(query.PageSize, query.First, LargestPage);
        var fixedPart = WindowQuery(query.Since, query.Until);
        if (query.Status is { } status)
        {
            fixedPart.Add(new("status", Text(BitoProRules.Status(status))));
        }
        else if (query.StatusKind is { } kind)
        {
            fixedPart.Add(new("statusKind", BitoProRules.StatusKind(kind)));
        }
        if (query.ClientId is { } clientId)
        {
            fixedPart.Add(new("clientId", Text(BitoProRules.Limit(clientId, int.MaxValue))));
        }
        var start = query.FromOrderId is null ? null : BitoProRules.OrderId(query.FromOrderId);
        return CursorPages.WalkAsync(
            cursor => OrderPageAsync(query.Pair, Page(fixedPart, limit, "orderId", cursor ?? start), cancel),
            order => order.OrderId,
            order => order.OrderId,
            limit,
            cancel
        );
    }

    /// <summary>T18: fills of a pair, newest first, page after page as they are taken.</summary>
    public IAsyncEnumerable<BitoProFill> GetFillsAsync(FillQuery query, CancellationToken cancel)
    {
        BitoProRules.Pair(query.Pair);
        var limit = PageSize(query.PageSize, query.First, LargestPage);
        var fixedPart = WindowQuery(query.Since, query.Until);
        if (query.OrderId is { } orderId)
        {
            fixedPart.Add(new("orderId", BitoProRules.OrderId(orderId)));
        }
        var start = query.FromTradeId is null ? null : BitoProRules.TradeId(query.FromTradeId);
        return CursorPages.WalkAsync(
            cursor => FillPageAsync(query.Pair, Page(fixedPart, limit, "tradeId", cursor ?? start), cancel),
            fill => fill.TradeId,
            fill => $"{fill.TradeId} {fill.OrderId}",
            limit,
            cancel
        );
    }

    private Task<IReadOnlyList<BitoProOrder>> OrderPageAsync(
        string pair,
        IReadOnlyList<KeyValuePair<string, string>> query,
        CancellationToken cancel
    ) =>
        _api.SendAsync(
            BitoProEndpoints.OrderHistory.Request([pair], query),
            BitoProJson.Default.Orders,
            wire => wire.Required.Map(order => order.ToModel(pair)),
            cancel
        );

    private Task<IReadOnlyList<BitoProFill>> FillPageAsync(
        string pair,
        IReadOnlyList<KeyValuePair<string, string>> query,
        CancellationToken cancel
    ) =>
        _api.SendAsync(
            BitoProEndpoints.Fills.Request([pair], query),
            BitoProJson.Default.Fills,
            wire => wire.Required.Map(fill => fill.ToModel(pair)),
            cancel
        );

    private List<KeyValuePair<string, string>> WindowQuery(DateTimeOffset? since, DateTimeOffset? until)
    {
        var now = _clock.GetUtcNow();
        var window = HistoryWindow.For(since, until, now);
        if (window.ReachesPastKept(now))
        {
            _warn("The service keeps the past 90 days; what is older will be missing.");
        }
        var query = new List<KeyValuePair<string, string>>();
        window.AddTo(query);
        return query;
    }

    private static int PageSize(int? asked, int? first, int largest)
    {
        var size = asked is { } wanted ? BitoProRules.Limit(wanted, largest) : Math.Min(first ?? largest, largest);
        // A cursor's item comes again with the next page, so a page must hold two to get on.
        return first == 1 ? size : Math.Max(size, 2);
    }

    private static List<KeyValuePair<string, string>> Page(
        List<KeyValuePair<string, string>> fixedPart,
        int limit,
        string cursorName,
        string? cursor
    )
    {
        List<KeyValuePair<string, string>> query = [.. fixedPart, new("limit", Text(limit))];
        if (cursor is not null)
        {
            query.Add(new(cursorName, cursor));
        }
        return query;
    }
}
