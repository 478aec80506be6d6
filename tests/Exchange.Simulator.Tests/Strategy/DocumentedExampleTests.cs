using System.Text.Json;
using Exchange.Simulator.Strategy.Intents;
using Exchange.Simulator.Strategy.Orders;
using Exchange.Simulator.Strategy.Wire;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Strategy;

/// <summary>The answers of strategy.md 2.5 to 2.7: the same fields with the same types, and the same values where they are ours to choose.</summary>
public sealed class DocumentedExampleTests
{
    private const string CreateRequest = """
        {"chainId":"42161","userWalletAddress":"0xc4a8cb22c9b39070faeffaf018de6e6309a706af",
         "rule":{"fromTokenAddress":"0xaf88d065e77c8cc2239327c5edb3a432268e5831","toTokenAddress":"0x912ce59144191c1204e64559fe8253a0e49e6548","fromAmount":"10","triggerPrice":"0.10"},
         "preset":{"presetType":1,"buyPreset":{"slippageType":2,"slippageLevel":4,"slippageValue":"0.15","dynamicMaxSlippageValue":null,"routerModeType":1,"limitOrderFeeLevel":2}},
         "strategyType":2,"strategyDirection":0,"expireTime":"1778740307340","sourceType":4,
         "verifySignInfo":{"accountId":"acc-7f21","address":"0xc4a8cb22c9b39070faeffaf018de6e6309a706af","chainId":42161,
          "signMsg":"You will place an order which will be verified and auto-signed by the trusted execution environment.\n\nChain Index: 42161\nStrategy Type: LimitOrderUbased\nRecipient: 0xc4a8cb22c9b39070faeffaf018de6e6309a706af\nCreated At: 2026-05-07T06:31:47.340Z\nExpired At: 2026-05-14T06:31:47.340Z\nFrom Token: 0xaf88d065e77c8cc2239327c5edb3a432268e5831\nTo Token: 0x912ce59144191c1204e64559fe8253a0e49e6548\nFrom Amount(precision adjusted): 10000000\nTimestamp: 1778135507340",
          "signature":"8Dgh+2RL9GMdozZbkXxQ8v2CZ2wPgB2AgstKcT8XFl1wo/lj5ZDRLO7iqeDb8XWBrCdoXjvwSlOW7kLrAwuKAw==",
          "sessionCert":"BASE64CERT…","teeId":"tee-sa-01"}}
        """;

    private const string CreateAnswer =
        """{"code":0,"msg":"","data":{"orderId":"17262791359882690","status":2,"strategyType":2,"chainId":"42161","createTime":"1778135508011","expireTime":"1778740307340","estimatedWaitTime":12,"eventCursor":null}}""";

    private const string ListAnswer =
        """{"code":0,"msg":"","data":{"hasNext":true,"cursor":"eyJwIjoyfQ==","dataList":[{"orderId":"17262791359882688","strategyId":"s-9","userWalletAddress":"GPw2YaWaMjzbxETGzdhG5kRf1ngwHts8zRixtgeeiiqD","status":3,"strategyMode":7,"orderType":7,"strategyType":2,"exchangeDirection":0,"chainId":"501","chainName":"Solana","canResume":false,"fromToken":{"tokenAmount":"16","tokenSymbol":"USDC","tokenContractAddress":"EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v","tokenUsd":"16"},"toToken":{"tokenAmount":"0.2","tokenSymbol":"SOL","tokenContractAddress":"11111111111111111111111111111111","tokenUsd":"16"},"triggerInfo":{"triggerPrice":"80","triggerRate":""},"createTime":"1778233849000","expireTime":"1778838649000","transactionInfo":null,"executionHistoryList":[{"code":3016,"txHash":null}],"orderStatusUpdateTime":"1778233850000","estimatedWaitTime":null,"eventCursor":null}]}}""";

    private const string PriceAnswer =
        """{"code":"0","msg":"","data":[{"chainIndex":"42161","tokenContractAddress":"0x912ce59144191c1204e64559fe8253a0e49e6548","time":"1778135500000","price":"0.1523"}]}""";

    private const string InfoAnswer =
        """{"code":"0","msg":"","data":[{"chainIndex":"42161","tokenContractAddress":"0xaf88d065e77c8cc2239327c5edb3a432268e5831","tokenName":"USD Coin","tokenSymbol":"USDC","tokenLogoUrl":"https://x","decimal":"6","tagList":{"communityRecognized":true}}]}""";

    [Fact]
    public void The_order_that_is_printed_is_read_and_agrees_with_what_was_signed()
    {
        using var body = JsonDocument.Parse(CreateRequest);

        var request = CreateOrderRequest.Read(new StrictFields(body.RootElement));
        var text = IntentText.Parse(request.Signed.Text)!;
        request.CheckText(text);

        Assert.Equal((10m, 0.15m, 2), (request.Amount, request.Slippage, request.Type));
        Assert.True(
            IntentSignature.IsOfText(
                request.Signed.Signature,
                request.Signed.Text,
                isSolana: false,
                Convert.FromHexString("8ceb8ef48e4272928199b21fb172f29eb12e140dbb864e3bf6b0c37d468d1c29")
            )
        );
        Assert.Equal(1778135507340, CreateOrderRequest.SignedAt(text));
    }

