using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Exchange.Desk;
using Exchange.Strategy;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Strategy;

/// <summary>A new order from its ticket to its receipt (strategy.md 7).</summary>
public sealed partial class OrderPipelineTests : IAsyncDisposable
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
            SameJson(Parsed(expected), Parsed(_bench.To("createOrder").Single().BodyText)),
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
    public async Task The_summary_has_the_five_categories_and_the_note_of_expiry()
    {
        var draft = (await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel)).Draft!;
        var text = In("en-US", () => DraftText.Of(draft));

        Assert.Contains("  Chain: Arbitrum", text, StringComparison.Ordinal);
        Assert.Contains("  Order Type: Buy Dip", text, StringComparison.Ordinal);
        Assert.Contains($"  From: 10 USDC ({Vectors.ArbUsdc})", text, StringComparison.Ordinal);
        Assert.Contains($"  To: ARB ({Vectors.Arb})", text, StringComparison.Ordinal);
        Assert.Contains("    Trigger Price: $0.10", text, StringComparison.Ordinal);
        Assert.Contains("    Estimated Amount: 100 ARB", text, StringComparison.Ordinal);
        Assert.Contains("    Value: $10", text, StringComparison.Ordinal);
        Assert.Contains("  Slippage: Default 15%", text, StringComparison.Ordinal);
        Assert.EndsWith(
            "If the trigger condition is not met within 7 days, this order auto-expires.",
            text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(604_800, "7 days", "7天")]
    [InlineData(86_400, "1 day", "1天")]
    [InlineData(7_200, "2 hours", "2小时")]
    [InlineData(90, "90 seconds", "90秒")]
    [InlineData(120, "2 minutes", "2分钟")]
    public void The_note_of_expiry_says_how_long(int seconds, string english, string chinese)
    {
        var lifetime = TimeSpan.FromSeconds(seconds);

        Assert.Contains(english, In("en-US", () => StrategyWording.AutoExpires(lifetime)), StringComparison.Ordinal);
        Assert.Contains(chinese, In("zh-CN", () => StrategyWording.AutoExpires(lifetime)), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Orders =>
        new()
        {
            { "Buy", "0.10", "arb" },
            { "Buy", "0.20", "arb" },
            { "Sell", "0.20", "usdc" },
            { "Sell", "0.10", "usdc" },
            { "Sell", "0.10", "weth" },
        };

    // Symbols, chains, addresses and MEV are names; every other word belongs to one language.
    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_summary_is_in_one_language_only(string direction, string trigger, string to)
    {
        _bench.Prices["0x82af49447d8a07e3bd95bd0d56f35241523fbab1"] = "3000";
        _bench.Tokens["0x82af49447d8a07e3bd95bd0d56f35241523fbab1"] = ("WETH", "18");
        var buys = direction == "Buy";
        var draft = (
            await _bench.Client.DraftOrderAsync(
                StrategyBench.Ticket with
                {
                    FromToken = buys ? "usdc" : Vectors.Arb,
                    ToToken = to == "arb" ? Vectors.Arb : to,
                    Direction = Enum.Parse<StrategyDirection>(direction),
                    TriggerPrice = trigger,
                    Slippage = buys ? null : "5",
                    MevProtection = MevProtection.Off,
                },
                StrategyBench.Cancel
            )
        ).Draft!;

        var chinese = In("zh-CN", () => DraftText.Of(draft));
        var english = In("en-US", () => DraftText.Of(draft));

        var names = new[] { draft.FromSymbol, draft.ToSymbol, "Arbitrum", "MEV", draft.FromToken, draft.ToToken };
        var left = Address().Replace(chinese, "");
        left = names.Aggregate(left, (text, name) => text.Replace(name, "", StringComparison.Ordinal));
        Assert.Empty(LatinWord().Matches(left).Select(match => match.Value));
        Assert.DoesNotContain(english, c => c is >= '\u4e00' and <= '\u9fff');
        Assert.Contains("触发价", chinese, StringComparison.Ordinal);
        Assert.Contains("自动过期", chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN", "最小订单金额:1 USDC")]
    [InlineData("en-US", "Minimum order amount: 1 USDC")]
    public async Task The_line_of_a_small_order_is_in_one_language(string culture, string line)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal(line, (await _bench.PlaceAsync(StrategyBench.Ticket with { Amount = "0.5" })).TooSmall!.Message);
    }

    [Theory]
    [InlineData("0.10", "1", "10")]
    [InlineData("0.1", "9.999999999999999999", "10")]
    public async Task A_dollar_is_reckoned_exactly(string price, string amount, string least)
    {
        _bench.Prices[Vectors.Arb] = price;

        var placed = await _bench.PlaceAsync(
            StrategyBench.Ticket with
            {
                FromToken = Vectors.Arb,
                ToToken = "usdc",
                Amount = amount,
                Direction = StrategyDirection.Sell,
            }
        );

        Assert.Equal($"Minimum order amount: {least} ARB", placed.TooSmall!.Message);
    }

    [Fact]
    public async Task A_small_order_that_the_service_refuses_is_the_same_line()
    {
        _bench.Script("createOrder", StrategyBench.Refused(100010, "too small"));

        var placed = await _bench.PlaceAsync();

        Assert.Equal("Minimum order amount: 1 USDC", placed.TooSmall!.Message);
        Assert.Equal(AttemptState.Rejected, (await _bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task Trader_Mode_is_activated_in_silence_and_the_same_bytes_are_sent_again()
    {
        _bench.Script("createOrder", StrategyBench.Refused(60018));

        var placed = await _bench.PlaceAsync();

        Assert.NotNull(placed.Receipt);
        Assert.Equal("Trader Mode activated.", Assert.Single(_bench.Told));
        var sent = _bench.To("createOrder");
        Assert.Equal(sent[0].Body, sent[1].Body);
        Assert.True(
            SameJson(
                Parsed(
                    """{"accountId":"acc-7f21","timestamp":1778135507340,"expireTimestamp":1780727507340,"attestDocHex":"deadbeef00112233445566778899aabbccddeeff","sessionCert":"BASE64CERT","sessionSig":"UPMzhtAHjVJy8+PTP9aa+PGIXJFA7Jcu+YaNjZfDWnlB2/WXuF2UMOwHBJqkUFfztjtg+6c25bHiphKURkG+Aw=="}"""
                ),
                Parsed(_bench.To("registerTeeInfo").Single().BodyText)
            )
        );
        Assert.Equal(AttemptState.Accepted, (await _bench.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData(60003)]
    [InlineData(100007)]
    public async Task What_the_contract_lets_repeat_is_repeated_once(int code)
    {
        _bench.Script(
            "createOrder",
            StrategyBench.Refused(code),
            StrategyBench.Refused(code),
            StrategyBench.Refused(code)
        );

        Assert.Equal($"Strategy.Backend.{code}", (await _bench.FailsAsync(() => _bench.PlaceAsync())).ErrorId);
        var sent = _bench.To("createOrder");
        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Body, sent[1].Body);
    }

    [Fact]
    public async Task A_refused_lifetime_of_the_callers_own_is_named()
    {
        _bench.Script("createOrder", StrategyBench.Refused(100, "expireTime error"));

        var error = await _bench.FailsAsync(() =>
            _bench.PlaceAsync(StrategyBench.Ticket with { ExpiresInSeconds = 600 })
        );

        Assert.Equal("Strategy.Backend.100", error.ErrorId);
        Assert.Contains("600 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_built_signed_or_sent_before_the_answer_is_yes()
    {
        var draft = (await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel)).Draft!;

        var done = await _bench.Desk.SubmitAsync(
            _bench.Client.Place(draft, null),
            (_, _) => Task.FromResult(false),
            StrategyBench.Cancel
        );

        Assert.Null(done);
        Assert.Empty(_bench.To("createOrder"));
        Assert.Empty((await _bench.Journal.ReadAsync(StrategyBench.Cancel)).Attempts);
    }

    [Fact]
    public async Task The_intent_is_dated_when_it_is_sent_not_when_it_was_shown()
    {
        var draft = (await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel)).Draft!;
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));

        await _bench.Desk.SubmitAsync(_bench.Client.Place(draft, null), StrategyBench.Yes, StrategyBench.Cancel);

        Assert.Contains(
            $"Timestamp: {Vectors.NowMs + 300_000}",
            _bench.To("createOrder").Single().BodyText,
            StringComparison.Ordinal
        );
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
    public async Task A_token_whose_name_moves_the_cursor_is_shown_without_that()
    {
        _bench.Tokens[Vectors.Arb] = ("AR\\u001b[2J\\u202eB", "18");

        var draft = (await _bench.Client.DraftOrderAsync(StrategyBench.Ticket, StrategyBench.Cancel)).Draft!;

        Assert.Equal("AR[2JB", draft.ToSymbol);
    }

    [Fact]
    public async Task A_mistyped_checksum_is_warned_of_and_sent_as_it_is()
    {
        var mixed = "0x912Ce59144191c1204e64559fe8253a0e49e6548";

        await _bench.PlaceAsync(StrategyBench.Ticket with { ToToken = mixed });

        Assert.Contains("checksum", Assert.Single(_bench.Warnings), StringComparison.Ordinal);
        Assert.Contains($"To Token: {mixed}", _bench.To("createOrder").Single().BodyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_says_who_it_is()
    {
        await _bench.PlaceAsync();

        var create = _bench.To("createOrder").Single();
        Assert.Equal($"Bearer {StrategyBench.Jwt(Vectors.Now.AddHours(1), "access")}", create.Header("Authorization"));
        Assert.Equal("1", create.Header("X-Web3-Auth-Type"));
        Assert.Equal("agent-cli", create.Header("Ok-Access-Client-type"));
        Assert.Equal("application/json", create.Header("Content-Type"));
        var price = _bench.To("price").Single();
        Assert.StartsWith("Bearer ", price.Header("Authorization"), StringComparison.Ordinal);
        Assert.Null(price.Header("X-Web3-Auth-Type"));
    }

    [Fact]
    public async Task Clocks_that_differ_by_more_than_a_minute_are_warned_of()
    {
        _bench.Script("price", Answer.Json("[]", 200, "Date: Thu, 07 May 2026 06:35:00 GMT"));

        await _bench.FailsAsync(() => _bench.PlaceAsync());

        Assert.Contains("clock", Assert.Single(_bench.Warnings), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    private static bool SameJson(JsonElement one, JsonElement other) =>
        JsonNode.DeepEquals(JsonNode.Parse(one.GetRawText()), JsonNode.Parse(other.GetRawText()));

    private static JsonElement Parsed(string json) => JsonDocument.Parse(json).RootElement;

    private static T In<T>(string culture, Func<T> act)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return act();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"https?://\S+|0x[0-9a-fA-F]{40}|acc-\w+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
