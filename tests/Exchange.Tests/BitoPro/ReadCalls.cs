using Exchange.BitoPro;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>A call of the client and its documented answer.</summary>
public sealed record ReadCall(string Name, string Path, string Example)
{
    public required Func<BitoProClient, Task<IReadOnlyList<object>>> Run { get; init; }

    public override string ToString() => Name;

    /// <summary>What goes down the pipeline when the service answers with <paramref name="json"/>.</summary>
    internal async Task<IReadOnlyList<object>> AnsweredAsync(string json)
    {
        await using var bench = new BitoProBench(Answer.Json(json));
        return await Run(bench.Client);
    }
}

/// <summary>Every read in the order of bitopro.md 2.2 and 2.3.</summary>
public static class ReadCalls
{
    private static readonly DateTimeOffset From = DateTimeOffset.FromUnixTimeSeconds(1_699_900_000);

    public static readonly IReadOnlyList<ReadCall> All =
    [
        Call("T1 one", "/tickers/eth_twd", Examples.Ticker, async c => [.. await c.GetTickersAsync("eth_twd", Cancel)]),
        Call("T1 all", "/tickers", Examples.Tickers, async c => [.. await c.GetTickersAsync(null, Cancel)]),
        Call(
            "T2",
            "/order-book/eth_twd",
            Examples.OrderBook,
            async c => [await c.GetOrderBookAsync("eth_twd", null, null, Cancel)]
        ),
        Call("T3", "/trades/eth_twd", Examples.Trades, async c => [.. await c.GetTradesAsync("eth_twd", Cancel)]),
        Call(
            "T4",
            "/trading-history/eth_twd?resolution=1h&from=1699900000&to=1699903600",
            Examples.Candlesticks,
            async c => [.. await c.GetCandlesticksAsync("eth_twd", "1h", From, From.AddHours(1), Cancel)]
        ),
        Call(
            "T10",
            "/provisioning/trading-pairs",
            Examples.TradingPairs,
            async c => [.. await c.GetTradingPairsAsync(Cancel)]
        ),
        Call(
            "T11",
            "/provisioning/currencies",
            Examples.Currencies,
            async c => [.. await c.GetCurrenciesAsync(Cancel)]
        ),
        Call("T12", "/provisioning/limitations-and-fees", Examples.Fees, async c => [await c.GetFeesAsync(Cancel)]),
        Call(
            "T12 full",
            "/provisioning/limitations-and-fees",
            Examples.FullFees,
            async c => [await c.GetFeesAsync(Cancel)]
        ),
        Call("T13", "/price/otc/usdt", Examples.OtcPrice, async c => [await c.GetOtcPriceAsync("usdt", Cancel)]),
        Call("T5", "/accounts/balance", Examples.Balances, async c => [.. await c.GetBalancesAsync(Cancel)]),
        Call("T8 all", "/orders/open", Examples.Orders, async c => [.. await c.GetOpenOrdersAsync(null, Cancel)]),
        Call(
            "T8 one",
            "/orders/open?pair=eth_twd",
            Examples.Orders,
            async c => [.. await c.GetOpenOrdersAsync("eth_twd", Cancel)]
        ),
        Call(
            "T9",
            "/orders/all/eth_twd?limit=1000",
            Examples.Orders,
            async c => await AllOf(c.GetOrderHistoryAsync(new OrderHistoryQuery { Pair = "eth_twd" }, Cancel))
        ),
        Call(
            "T17",
            "/orders/eth_twd/SL-777000111",
            Examples.Order,
            async c => [await c.GetOrderAsync("eth_twd", "SL-777000111", Cancel)]
        ),
        Call(
            "T18",
            "/orders/trades/eth_twd?limit=1000",
            Examples.Fills,
            async c => await AllOf(c.GetFillsAsync(new FillQuery { Pair = "eth_twd" }, Cancel))
        ),
    ];

    public static TheoryData<ReadCall> Data => [.. All];

    /// <summary>Reads that a service with a few orders answers with something.</summary>
    public static readonly IReadOnlyList<ReadCall> OfBtc =
    [
        Call("T1 one", "", "", async c => [.. await c.GetTickersAsync("btc_twd", Cancel)]),
        Call("T1 all", "", "", async c => [.. await c.GetTickersAsync(null, Cancel)]),
        Call("T2", "", "", async c => [await c.GetOrderBookAsync("btc_twd", 50, 1, Cancel)]),
        Call("T3", "", "", async c => [.. await c.GetTradesAsync("btc_twd", Cancel)]),
        Call(
            "T4",
            "",
            "",
            async c => [.. await c.GetCandlesticksAsync("btc_twd", "1h", From, From.AddHours(9), Cancel)]
        ),
        Call("T10", "", "", async c => [.. await c.GetTradingPairsAsync(Cancel)]),
        Call("T11", "", "", async c => [.. await c.GetCurrenciesAsync(Cancel)]),
        Call("T12", "", "", async c => [await c.GetFeesAsync(Cancel)]),
        Call("T13", "", "", async c => [await c.GetOtcPriceAsync("usdt", Cancel)]),
        Call("T5", "", "", async c => [.. await c.GetBalancesAsync(Cancel)]),
        Call("T8", "", "", async c => [.. await c.GetOpenOrdersAsync("btc_twd", Cancel)]),
        Call(
            "T9",
            "",
            "",
            async c => await AllOf(c.GetOrderHistoryAsync(new OrderHistoryQuery { Pair = "btc_twd" }, Cancel))
        ),
    ];

    private static CancellationToken Cancel => BitoProBench.Cancel;

    private static ReadCall Call(
        string name,
        string path,
        string example,
        Func<BitoProClient, Task<IReadOnlyList<object>>> run
    ) => new(name, path, example) { Run = run };

    private static async Task<IReadOnlyList<object>> AllOf<T>(IAsyncEnumerable<T> items)
        where T : class
    {
        var all = new List<object>();
        await foreach (var item in items)
        {
            all.Add(item);
        }
        return all;
    }
}