    [Fact]
    public async Task An_accepted_order()
    {
        await using var simulator = Open("2026-05-07T06:31:47.340Z");
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var order = wallet.Order();
        simulator.Clock.Advance(TimeSpan.FromMilliseconds(671));

        AssertSame(CreateAnswer, (await wallet.Create(order)).Text, exact: true);
    }

    [Fact]
    public async Task A_page_of_orders()
    {
        await using var simulator = Open("2026-05-08T09:50:49.000Z");
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        for (var i = 0; i < 2; i++)
        {
            await wallet.Placed(
                wallet.Order(
                    amount: "16",
                    raw: "16000000",
                    trigger: "80",
                    chain: "501",
                    from: WalletClient.SolanaUsdc,
                    to: WalletClient.Sol
                )
            );
        }
        simulator.Web3.Obstruct(3016, 2);
        simulator.Web3.MovePrice("sol:SOL", 80m);
        simulator.Clock.Advance(TimeSpan.FromSeconds(2));

        var page = await wallet.List(""","limit":1""");

        AssertSame(ListAnswer, page.Text, exact: false);
        var order = page.Data.GetProperty("dataList")[0];
        using var expected = JsonDocument.Parse(ListAnswer);
        var documented = expected.RootElement.GetProperty("data").GetProperty("dataList")[0];
        foreach (
            var name in new[]
            {
                "userWalletAddress",
                "status",
                "strategyMode",
                "orderType",
                "strategyType",
                "chainId",
                "chainName",
                "fromToken",
                "toToken",
                "triggerInfo",
                "createTime",
                "expireTime",
                "executionHistoryList",
            }
        )
        {
            Assert.Equal(documented.GetProperty(name).GetRawText(), order.GetProperty(name).GetRawText());
        }
    }

    [Fact]
    public async Task A_cancellation_a_reactivation_and_an_attestation()
    {
        await using var simulator = Open("2026-05-07T06:31:47.340Z");
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn(activate: false);
        await wallet.Control("attest", """{"document":"deadbeef00112233445566778899aabbccddeeff"}""");

        var document = await wallet.Ask(WalletClient.Agentic + "/strategy/getAttestDocHex");
        var registered = await wallet.Register();
        var id = await wallet.Placed(wallet.Order());
        simulator.Clock.Advance(TimeSpan.FromSeconds(12));
        var cancelled = await wallet.Cancel(id);

        AssertSame(
            """{"code":0,"msg":"","data":["deadbeef00112233445566778899aabbccddeeff"]}""",
            document.Text,
            exact: true
        );
        AssertSame("""{"code":0,"msg":"","data":null}""", registered.Text, exact: true);
        AssertSame(
            """{"code":0,"msg":"","data":{"updateNum":1,"estimatedWaitTime":null}}""",
            cancelled.Text,
            exact: true
        );
        AssertSame(
            """{"code":0,"msg":"","data":{"successIds":[],"failIds":["17262791359882690"]}}""",
            (await wallet.Resume(id)).Text,
            exact: true
        );
    }

    [Fact]
    public async Task A_price_and_a_token()
    {
        await using var simulator = Open("2026-05-07T06:31:40.000Z");
        using var wallet = new WalletClient(simulator);

        var price = await wallet.Public(
            "/api/v6/dex/market/price",
            """[{"chainIndex":"42161","tokenContractAddress":"0x912ce59144191c1204e64559fe8253a0e49e6548"}]"""
        );
        var info = await wallet.Public(
            "/api/v6/dex/market/token/basic-info",
            """[{"chainIndex":"42161","tokenContractAddress":"0xaf88d065e77c8cc2239327c5edb3a432268e5831"}]"""
        );

        AssertSame(PriceAnswer, price.Text, exact: true);
        AssertSame(InfoAnswer, info.Text, exact: false);
        Assert.Equal("6", info.Data[0].GetProperty("decimal").GetString());
    }

    private static ExchangeSimulator Open(string start) =>
        ExchangeSimulator.Start(
            Venue.Options with
            {
                Start = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
            }
        );

    private static void AssertSame(string documented, string said, bool exact)
    {
        using var expected = JsonDocument.Parse(documented);
        using var actual = JsonDocument.Parse(said);
        Assert.Equal(
            string.Join('\n', Shape(expected.RootElement, "", exact).Order(StringComparer.Ordinal)),
            string.Join('\n', Shape(actual.RootElement, "", exact).Order(StringComparer.Ordinal))
        );
    }

    private static IEnumerable<string> Shape(JsonElement element, string path, bool exact) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(one => Shape(one.Value, $"{path}.{one.Name}", exact)),
            JsonValueKind.Array => element
                .EnumerateArray()
                .SelectMany((one, index) => Shape(one, $"{path}[{index}]", exact)),
            _ => [exact ? $"{path} = {element.GetRawText()}" : $"{path} is {element.ValueKind}"],
        };
}
