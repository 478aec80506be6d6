namespace Exchange.Tests.BitoPro;

/// <summary>The documented answers of bitopro.md 2.2 and 2.3, in their order, word for word.</summary>
public static class Examples
{
    public const string Ticker = // T1, one pair
        """{"data":{"pair":"eth_twd","lastPrice":"91234.50000000","isBuyer":true,"priceChange24hr":"-0.42","volume24hr":"37.50120000","high24hr":"92010.00000000","low24hr":"90500.00000000"}}""";

    public const string Tickers = // T1, every pair: the same in an array
        """{"data":[{"pair":"eth_twd","lastPrice":"91234.50000000","isBuyer":true,"priceChange24hr":"-0.42","volume24hr":"37.50120000","high24hr":"92010.00000000","low24hr":"90500.00000000"}]}""";

    public const string OrderBook = // T2
        """{"asks":[{"price":"91300","amount":"0.5","count":2,"total":"0.5"}],"bids":[{"price":"91200","amount":"1.25","count":1,"total":"1.25"}]}""";

    public const string Trades = // T3
        """{"data":[{"timestamp":1712000000,"price":"91250.00000000","amount":"0.04000000","isBuyer":false}]}""";

    public const string Candlesticks = // T4
        """{"data":[{"timestamp":1712016000000,"open":"91000","high":"91500","low":"90900","close":"91400","volume":"12.34"}]}""";

    public const string TradingPairs = // T10
        """{"data":[{"pair":"abc_twd","base":"abc","quote":"twd","basePrecision":"8","quotePrecision":"2","minLimitBaseAmount":"0.05","maxLimitBaseAmount":"50000","minMarketBuyQuoteAmount":"10","orderOpenLimit":"200","maintain":false,"orderBookQuotePrecision":"2","orderBookQuoteScaleLevel":"5","amountPrecision":"4"}]}""";

    public const string Currencies = // T11
        """{"data":[{"currency":"XYZ (ETH-ERC20)","withdrawFee":"2","minWithdraw":"5","maxWithdraw":"1000","maxDailyWithdraw":"5000","withdraw":true,"deposit":false,"depositConfirmation":"64"}]}""";

    public const string Fees = // T12
        """{"tradingFeeRate":[{"rank":0,"twdVolumeSymbol":"<","twdVolume":"3000000","bitoAmountSymbol":"<","bitoAmount":"3000","makerFee":"0.001","takerFee":"0.002","makerBitoFee":"0.0008","takerBitoFee":"0.0016","rankCondition":"or","gridBotMakerFee":"0.0005","gridBotTakerFee":"0.0005"}],"restrictionsOfWithdrawalFees":[{"currency":"TWD","fee":"20","minimumTradingAmount":"100","maximumTradingAmount":"900000","dailyCumulativeMaximumAmount":"1800000","remarks":"","protocol":"main","twdWithdrawMonthly":"4000000"}],"cryptocurrencyDepositFeeAndConfirmation":[],"ttCheckFeesAndLimitationsLevel1":[],"ttCheckFeesAndLimitationsLevel2":[]}""";

    /// <summary>T12 with a row in the sections that the documented example leaves empty; fields of the contract's table.</summary>
    public const string FullFees =
        """{"tradingFeeRate":[{"rank":0,"twdVolumeSymbol":"<","twdVolume":"3000000","bitoAmountSymbol":"<","bitoAmount":"3000","makerFee":"0.001","takerFee":"0.002","makerBitoFee":"0.0008","takerBitoFee":"0.0016","rankCondition":"or","gridBotMakerFee":"0.0005","gridBotTakerFee":"0.0005"}],"restrictionsOfWithdrawalFees":[{"currency":"TWD","fee":"20","minimumTradingAmount":"100","maximumTradingAmount":"900000","dailyCumulativeMaximumAmount":"1800000","remarks":"","protocol":"main","twdWithdrawMonthly":"4000000"}],"cryptocurrencyDepositFeeAndConfirmation":[{"currency":"BTC","generalDepositFees":"0","blockchainConfirmationRequired":"3"}],"ttCheckFeesAndLimitationsLevel1":[{"currency":"TWD","redeemDailyCumulativeMaximumAmount":"1","generateMinimumTradingAmount":"2","generateMaximumTradingAmount":"3","generateDailyCumulativeMaximumAmount":"4"}],"ttCheckFeesAndLimitationsLevel2":[{"currency":"TWD","redeemDailyCumulativeMaximumAmount":"1","generateMinimumTradingAmount":"2","generateMaximumTradingAmount":"3","generateDailyCumulativeMaximumAmount":"4"}]}""";

    public const string OtcPrice = // T13
        """{"currency":"usdt","buySwapQuotation":{"twd":{"pricingCurrency":"TWD","exchangeRate":"32.10"}},"sellSwapQuotation":{"twd":{"pricingCurrency":"TWD","exchangeRate":"31.80"}}}""";

    public const string Balances = // T5
        """{"data":[{"currency":"twd","amount":"52000","available":"40000.5","stake":"0","tradable":true}]}""";

    public const string OrderCreated = // T6
        """{"orderId":5550001112,"action":"SELL","amount":"0.25","price":"88000","timestamp":1700000000127,"timeInForce":"GTC","clientId":2147483647}""";

    public const string OrderCancelled = // T7
        """{"orderId":"5550001112","action":"SELL","amount":"0.25","price":"88000","timestamp":1700000009000}""";

    public const string Order = // T17; T8 and T9 hold an array of it
        """{"id":"SL-777000111","pair":"eth_twd","price":"88000","avgExecutionPrice":"0","action":"SELL","type":"STOP_LIMIT","status":-1,"originalAmount":"0.25","remainingAmount":"0.25","executedAmount":"0","fee":"0","feeSymbol":"twd","bitoFee":"0","total":"0","seq":"ETHTWD42","stopPrice":"88500","condition":"<=","timeInForce":"GTC","clientId":2147483647,"createdTimestamp":1700000000127,"updatedTimestamp":1700000000127}""";

    public const string Orders = """{"data":[""" + Order + "]}";

    public const string Fills = // T18
        """{"data":[{"tradeId":"900100","orderId":"5550001112","price":"88010","action":"SELL","baseAmount":"0.1","quoteAmount":"8801","fee":"17.602","feeSymbol":"TWD","isTaker":true,"timestamp":1700000050000,"createdTimestamp":1700000050000}]}""";
}
