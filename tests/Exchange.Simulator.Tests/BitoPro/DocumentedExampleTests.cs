using System.Text.Json;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

/// <summary>The examples of bitopro.md, in its order: every field of each is in the simulator's reply, with its JSON type.</summary>
public sealed class DocumentedExampleTests
{
    private const string Order = """
        {"id":"777000111","pair":"eth_twd","price":"88000","avgExecutionPrice":"0","action":"SELL","type":"LIMIT","status":0,"originalAmount":"0.25","remainingAmount":"0.25","executedAmount":"0","fee":"0","feeSymbol":"twd","bitoFee":"0","total":"0","seq":"ETHTWD42","timeInForce":"GTC","clientId":2147483647,"createdTimestamp":1700000000127,"updatedTimestamp":1700000000127}
        """;

    private const string StopOrder = """
        {"id":"SL-777000111","pair":"eth_twd","price":"88000","avgExecutionPrice":"0","action":"SELL","type":"STOP_LIMIT","status":-1,"originalAmount":"0.25","remainingAmount":"0.25","executedAmount":"0","fee":"0","feeSymbol":"twd","bitoFee":"0","total":"0","seq":"ETHTWD42","stopPrice":"88500","condition":"<=","timeInForce":"GTC","clientId":2147483647,"createdTimestamp":1700000000127,"updatedTimestamp":1700000000127}
        """;

    private const string Ticker = """
        {"pair":"eth_twd","lastPrice":"91234.50000000","isBuyer":true,"priceChange24hr":"-0.42","volume24hr":"37.50120000","high24hr":"92010.00000000","low24hr":"90500.00000000"}
        """;

    private const string Transfer = """
        {"serial":"20240101BW00000001","timestamp":"1704067200000","address":"0xabc0","amount":"98.5","fee":"1.5","total":"100","status":"COMPLETE","txid":"ab12","protocol":"BSC","id":"42"}
        """;

    private const string Quotation = """{"twd":{"pricingCurrency":"TWD","exchangeRate":"32.10"}}""";

    [Theory]
    [InlineData("/tickers", $$"""{"data":[{{Ticker}}]}""")]
    [InlineData("/tickers/eth_twd", $$"""{"data":{{Ticker}}}""")]
    [InlineData(
        "/order-book/eth_twd",
        """{"asks":[{"price":"91300","amount":"0.5","count":2,"total":"0.5"}],"bids":[{"price":"91200","amount":"1.25","count":1,"total":"1.25"}]}"""
    )]
    [InlineData(
        "/trades/eth_twd",
        """{"data":[{"timestamp":1712000000,"price":"91250.00000000","amount":"0.04000000","isBuyer":false}]}"""
    )]
    [InlineData(
        "/trading-history/eth_twd?resolution=1h&from=1772400000&to=1772440000",
        """{"data":[{"timestamp":1712016000000,"open":"91000","high":"91500","low":"90900","close":"91400","volume":"12.34"}]}"""
    )]
    [InlineData(
        "/provisioning/trading-pairs",
        """{"data":[{"pair":"abc_twd","base":"abc","quote":"twd","basePrecision":"8","quotePrecision":"2","minLimitBaseAmount":"0.05","maxLimitBaseAmount":"50000","minMarketBuyQuoteAmount":"10","orderOpenLimit":"200","maintain":false,"orderBookQuotePrecision":"2","orderBookQuoteScaleLevel":"5","amountPrecision":"4"}]}"""
    )]
    [InlineData(
        "/provisioning/currencies",
        """{"data":[{"currency":"XYZ (ETH-ERC20)","withdrawFee":"2","minWithdraw":"5","maxWithdraw":"1000","maxDailyWithdraw":"5000","withdraw":true,"deposit":true,"depositConfirmation":"64"}]}"""
    )]
    [InlineData(
        "/provisioning/limitations-and-fees",
        """{"tradingFeeRate":[{"rank":0,"twdVolumeSymbol":"<","twdVolume":"3000000","bitoAmountSymbol":"<","bitoAmount":"3000","makerFee":"0.001","takerFee":"0.002","makerBitoFee":"0.0008","takerBitoFee":"0.0016","rankCondition":"or","gridBotMakerFee":"0.0005","gridBotTakerFee":"0.0005"}],"restrictionsOfWithdrawalFees":[{"currency":"TWD","fee":"20","minimumTradingAmount":"100","maximumTradingAmount":"900000","dailyCumulativeMaximumAmount":"1800000","remarks":"","protocol":"main","twdWithdrawMonthly":"4000000"}],"cryptocurrencyDepositFeeAndConfirmation":[{"currency":"BTC","generalDepositFees":"0","blockchainConfirmationRequired":"3"}],"ttCheckFeesAndLimitationsLevel1":[{"currency":"TWD","redeemDailyCumulativeMaximumAmount":"1","generateMinimumTradingAmount":"1","generateMaximumTradingAmount":"1","generateDailyCumulativeMaximumAmount":"1"}],"ttCheckFeesAndLimitationsLevel2":[]}"""
    )]
    [InlineData(
        "/price/otc/usdt",
        $$"""{"currency":"usdt","buySwapQuotation":{{Quotation}},"sellSwapQuotation":{{Quotation}}}"""
    )]
    public async Task A_public_reply_has_every_field_of_its_example(string path, string example)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Look(path);

