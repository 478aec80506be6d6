namespace Exchange.Tests.Streams;

/// <summary>A frame of each stream with every field of the table of bitopro.md section 8, in its order; the contract has no full examples.</summary>
internal static class Frames
{
    private const string Time = "\"timestamp\":1712000000123,\"datetime\":\"2024-04-02T03:33:20.123Z\"";

    public const string OrderBook =
        """{"event":"ORDER_BOOK","eventID":"77","pair":"ETH_TWD","limit":5,"scale":0,"bids":[{"price":"91200","amount":"1.25","count":1,"total":"1.25"}],"asks":[{"price":"91300","amount":"0.5","count":2,"total":"0.5"}],"""
        + Time
        + "}";

    public const string Ticker =
        """{"event":"TICKER","pair":"ETH_TWD","lastPrice":"91234.50000000","lastPriceUSD":"2851.07","lastPriceTWD":"91234.5","isBuyer":true,"priceChange24hr":"-0.42","volume24hr":"37.50120000","volume24hrUSD":"106919.3","volume24hrTWD":"3421403.2","high24hr":"92010.00000000","low24hr":"90500.00000000","""
        + Time
        + "}";

    public const string Trades =
        """{"event":"TRADE","pair":"ETH_TWD","""
        + Time
        + ""","data":[{"timestamp":1712000000,"price":"91250.00000000","amount":"0.04000000","isBuyer":false}]}""";

    public const string ActiveOrders =
        """{"event":"ACTIVE_ORDERS",""" + Time + ""","data":{"eth_twd":[""" + Order + "]}}";

    public const string HistoryOrders =
        """{"event":"RECENT_HISTORY_ORDERS",""" + Time + ""","data":{"eth_twd":[""" + Order + "]}}";

    public const string Balances =
        """{"event":"ACCOUNT_BALANCE","""
        + Time
        + ""","data":{"TWD":{"currency":"TWD","amount":"52000","available":"40000.5","stake":"0","tradable":true}}}""";

    public const string UserTrade =
        """{"event":"USER_TRADE","""
        + Time
        + ""","data":{"base":"eth","quote":"twd","side":"ask","price":"88010","volume":"0.1","fee":"17.602","feeCurrency":"twd","transactionTimestamp":1700000050,"eventTimestamp":1700000051,"orderID":"5550001112","orderType":"LIMIT","matchID":"900100","isMarket":false,"isMaker":true}}""";

    private const string Order =
        """{"id":"SL-777000111","pair":"eth_twd","price":"88000","avgExecutionPrice":"0","action":"SELL","type":"STOP_LIMIT","status":-1,"originalAmount":"0.25","remainingAmount":"0.25","executedAmount":"0","fee":"0","feeSymbol":"twd","bitoFee":"0","total":"0","seq":"ETHTWD42","stopPrice":"88500","condition":"<=","timeInForce":"GTC","clientID":2147483647,"createdTimestamp":1700000000127,"updatedTimestamp":1700000000127}""";

    /// <summary>A short ticker, told apart by its price.</summary>
    public static string TickerAt(int price, string pair = "BTC_TWD") =>
        $$"""{"event":"TICKER","pair":"{{pair}}","lastPrice":"{{price}}","timestamp":1712000000123}""";

    /// <summary>Public trades of a pair, told apart by their prices; the newest first, as the service sends them, a second apart.</summary>
    public static string TradesAt(params int[] newestFirst)
    {
        var data = newestFirst.Select(price =>
            $$"""{"timestamp":{{1712000000 + price}},"price":"{{price}}","amount":"1","isBuyer":true}"""
        );
        return $$"""{"event":"TRADE","pair":"BTC_TWD","data":[{{string.Join(',', data)}}]}""";
    }

    /// <summary>Open orders of btc_twd: id and remaining amount each.</summary>
    public static string OrdersOf(params (string Id, string Remaining)[] orders)
    {
        var data = orders.Select(order =>
            $$$"""{"id":"{{{order.Id}}}","pair":"btc_twd","status":0,"remainingAmount":"{{{order.Remaining}}}","somethingNew":{"deep":1}}"""
        );
        return "{\"event\":\"ACTIVE_ORDERS\",\"data\":{\"btc_twd\":[" + string.Join(',', data) + "]}}";
    }
}
