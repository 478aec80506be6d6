using System.Text.Json.Nodes;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Strategy;

/// <summary>What createOrder takes and what it refuses, field by field (strategy.md 2.5, 7.7, 8, 12).</summary>
public sealed class CreateOrderTests
{
    // what is changed behind the signature's back, and what the answer names
    public static TheoryData<string, string, string, string> Tampered =>
        new()
        {
            { "rule.fromAmount", "\"11\"", "100", "From Amount" },
            { "rule.fromAmount", "\"10.0000001\"", "100", "fromAmount" },
            { "rule.fromAmount", "10", "100", "fromAmount" },
            { "rule.fromTokenAddress", "\"0xfd086bc7cd5c481dcc9c85ebe478a1c0b69fcbb9\"", "100", "From Token" },
            { "rule.fromTokenAddress", "\"0xAF88d065e77c8cc2239327c5edb3a432268e5831\"", "100", "From Token" },
            { "rule.toTokenAddress", "\"0x82af49447d8a07e3bd95bd0d56f35241523fbab1\"", "100", "To Token" },
            { "rule.toTokenAddress", "\"0xaf88d065e77c8cc2239327c5edb3a432268e5831\"", "100", "toTokenAddress" },
            { "rule.toTokenAddress", "\"0x0000000000000000000000000000000000000001\"", "100", "toTokenAddress" },
            { "rule.triggerPrice", "\"-1\"", "100", "triggerPrice" },
            { "rule.triggerPrice", "0.10", "100", "triggerPrice" },
            { "chainId", "42161", "100", "chainId" },
            { "chainId", "\"137\"", "10106", "" },
            { "chainId", "\"8453\"", "100", "TokenAddress" },
            { "userWalletAddress", "\"0x2b5ad5c4795c026514f8317c7a215e218dccd6cf\"", "100", "userWalletAddress" },
            { "expireTime", "1778740307340", "100", "expireTime" },
            { "expireTime", "\"1778740307340\"", "100", "Expired At" },
            { "sourceType", "2", "100", "sourceType" },
            { "strategyType", "3", "100", "strategyType" },
            { "strategyType", "\"2\"", "100", "strategyType" },
            { "strategyDirection", "1", "100", "strategyType" },
            { "preset.presetType", "2", "100", "presetType" },
            { "preset.sellPreset", "{}", "100", "sellPreset" },
            { "preset.buyPreset.slippageValue", "\"15\"", "100", "slippageValue" },
            { "preset.buyPreset.slippageValue", "0.15", "100", "slippageValue" },
            { "preset.buyPreset.slippageType", "1", "100", "slippageType" },
            { "preset.buyPreset.slippageLevel", "1", "100", "slippageLevel" },
            { "preset.buyPreset.routerModeType", "4", "100", "routerModeType" },
            { "preset.buyPreset.limitOrderFeeValue", "\"1\"", "100", "limitOrderFeeValue" },
            { "verifySignInfo.accountId", "\"acc-0000\"", "100", "accountId" },
            { "verifySignInfo.accountId", "\"acc-7f22\"", "100", "userWalletAddress" },
            { "verifySignInfo.address", "\"0x2b5ad5c4795c026514f8317c7a215e218dccd6cf\"", "100", "address" },
            { "verifySignInfo.chainId", "\"42161\"", "100", "chainId" },
            { "verifySignInfo.chainId", "1", "100", "chainId" },
            { "verifySignInfo.sessionCert", "\"other\"", "100", "sessionCert" },
            { "verifySignInfo.teeId", "\"tee-01\"", "100", "teeId" },
            { "verifySignInfo.signMsg", "\"something else\"", "100007", "" },
            { "verifySignInfo.signature", "\"AAAA\"", "100007", "" },
            { "accountId", "\"acc-7f21\"", "100", "accountId" },
            { "teeId", "\"tee-sa-01\"", "100", "teeId" },
        };

