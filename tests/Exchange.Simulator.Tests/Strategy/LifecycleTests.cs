using System.Text.Json;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Strategy;

/// <summary>What becomes of an order: triggers, trades, events, cancellations, expiry (strategy.md 3, 9 to 13).</summary>
public sealed class LifecycleTests
{
    private const int Expired = -7;
    private const int Cancelling = -3;
    private const int Cancelled = -2;
    private const int Failed = -1;
    private const int Trading = 0;
    private const int Completed = 1;
    private const int Creating = 2;
    private const int Active = 3;
    private const int Suspended = 4;

    [Fact]
    public async Task An_order_is_created_watched_triggered_traded_and_completed()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var id = await wallet.Placed(wallet.Order());

        Assert.Equal(Creating, await wallet.Status(id));
        simulator.Clock.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(Active, await wallet.Status(id));
        simulator.Web3.MovePrice("42161:" + WalletClient.Arb, 0.08m);
        Assert.Equal(Trading, await wallet.Status(id));
        simulator.Clock.Advance(TimeSpan.FromSeconds(2));
        var done = await wallet.Detail(id);

        Assert.Equal(Completed, done.GetProperty("status").GetInt32());
        Assert.Equal("125", done.GetProperty("toToken").GetProperty("tokenAmount").GetString());
        var hash = done.GetProperty("transactionInfo").GetProperty("txHash").GetString();
        Assert.Matches("^0x[0-9a-f]{64}$", hash);
        var last = done.GetProperty("executionHistoryList")[0];
        Assert.Equal((0, hash), (last.GetProperty("code").GetInt32(), last.GetProperty("txHash").GetString()));
    }

    [Theory]
    [InlineData(2, "0.10", "0.11", "0.10")]
    [InlineData(5, "0.20", "0.19", "0.20")]
    [InlineData(3, "0.20", "0.19", "0.20")]
    [InlineData(4, "0.10", "0.11", "0.10")]
    public async Task Each_type_fires_at_its_own_side_of_the_trigger(int type, string trigger, string near, string at)
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var isBuy = type is 2 or 5;
        var order = isBuy
            ? wallet.Order(type, trigger: trigger)
            : wallet.Order(
                type,
                "100",
                trigger,
                "100000000000000000000",
                from: WalletClient.Arb,
                to: WalletClient.Usdc
            );
        var id = await wallet.Placed(order);
        simulator.Clock.Advance(TimeSpan.FromSeconds(12));

        simulator.Web3.MovePrice("arb:ARB", Money(near));
        var before = await wallet.Status(id);
        simulator.Web3.MovePrice("arb:ARB", Money(at));

        Assert.Equal((Active, Trading), (before, await wallet.Status(id)));
    }

    [Fact]
    public async Task A_path_of_prices_triggers_at_its_instants_however_rarely_one_looks()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var id = await wallet.Placed(wallet.Order());

        await wallet.Control(
            "price",
            """{"token":"arb:ARB","path":[{"after":60,"price":"0.09"},{"after":90,"price":"0.2"}]}"""
        );
        simulator.Clock.Advance(TimeSpan.FromMinutes(30));
        var done = await wallet.Detail(id);

        Assert.Equal(Completed, done.GetProperty("status").GetInt32());
        Assert.Equal(
            Venue
                .Start.AddSeconds(62)
                .ToUnixTimeMilliseconds()
                .ToString(System.Globalization.CultureInfo.InvariantCulture),
            done.GetProperty("orderStatusUpdateTime").GetString()
        );
        Assert.Equal(0.2m, simulator.Web3.PriceOf("42161:ARB"));
    }

    [Fact]
    public async Task An_order_on_Solana_is_active_at_once_and_its_hash_has_the_form_of_the_chain()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var id = await wallet.Placed(
            wallet.Order(trigger: "80", chain: "501", from: WalletClient.SolanaUsdc, to: WalletClient.Sol)
        );
        Assert.Equal(Active, await wallet.Status(id));

        simulator.Web3.MovePrice("sol:SOL", 80m);
        simulator.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Matches("^[1-9A-HJ-NP-Za-km-z]{80,90}$", simulator.Web3.Orders[0].TxHash);
        Assert.Equal(Completed, await wallet.Status(id));
    }

    [Fact]
    public async Task A_soft_failure_repeats_every_ten_seconds_and_then_the_trade_succeeds()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        await wallet.Control("event", """{"code":3016,"count":3}""");
        var id = await Triggered(simulator, wallet);

        simulator.Clock.Advance(TimeSpan.FromSeconds(25));
        var during = await wallet.Detail(id);
        simulator.Clock.Advance(TimeSpan.FromSeconds(10));
        var after = await wallet.Detail(id);

        Assert.Equal((Active, "3016 3016 3016"), (during.GetProperty("status").GetInt32(), Codes(during)));
        Assert.Equal((Completed, "3016 3016 3016 0"), (after.GetProperty("status").GetInt32(), Codes(after)));
    }

    [Theory]
    [InlineData(3010, Failed)]
    [InlineData(3019, Failed)]
    [InlineData(3020, Failed)]
    [InlineData(3023, Expired)]
    public async Task A_terminal_event_ends_the_order(int code, int status)
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        simulator.Web3.Obstruct(code);
        var id = await Triggered(simulator, wallet);

        simulator.Clock.Advance(TimeSpan.FromMinutes(5));
        var order = await wallet.Detail(id);

        Assert.Equal(
            (status, code.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            (order.GetProperty("status").GetInt32(), Codes(order))
        );
    }

    [Fact]
    public async Task An_order_without_funds_is_suspended_and_can_be_taken_up_again()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var id = await Triggered(simulator, wallet);
        simulator.Web3.SetBalance("acc-7f21", "arb:USDC", 1m);

        simulator.Clock.Advance(TimeSpan.FromSeconds(2));
        var suspended = await wallet.Detail(id);
        simulator.Web3.SetBalance("acc-7f21", "arb:USDC", 10m);
        var resumed = (await wallet.Resume(id, "17262791359889999")).Data;
        var twice = (await wallet.Resume(id)).Data;
        simulator.Clock.Advance(TimeSpan.FromSeconds(2));
        var done = await wallet.Detail(id);

        Assert.Equal(
            (Suspended, true, "3013"),
            (
                suspended.GetProperty("status").GetInt32(),
                suspended.GetProperty("canResume").GetBoolean(),
                Codes(suspended)
            )
        );
        Assert.Equal(id, Assert.Single(resumed.GetProperty("successIds").EnumerateArray()).GetString());
        Assert.Equal("17262791359889999", Assert.Single(resumed.GetProperty("failIds").EnumerateArray()).GetString());
        Assert.Equal(id, Assert.Single(twice.GetProperty("failIds").EnumerateArray()).GetString());
        Assert.Equal((Completed, "3013 0"), (done.GetProperty("status").GetInt32(), Codes(done)));
    }

    [Fact]
    public async Task A_price_that_ran_away_is_not_traded_beyond_the_slippage()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var id = await wallet.Placed(wallet.Order(5, trigger: "0.20"));
        simulator.Clock.Advance(TimeSpan.FromSeconds(12));

        simulator.Web3.MovePrice("arb:ARB", 0.24m);
        simulator.Clock.Advance(TimeSpan.FromSeconds(3));
        var away = await wallet.Detail(id);
        simulator.Web3.MovePrice("arb:ARB", 0.23m);
        simulator.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((Active, "3015"), (away.GetProperty("status").GetInt32(), Codes(away)));
        Assert.Equal(Completed, await wallet.Status(id));
    }

    [Fact]
    public async Task An_order_expires_when_its_time_is_over()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var id = await wallet.Placed(wallet.Order(seconds: 60));

        simulator.Clock.Advance(TimeSpan.FromSeconds(60));
        simulator.Web3.MovePrice("arb:ARB", 0.01m);
        var order = await wallet.Detail(id);

        Assert.Equal((Expired, "3023"), (order.GetProperty("status").GetInt32(), Codes(order)));
        Assert.Equal("60014", (await wallet.Cancel(id)).Code);
    }

    [Fact]
    public async Task A_cancellation_is_accepted_first_and_ends_later()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var id = await wallet.Placed(wallet.Order());
        var creating = await wallet.Cancel(id);
        simulator.Clock.Advance(TimeSpan.FromSeconds(12));

        var accepted = await wallet.Cancel(id);
        var during = await wallet.Status(id);
        var pending = await wallet.Cancel(id);
        simulator.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("60015", creating.Code);
        Assert.Equal(1, accepted.Data.GetProperty("updateNum").GetInt32());
        Assert.Equal((Cancelling, "60015"), (during, pending.Code));
        Assert.Equal(Cancelled, await wallet.Status(id));
        Assert.Equal("60002", (await wallet.Cancel(id)).Code);
        Assert.Equal("60002", (await wallet.Cancel("1")).Code);
    }

    [Fact]
    public async Task Everything_of_one_account_is_cancelled_and_nothing_of_another()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        await wallet.Placed(wallet.Order());
        await wallet.Placed(wallet.Order());
        var done = await Triggered(simulator, wallet);
        simulator.Clock.Advance(TimeSpan.FromSeconds(2));
        simulator.Web3.MovePrice("arb:ARB", 0.15m);
        var id = await wallet.Placed(wallet.Order(trigger: "0.05"));
        simulator.Clock.Advance(TimeSpan.FromSeconds(12));

        var all = await wallet.Post(WalletClient.Orders + "/cancel", """{"accountId":"acc-7f21","cancelAll":true}""");
        var none = await wallet.Post(WalletClient.Orders + "/cancel", """{"accountId":"acc-7f22","cancelAll":true}""");
        var both = await wallet.Post(
            WalletClient.Orders + "/cancel",
            $$"""{"accountId":"acc-7f21","cancelAll":true,"orderIds":["{{id}}"]}"""
        );

        Assert.Equal(1, all.Data.GetProperty("updateNum").GetInt32());
        Assert.Equal(0, none.Data.GetProperty("updateNum").GetInt32());
        Assert.Equal("100", both.Code);
        Assert.Equal("60017", (await wallet.Cancel(done)).Code);
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged_newest_first()
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, await wallet.Placed(wallet.Order()));
        }
        var solana = await wallet.Placed(
            wallet.Order(trigger: "80", chain: "501", from: WalletClient.SolanaUsdc, to: WalletClient.Sol)
        );

        var first = (await wallet.List(""","limit":2,"chainIdList":["42161"]""")).Data;
        var cursor = first.GetProperty("cursor").GetString();
        var placed = await wallet.Placed(wallet.Order());
        var second = (await wallet.List($$""","limit":3,"chainIdList":["42161"],"cursor":"{{cursor}}" """)).Data;
        var active = (await wallet.List(""","orderStatusList":[3]""")).Data;
        var token = (
            await wallet.List(
                $$""","tokenAddress":"{{WalletClient.Arb.ToUpperInvariant().Replace("0X", "0x", StringComparison.Ordinal)}}" """
            )
        ).Data;

        Assert.Equal(ids.Take(2), Ids(first));
        Assert.True(first.GetProperty("hasNext").GetBoolean());
        Assert.Equal(ids.Skip(2), Ids(second));
        Assert.Equal(
            (false, JsonValueKind.Null),
            (second.GetProperty("hasNext").GetBoolean(), second.GetProperty("cursor").ValueKind)
        );
        Assert.Equal([solana], Ids(active));
        Assert.Equal([placed, .. ids], Ids(token));
    }

    [Theory]
    [InlineData(""","limit":101""", "limit")]
    [InlineData(""","limit":"10" """, "limit")]
    [InlineData(""","cursor":"nonsense" """, "cursor")]
    [InlineData(""","orderStatusList":["3"]""", "orderStatusList")]
    public async Task A_list_that_is_asked_for_wrongly_is_refused(string filter, string named)
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);

        var answer = await wallet.List(filter);

        Assert.Equal("100", answer.Code);
        Assert.Contains(named, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_matter_how_often_one_looked_on_the_way()
    {
        Assert.Equal(await Story(looks: 1), await Story(looks: 60));
    }

    private static async Task<string> Story(int looks)
    {
        await using var simulator = Venue.Open();
        using var wallet = await SignedIn(simulator);
        simulator.Web3.Obstruct(3016, 2);
        simulator.Web3.Obstruct(3006, 1, "suspend");
        await wallet.Placed(wallet.Order());
        await wallet.Placed(wallet.Order(trigger: "0.12"));
        await wallet.Placed(wallet.Order(trigger: "0.01", seconds: 300));
        simulator.Web3.MovePrice("arb:ARB", 0.11m, TimeSpan.FromSeconds(45));
        simulator.Web3.MovePrice("arb:ARB", 0.09m, TimeSpan.FromSeconds(100));
        for (var i = 0; i < looks; i++)
        {
            simulator.Clock.Advance(TimeSpan.FromMinutes(10) / looks);
            await wallet.List();
        }
        return (await wallet.List()).Data.GetProperty("dataList").GetRawText();
    }

    private static async Task<string> Triggered(ExchangeSimulator simulator, WalletClient wallet)
    {
        var id = await wallet.Placed(wallet.Order());
        simulator.Clock.Advance(TimeSpan.FromSeconds(12));
        simulator.Web3.MovePrice("arb:ARB", 0.10m);
        Assert.Equal(Trading, await wallet.Status(id));
        return id;
    }

    private static async Task<WalletClient> SignedIn(ExchangeSimulator simulator)
    {
        var wallet = new WalletClient(simulator);
        await wallet.SignIn();
        return wallet;
    }

    private static IEnumerable<string> Ids(JsonElement page) =>
        page.GetProperty("dataList").EnumerateArray().Select(order => order.GetProperty("orderId").GetString()!);

    private static string Codes(JsonElement order) =>
        string.Join(
            ' ',
            order
                .GetProperty("executionHistoryList")
                .EnumerateArray()
                .Select(one => one.GetProperty("code").GetRawText())
        );

    private static decimal Money(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
