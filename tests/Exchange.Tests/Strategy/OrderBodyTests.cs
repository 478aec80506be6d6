using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Exchange.Strategy;

namespace Exchange.Tests.Strategy;

/// <summary>What a ticket becomes on the wire: its body, its prices and its account (strategy.md 7).</summary>
public sealed class OrderBodyTests : IAsyncDisposable
{
    private readonly StrategyBench _bench = new();

    [Fact]
    public async Task The_body_is_the_contracts_example()
    {
        var placed = await _bench.PlaceAsync();

        var expected = """
            {"chainId":"42161","userWalletAddress":"0xc4a8cb22c9b39070faeffaf018de6e6309a706af",
             "rule":{"fromTokenAddress":"0xaf88d065e77c8cc2239327c5edb3a432268e5831","toTokenAddress":"0x912ce59144191c1204e64559fe8253a0e49e6548","fromAmount":"10","triggerPrice":"0.10"},
             "preset":{"presetType":1,"buyPreset":{"slippageType":2,"slippageLevel":4,"slippageValue":"0.15","dynamicMaxSlippageValue":null,"routerModeType":1,"limitOrderFeeLevel":2}},
             "strategyType":2,"strategyDirection":0,"expireTime":"1778740307340","sourceType":4,
             "verifySignInfo":{"accountId":"acc-7f21","address":"0xc4a8cb22c9b39070faeffaf018de6e6309a706af","chainId":42161,
              "signMsg":"You will place an order which will be verified and auto-signed by the trusted execution environment.\n\nChain Index: 42161\nStrategy Type: LimitOrderUbased\nRecipient: 0xc4a8cb22c9b39070faeffaf018de6e6309a706af\nCreated At: 2026-05-07T06:31:47.340Z\nExpired At: 2026-05-14T06:31:47.340Z\nFrom Token: 0xaf88d065e77c8cc2239327c5edb3a432268e5831\nTo Token: 0x912ce59144191c1204e64559fe8253a0e49e6548\nFrom Amount(precision adjusted): 10000000\nTimestamp: 1778135507340",
              "signature":"8Dgh+2RL9GMdozZbkXxQ8v2CZ2wPgB2AgstKcT8XFl1wo/lj5ZDRLO7iqeDb8XWBrCdoXjvwSlOW7kLrAwuKAw==",
              "sessionCert":"BASE64CERT","teeId":"tee-sa-01"}}
            """;
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(_bench.To("createOrder").Single().BodyText)),
            _bench.To("createOrder").Single().BodyText
        );
        Assert.Equal("17262791359882690", placed.Receipt!.OrderId);
        Assert.Equal((StrategyOrderStatus.Creating, "Creating"), (placed.Receipt.Status, placed.Receipt.StatusLabel));
        Assert.Equal(12, placed.Receipt.EstimatedWaitTime);
    }

    [Fact]
    public async Task A_sale_has_a_sell_preset_and_options_reach_the_wire()
    {
        await _bench.PlaceAsync(
            new StrategyOrderTicket
            {
                Chain = "sol",
                FromToken = "sol",
                ToToken = "usdc",
                Amount = "0.25",
                Direction = StrategyDirection.Sell,
                TriggerPrice = "200",
                Slippage = "0.7%",
                MevProtection = MevProtection.On,
                ExpiresInSeconds = 3600,
            }
        );

        var body = Parsed(_bench.To("createOrder").Single().BodyText);
        var preset = body.GetProperty("preset");
        Assert.False(preset.TryGetProperty("buyPreset", out _));
        Assert.Equal("0.007", preset.GetProperty("sellPreset").GetProperty("slippageValue").GetString());
        Assert.Equal(2, preset.GetProperty("sellPreset").GetProperty("routerModeType").GetInt32());
        Assert.Equal(
            (3, 1),
            (body.GetProperty("strategyType").GetInt32(), body.GetProperty("strategyDirection").GetInt32())
        );
        Assert.Equal(
            (Vectors.NowMs + 3_600_000).ToString(CultureInfo.InvariantCulture),
            body.GetProperty("expireTime").GetString()
        );
        Assert.Equal(
            "11111111111111111111111111111111",
            body.GetProperty("rule").GetProperty("fromTokenAddress").GetString()
        );
        Assert.Equal(Vectors.SolAddress, body.GetProperty("userWalletAddress").GetString());
        Assert.Equal(501, body.GetProperty("verifySignInfo").GetProperty("chainId").GetInt32());
    }

    [Fact]
    public async Task Prices_and_tokens_take_two_requests_and_a_dollar_token_none()
    {
        await _bench.PlaceAsync();

        Assert.Equal(["price", "basic-info", "createOrder"], _bench.Server.Requests.Select(r => r.Path.Split('/')[^1]));
        Assert.DoesNotContain(Vectors.ArbUsdc, _bench.To("price").Single().BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_price_of_a_sale_to_a_dollar_token_needs_no_price_at_all()
    {
        await _bench.PlaceAsync(
            StrategyBench.Ticket with
            {
                FromToken = Vectors.Arb,
                ToToken = "usdc",
                Direction = StrategyDirection.Sell,
                CurrentPrice = "0.15",
                TriggerPrice = "0.2",
            }
        );

        Assert.Empty(_bench.To("price"));
        Assert.Equal(3, Parsed(_bench.To("createOrder").Single().BodyText).GetProperty("strategyType").GetInt32());
    }

    [Fact]
    public async Task A_named_price_does_not_stand_in_for_the_markets_where_a_limit_depends_on_it()
    {
        var drafted = await _bench.Client.DraftOrderAsync(
            StrategyBench.Ticket with
            {
                FromToken = Vectors.Arb,
                ToToken = "usdc",
                Direction = StrategyDirection.Sell,
                CurrentPrice = "9",
                TriggerPrice = "10",
                ValueAtMarket = true,
            },
            StrategyBench.Cancel
        );

        Assert.Equal("0.1523", drafted.Draft!.FromPriceAtMarket);
    }

    [Fact]
    public async Task Solanas_coin_is_found_by_its_wrapped_address_in_the_same_request()
    {
        Assert.True(_bench.Prices.TryRemove("11111111111111111111111111111111", out _));
        _bench.Prices["So11111111111111111111111111111111111111112"] = "154.2";

        var price = Assert.Single(await _bench.Client.GetPricesAsync("sol", ["sol"], StrategyBench.Cancel));

        Assert.Equal(("11111111111111111111111111111111", 154.2m), (price.Value!.Address, price.Value.Price));
        Assert.Single(_bench.To("price"));
    }

    [Fact]
    public async Task An_order_of_another_account_is_paid_and_signed_by_that_account()
    {
        await _bench.PlaceAsync(StrategyBench.Ticket with { AccountId = "acc-0002" });

        var body = Parsed(_bench.To("createOrder").Single().BodyText);
        Assert.Equal("acc-0002", body.GetProperty("verifySignInfo").GetProperty("accountId").GetString());
        Assert.Equal("0x00000000000000000000000000000000000000a2", body.GetProperty("userWalletAddress").GetString());
    }

    [Theory]
    [InlineData("acc-0002", "sol", "Wallet.NoAddressForChain")]
    [InlineData("acc-none", "arb", "Wallet.UnknownAccount")]
    public async Task An_account_must_be_known_and_have_an_address(string account, string chain, string id)
    {
        var ticket = StrategyBench.Ticket with
        {
            AccountId = account,
            Chain = chain,
            FromToken = "usdc",
            ToToken = "native",
        };

        Assert.Equal(id, (await _bench.FailsAsync(() => _bench.PlaceAsync(ticket))).ErrorId);
        Assert.Equal(0, _bench.Server.Count);
    }

    [Fact]
    public async Task A_mistyped_checksum_is_warned_of_and_sent_as_it_is()
    {
        var mixed = "0x912Ce59144191c1204e64559fe8253a0e49e6548";

        await _bench.PlaceAsync(StrategyBench.Ticket with { ToToken = mixed });

        Assert.Contains("checksum", Assert.Single(_bench.Warnings), StringComparison.Ordinal);
        Assert.Contains($"To Token: {mixed}", _bench.To("createOrder").Single().BodyText, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;
}