    [Theory]
    [InlineData("42161", WalletClient.Usdc, WalletClient.Arb, "10", "10000000", "0.10", 12)]
    [InlineData("501", WalletClient.SolanaUsdc, WalletClient.Sol, "0.25", "250000", "80", 0)]
    public async Task An_intent_that_is_signed_for_its_family_becomes_an_order(
        string chain,
        string from,
        string to,
        string amount,
        string raw,
        string trigger,
        int wait
    )
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var needed = amount == "0.25" ? "10" : amount;

        var answer = await wallet.Create(
            wallet.Order(
                amount: needed,
                raw: needed == amount ? raw : "10000000",
                trigger: trigger,
                chain: chain,
                from: from,
                to: to
            )
        );

        Assert.Equal(("0", "17262791359882690"), (answer.Code, answer.Data.GetProperty("orderId").GetString()));
        Assert.Equal(
            (2, 2),
            (answer.Data.GetProperty("status").GetInt32(), answer.Data.GetProperty("strategyType").GetInt32())
        );
        Assert.Equal(
            (chain, wait),
            (answer.Data.GetProperty("chainId").GetString(), answer.Data.GetProperty("estimatedWaitTime").GetInt32())
        );
    }

    [Theory]
    [MemberData(nameof(Tampered))]
    public async Task Whatever_differs_from_the_contract_or_from_what_was_signed_is_refused(
        string path,
        string value,
        string code,
        string named
    )
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var order = wallet.Order();
        Change(order, path, value);

        var answer = await wallet.Create(order);

        Assert.True(answer.Code == code, answer.Text);
        Assert.Contains(named, answer.Json.GetProperty("msg").GetString(), StringComparison.Ordinal);
        Assert.Empty(simulator.Web3.Orders);
    }

    [Theory]
    [InlineData("Strategy Type: LimitOrderUbased", "Strategy Type: LimitOrder")]
    [InlineData(
        "Recipient: 0xc4a8cb22c9b39070faeffaf018de6e6309a706af",
        "Recipient: 0x2b5ad5c4795c026514f8317c7a215e218dccd6cf"
    )]
    [InlineData("Chain Index: 42161", "Chain Index: 1")]
    [InlineData("Chain Index: 42161", "Chain Index: 042161")]
    [InlineData(": 10000000\n", ": 10\n")]
    [InlineData(": 10000000\n", ": 010000000\n")]
    [InlineData("Created At: 2026-03-02T10:00:00.000Z", "Created At: 2026-03-02T10:00:00Z")]
    [InlineData("Timestamp: 1772445600000", "Timestamp: 1773050400000")]
    public async Task A_text_that_is_signed_but_says_something_else_is_refused(string line, string other)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var order = wallet.Order();
        var info = order["verifySignInfo"]!;
        var text = info["signMsg"]!.GetValue<string>();
        Assert.Contains(line, text, StringComparison.Ordinal);
        var changed = text.Replace(line, other, StringComparison.Ordinal);
        info["signMsg"] = changed;
        info["signature"] = WalletKeys.SignText(wallet.Seed, changed, isSolana: false);

        var answer = await wallet.Create(order);

        Assert.True(answer.Code == "100", answer.Text);
        Assert.Contains("signMsg", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_of_the_other_family_or_of_another_session_is_refused()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var order = wallet.Order();
        var text = order["verifySignInfo"]!["signMsg"]!.GetValue<string>();

        order["verifySignInfo"]!["signature"] = WalletKeys.SignText(wallet.Seed, text, isSolana: true);
        var family = await wallet.Create(order);
        order["verifySignInfo"]!["signature"] = WalletKeys.SignText(new byte[32], text, isSolana: false);
        var session = await wallet.Create(order);

        Assert.Equal(("100007", "100007"), (family.Code, session.Code));
    }

    [Fact]
    public async Task The_first_order_of_a_session_needs_its_registration()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn(activate: false);
        var order = wallet.Order();

        var before = await wallet.Create(order);
        var registered = await wallet.Register();
        var after = await wallet.Create(order);
        simulator.Web3.Deactivate();
        var again = await wallet.Create(order);

        Assert.Equal(("60018", "0", "0", "60018"), (before.Code, registered.Code, after.Code, again.Code));
        Assert.Single(simulator.Web3.Orders);
    }

    [Theory]
    [InlineData("accountId", "\"acc-0000\"", "100")]
    [InlineData("timestamp", "\"1772445600000\"", "100")]
    [InlineData("timestamp", "1", "100")]
    [InlineData("expireTimestamp", "1772445600000", "100")]
    [InlineData("attestDocHex", "\"deadbeef\"", "100")]
    [InlineData("sessionCert", "\"other\"", "100")]
    [InlineData("sessionSig", "\"AAAA\"", "100007")]
    public async Task A_registration_that_does_not_hold_together_is_refused(string field, string value, string code)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn(activate: false);

        var answer = await wallet.Register(body => body[field] = JsonNode.Parse(value));

        Assert.True(answer.Code == code, answer.Text);
        Assert.Equal("60018", (await wallet.Create(wallet.Order())).Code);
    }

    [Fact]
    public async Task The_digits_of_the_document_are_not_the_document()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn(activate: false);
        await wallet.Control("attest", """{"document":"0xdeadbeef00112233445566778899aabbccddeeff"}""");

        var wrong = await wallet.Post(
            WalletClient.Agentic + "/strategy/registerTeeInfo",
            Registration(wallet, System.Text.Encoding.ASCII.GetBytes("0xdeadbeef00112233445566778899aabbccddeeff"))
        );
        var right = await wallet.Post(
            WalletClient.Agentic + "/strategy/registerTeeInfo",
            Registration(wallet, Convert.FromHexString("deadbeef00112233445566778899aabbccddeeff"))
        );

        Assert.Equal(("100007", "0"), (wrong.Code, right.Code));
    }

    [Theory]
    [InlineData("0.99", "990000", "100010")]
    [InlineData("1", "1000000", "0")]
    public async Task An_order_is_worth_a_dollar_at_least(string amount, string raw, string code)
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();

        Assert.Equal(code, (await wallet.Create(wallet.Order(amount: amount, raw: raw))).Code);
    }

    [Fact]
    public async Task Funds_risk_control_and_the_cap_of_pending_orders_are_kept()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();

        simulator.Web3.SetBalance("acc-7f21", "arb:USDC", 9.99m);
        var poor = await wallet.Create(wallet.Order());
        simulator.Web3.SetBalance("acc-7f21", "arb:USDC", 10_000m);
        for (var i = 0; i < 100; i++)
        {
            await wallet.Placed(wallet.Order());
        }
        var many = await wallet.Create(wallet.Order());
        await wallet.Control("block", """{"address":"0xC4A8cb22c9b39070faeffaf018de6e6309a706af"}""");
        var blocked = await wallet.Create(wallet.Order());

        Assert.Equal(("100012", "60006", "100005"), (poor.Code, many.Code, blocked.Code));
    }

    [Fact]
    public async Task An_old_intent_is_not_taken_and_a_moved_clock_alone_harms_nobody()
    {
        await using var simulator = Venue.Open();
        using var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        var old = wallet.Order();

        simulator.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("100", (await wallet.Create(old)).Code);
        Assert.Equal("0", (await wallet.Create(wallet.Order())).Code);
    }

    private static string Registration(WalletClient wallet, byte[] signed) =>
        new JsonObject
        {
            ["accountId"] = wallet.AccountId,
            ["timestamp"] = wallet.NowMs,
            ["expireTimestamp"] = wallet.NowMs + 2_592_000_000,
            ["attestDocHex"] = "0xdeadbeef00112233445566778899aabbccddeeff",
            ["sessionCert"] = wallet.SessionCert,
            ["sessionSig"] = WalletKeys.Sign(wallet.Seed, signed),
        }.ToJsonString();

    private static void Change(JsonObject order, string path, string value)
    {
        var parts = path.Split('.');
        JsonNode node = order;
        foreach (var part in parts[..^1])
        {
            node = node[part]!;
        }
        node[parts[^1]] = JsonNode.Parse(value);
    }
}