        Assert.Equal(200, answer.Status);
        AssertShape(example, answer.Json);
    }

    [Theory]
    [InlineData(
        "/accounts/balance",
        """{"data":[{"currency":"twd","amount":"52000","available":"40000.5","stake":"0","tradable":true}]}"""
    )]
    [InlineData("/orders/open?pair=eth_twd", $$"""{"data":[{{StopOrder}}]}""")]
    [InlineData("/orders/all/eth_twd", $$"""{"data":[{{StopOrder}}]}""")]
    [InlineData("/orders/eth_twd/SL-5550000003", StopOrder)]
    [InlineData("/orders/btc_twd/5550000001", Order)]
    [InlineData(
        "/orders/trades/eth_twd",
        """{"data":[{"tradeId":"900100","orderId":"5550001112","price":"88010","action":"SELL","baseAmount":"0.1","quoteAmount":"8801","fee":"17.602","feeSymbol":"TWD","isTaker":true,"timestamp":1700000050000,"createdTimestamp":1700000050000}]}"""
    )]
    [InlineData("/wallet/depositHistory/usdt", $$"""{"data":[{{Transfer}}]}""")]
    [InlineData("/wallet/withdrawHistory/usdt", $$"""{"data":[{{Transfer}}]}""")]
    [InlineData(
        "/wallet/withdraw/twd/id/2",
        """{"data":{"serial":"20240101TW00000002","protocol":"MAIN","address":"0000xx1111","amount":"5000","fee":"15","total":"5015","status":"WAIT_PROCESS","id":"43","timestamp":"1704067200456","datetime":"1704067200"}}"""
    )]
    public async Task A_private_reply_has_every_field_of_its_example(string path, string example)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Limit("btc_twd", "BUY", "0.0015", "1000000");
        await trader.Market("eth_twd", "SELL", "0.1");
        await trader.Post("/orders/eth_twd", Trader.OrderBody("SELL", "STOP_LIMIT", "0.25", "50000", "50500", "<="));

        var answer = await trader.Ask(path);

        Assert.True(answer.Status == 200, answer.Text);
        AssertShape(example, answer.Json);
    }

    [Fact]
    public async Task A_created_order_is_a_flat_object_with_a_number_as_its_id()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post("/orders/btc_twd", Trader.OrderBody("SELL", "LIMIT", "0.25", "3900000"));

        AssertShape(
            """{"orderId":5550001112,"action":"SELL","amount":"0.25","price":"88000","timestamp":1700000000127,"timeInForce":"GTC","clientId":2147483647}""",
            answer.Json
        );
    }

    [Fact]
    public async Task A_created_stop_order_has_a_prefixed_id()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post(
            "/orders/btc_twd",
            Trader.OrderBody("SELL", "STOP_LIMIT", "0.25", "900000", "1000000", "<=")
        );

        Assert.StartsWith("SL-", answer.Json.GetProperty("orderId").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_order_is_a_flat_object_with_a_string_as_its_id()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var id = await trader.Limit("btc_twd", "SELL", "0.25", "3900000");

        var answer = await trader.Delete($"/orders/btc_twd/{id}");

        AssertShape(
            """{"orderId":"5550001112","action":"SELL","amount":"0.25","price":"88000","timestamp":1700000009000}""",
            answer.Json
        );
    }

    [Fact]
    public async Task A_batch_and_its_cancel_have_the_shapes_of_their_examples()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var created = await trader.Post(
            "/orders/batch",
            """[{"pair":"btc_twd","action":"BUY","type":"LIMIT","price":"1000000","amount":"0.0015","timestamp":NONCE,"timeInForce":"GTC","clientId":2147483647,"nonce":NONCE}]"""
        );
        var cancelled = await trader.Put("/orders", """{"BTC_TWD":["5550000001"],"ETH_USDT":["1"],"nonce":NONCE}""");

        AssertShape(
            """{"data":[{"orderId":5550001113,"action":"BUY","price":"2800000","amount":"0.0015","timestamp":1700000000129,"timeInForce":"GTC","clientId":2147483647}]}""",
            created.Json
        );
        Assert.Equal("""{"data":{"BTC_TWD":["5550000001"],"ETH_USDT":[]}}""", cancelled.Text);
    }

    [Fact]
    public async Task A_withdrawal_has_the_shape_of_its_example()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post(
            "/wallet/withdraw/usdt",
            """{"amount":"100","protocol":"TRX","address":"TXYZexampleaddr000000000000000000","nonce":NONCE}"""
        );

        AssertShape(
            """{"data":{"serial":"20240101BW00000003","currency":"USDT","protocol":"TRX","address":"TX","amount":"98","fee":"2","total":"100","id":"44"}}""",
            answer.Json
        );
        Assert.Equal("98", answer.Data.GetProperty("amount").GetString());
        Assert.Equal("100", answer.Data.GetProperty("total").GetString());
    }

    private static void AssertShape(string example, JsonElement actual)
    {
        using var document = JsonDocument.Parse(example);
        AssertShape(document.RootElement, actual, "$");
    }

    private static void AssertShape(JsonElement example, JsonElement actual, string path)
    {
        var isBoolean = example.ValueKind is JsonValueKind.True or JsonValueKind.False;
        Assert.True(
            isBoolean
                ? actual.ValueKind is JsonValueKind.True or JsonValueKind.False
                : example.ValueKind == actual.ValueKind,
            $"{path} is {actual.ValueKind}, documented as {example.ValueKind}"
        );
        if (example.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in example.EnumerateObject())
            {
                Assert.True(actual.TryGetProperty(property.Name, out var value), $"{path}.{property.Name} is missing");
                AssertShape(property.Value, value, $"{path}.{property.Name}");
            }
        }
        if (example.ValueKind == JsonValueKind.Array && example.GetArrayLength() > 0)
        {
            Assert.True(actual.GetArrayLength() > 0, $"{path} is empty");
            AssertShape(example[0], actual[0], $"{path}[0]");
        }
    }
}
