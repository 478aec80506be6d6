using Exchange.Http;
using static System.Net.Http.HttpMethod;

namespace Exchange.BitoPro;

/// <summary>The table of bitopro.md 2.0: method, path, limits and repeats of each of the 22 calls.</summary>
public static class BitoProEndpoints
{
    private static readonly RateLimit[] PublicLimit = [RateLimit.PerMinute("public", 600)];
    private static readonly RateLimit[] PrivateLimit = [RateLimit.PerMinute("private", 600)];

    /// <summary>T1, all pairs.</summary>
    public static BitoProEndpoint Tickers { get; } = Public("T1", "get_tickers", "/tickers");

    /// <summary>T1, one pair.</summary>
    public static BitoProEndpoint Ticker { get; } = Public("T1", "get_tickers", "/tickers/{pair}");

    /// <summary>T2.</summary>
    public static BitoProEndpoint OrderBook { get; } = Public("T2", "get_order_book", "/order-book/{pair}");

    /// <summary>T3.</summary>
    public static BitoProEndpoint Trades { get; } = Public("T3", "get_public_trades", "/trades/{pair}");

    /// <summary>T4.</summary>
    public static BitoProEndpoint Candlesticks { get; } = Public("T4", "get_candlesticks", "/trading-history/{pair}");

    /// <summary>T5.</summary>
    public static BitoProEndpoint Balance { get; } = Private("T5", "get_account_balance", Get, "/accounts/balance");

    /// <summary>T6.</summary>
    public static BitoProEndpoint CreateOrder { get; } =
        Own("T6", "create_order", Post, "/orders/{pair}", RateLimit.PerMinute("T6", 1200), Repeat.Never);

    /// <summary>T7.</summary>
    public static BitoProEndpoint CancelOrder { get; } =
        Own(
            "T7",
            "cancel_order",
            Delete,
            "/orders/{pair}/{orderId}",
            RateLimit.PerMinute("T7", 900),
            Repeat.OnceIfUnanswered
        );

    /// <summary>T8.</summary>
    public static BitoProEndpoint OpenOrders { get; } =
        Own("T8", "get_open_orders", Get, "/orders/open", RateLimit.PerSecond("T8", 5), Repeat.Safe);

    /// <summary>T9.</summary>
    public static BitoProEndpoint OrderHistory { get; } = Private("T9", "get_order_history", Get, "/orders/all/{pair}");

    /// <summary>T10.</summary>
    public static BitoProEndpoint TradingPairs { get; } =
        Public("T10", "get_trading_pairs", "/provisioning/trading-pairs");

    /// <summary>T11.</summary>
    public static BitoProEndpoint Currencies { get; } = Public("T11", "get_currencies", "/provisioning/currencies");

    /// <summary>T12.</summary>
    public static BitoProEndpoint LimitationsAndFees { get; } =
        Public("T12", "get_limitations_and_fees", "/provisioning/limitations-and-fees");

    /// <summary>T13.</summary>
    public static BitoProEndpoint OtcPrice { get; } = Public("T13", "get_otc_price", "/price/otc/{currency}");

    /// <summary>T14.</summary>
    public static BitoProEndpoint CreateBatch { get; } =
        Own("T14", "create_batch_orders", Post, "/orders/batch", RateLimit.PerMinute("T14", 90), Repeat.Never);

    /// <summary>T15.</summary>
    public static BitoProEndpoint CancelBatch { get; } =
        Own("T15", "cancel_batch_orders", Put, "/orders", RateLimit.PerSecond("T15", 2), Repeat.OnceIfUnanswered);

    /// <summary>T16, every pair.</summary>
    public static BitoProEndpoint CancelAll { get; } =
        Own("T16", "cancel_all_orders", Delete, "/orders/all", RateLimit.PerSecond("T16", 1), Repeat.Never);

    /// <summary>T16, one pair.</summary>
    public static BitoProEndpoint CancelAllOfPair { get; } =
        Own("T16", "cancel_all_orders", Delete, "/orders/{pair}", RateLimit.PerSecond("T16", 1), Repeat.Never);

    /// <summary>T17.</summary>
    public static BitoProEndpoint Order { get; } = Private("T17", "get_order", Get, "/orders/{pair}/{orderId}");

    /// <summary>T18.</summary>
    public static BitoProEndpoint Fills { get; } = Private("T18", "get_trade_fills", Get, "/orders/trades/{pair}");

    /// <summary>T19.</summary>
    public static BitoProEndpoint Deposits { get; } =
        Private("T19", "get_deposit_history", Get, "/wallet/depositHistory/{currency}");

    /// <summary>T20.</summary>
    public static BitoProEndpoint Withdrawals { get; } =
        Private("T20", "get_withdraw_history", Get, "/wallet/withdrawHistory/{currency}");

    /// <summary>T21, by serial.</summary>
    public static BitoProEndpoint WithdrawalBySerial { get; } =
        Private("T21", "get_withdraw", Get, "/wallet/withdraw/{currency}/{serial}");

    /// <summary>T21, by id.</summary>
    public static BitoProEndpoint WithdrawalById { get; } =
        Private("T21", "get_withdraw", Get, "/wallet/withdraw/{currency}/id/{id}");

    /// <summary>T22.</summary>
    public static BitoProEndpoint CreateWithdrawal { get; } =
        Own(
            "T22",
            "create_withdraw",
            Post,
            "/wallet/withdraw/{currency}",
            RateLimit.PerMinute("T22", 60),
            Repeat.Never
        );

    private static BitoProEndpoint Public(string call, string tool, string path) =>
        new(call, tool, Get, path, IsPrivate: false, PublicLimit, Repeat.Safe);

    private static BitoProEndpoint Private(string call, string tool, HttpMethod method, string path) =>
        new(call, tool, method, path, IsPrivate: true, PrivateLimit, Repeat.Safe);

    private static BitoProEndpoint Own(
        string call,
        string tool,
        HttpMethod method,
        string path,
        RateLimit limit,
        Repeat repeat
    ) => new(call, tool, method, path, IsPrivate: true, [limit], repeat);
}
