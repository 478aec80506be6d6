using Exchange.Http;
using Exchange.Streams;

namespace Exchange.BitoPro;

/// <summary>The streams of bitopro.md section 8, in the same order.</summary>
internal static class BitoProStreams
{
    public static readonly BitoProStream OrderBook = new("ORDER_BOOK", "/v1/pub/order-books", IsPrivate: false);

    public static readonly BitoProStream Ticker = new("TICKER", "/v1/pub/tickers", IsPrivate: false);

    public static readonly BitoProStream Trade = new("TRADE", "/v1/pub/trades", IsPrivate: false);

    public static readonly BitoProStream ActiveOrders = new("ACTIVE_ORDERS", "/v1/pub/auth/orders", IsPrivate: true);

    public static readonly BitoProStream HistoryOrders = new(
        "RECENT_HISTORY_ORDERS",
        "/v1/pub/auth/orders/histories",
        IsPrivate: true
    );

    public static readonly BitoProStream Balance = new(
        "ACCOUNT_BALANCE",
        "/v1/pub/auth/account-balance",
        IsPrivate: true
    );

    public static readonly BitoProStream UserTrade = new("USER_TRADE", "/v1/pub/auth/user-trades", IsPrivate: true)
    {
        AfterGap = "Fills until then are not told again: Get-BitoProFill lists them.",
    };
}

/// <summary>One row of the table of streams.</summary>
/// <param name="Event">The service's word, in every frame.</param>
/// <param name="Path">Below the address of the streams.</param>
/// <param name="IsPrivate">True when the upgrade is signed.</param>
internal sealed record BitoProStream(string Event, string Path, bool IsPrivate)
{
    /// <summary>What is missing after an interruption, if anything is.</summary>
    public string? AfterGap { get; init; }

    /// <summary>The subscription of an account.</summary>
    public StreamRequest Request() => new(Upgrade(Path), AfterGap: AfterGap);

    /// <summary>The subscription of pairs, each as the service writes it (<c>BTC_TWD:5</c>): one connection for all of them.</summary>
    public StreamRequest Request(IReadOnlyList<string> pairs) =>
        pairs.Count == 1
            // In the path an unknown pair is an error; in the query it is dropped silently.
            ? new(Upgrade($"{Path}/{pairs[0]}"))
            : new(Upgrade(Path), "?pairs=" + string.Join(',', pairs));

    private ApiRequest Upgrade(string path) =>
        new()
        {
            Call = Event,
            Method = HttpMethod.Get,
            Path = path,
            IsPrivate = IsPrivate,
            Limits = [],
            Repeat = Repeat.Safe,
        };
}
