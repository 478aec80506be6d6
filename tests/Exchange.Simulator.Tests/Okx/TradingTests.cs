using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.Okx;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Okx;

/// <summary>Orders and balances of the two environments.</summary>
public sealed class TradingTests
{
    [Fact]
    public async Task A_limit_order_rests_holds_its_money_and_fills_when_the_market_comes()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);

        var placed = await Place(
            client,
            """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"50000","sz":"0.1","clOrdId":"mine1"}"""
        );
        var id = placed.Data[0].GetProperty("ordId").GetString()!;
        var held = await Detail(client, "USDT");
        simulator.Okx.MovePrice("BTC-USDT", 49_990m);
        var order = (await client.Ask($"/api/v5/trade/order?instId=BTC-USDT&clOrdId=mine1")).Data[0];
        var after = await Detail(client, "USDT");

        Assert.Equal(("0", "0"), (placed.Code, placed.Data[0].GetProperty("sCode").GetString()));
        Assert.Equal("20000", held.GetProperty("availBal").GetString());
        Assert.Equal("5000", held.GetProperty("frozenBal").GetString());
        Assert.Equal((id, "filled", "50000"), (Text(order, "ordId"), Text(order, "state"), Text(order, "avgPx")));
        Assert.Equal(("-0.00008", "BTC"), (Text(order, "fee"), Text(order, "feeCcy")));
        Assert.Equal("20000", after.GetProperty("cashBal").GetString());
        Assert.Equal("0.59992", (await Detail(client, "BTC")).GetProperty("cashBal").GetString());
    }

    [Fact]
    public async Task A_market_order_takes_at_once_and_spends_quote()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        simulator.Okx.MovePrice("ETH-USDT", 2000m);

        var placed = await Place(
            client,
            """{"instId":"ETH-USDT","tdMode":"cash","side":"buy","ordType":"market","sz":"1000"}"""
        );
        var order = (
            await client.Ask($"/api/v5/trade/order?instId=ETH-USDT&ordId={Text(placed.Data[0], "ordId")}")
        ).Data[0];

        Assert.Equal(
            ("filled", "2000.01", "0.499997"),
            (Text(order, "state"), Text(order, "avgPx"), Text(order, "accFillSz"))
        );
    }

    [Fact]
    public async Task Live_and_demo_do_not_see_each_other()
    {
        await using var simulator = Venue.Open();
        using var live = new OkxClient(simulator);
        using var demo = new OkxClient(simulator) { Key = OkxSimulatorAccount.Default.Demo, IsDemo = true };

        await Place(
            demo,
            """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"100","sz":"0.001"}"""
        );

        Assert.Empty((await live.Ask("/api/v5/trade/orders-pending")).Data.EnumerateArray());
        Assert.Single((await demo.Ask("/api/v5/trade/orders-pending")).Data.EnumerateArray());
    }

    [Theory]
    [InlineData("""{"instId":"NOPE-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"1","sz":"1"}""", "51021")]
    [InlineData("""{"instId":"BTC-USDT","side":"buy","ordType":"limit","px":"1","sz":"1"}""", "51000")]
    [InlineData("""{"instId":"BTC-USDT","tdMode":"cash","side":"hold","ordType":"limit","px":"1","sz":"1"}""", "51000")]
    [InlineData(
        """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"100.05","sz":"1"}""",
        "51000"
    )]
    [InlineData(
        """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"1","sz":"0.000000001"}""",
        "51020"
    )]
    [InlineData(
        """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"1","sz":"1.000000001"}""",
        "51121"
    )]
    [InlineData(
        """{"instId":"BTC-USDT","tdMode":"cash","side":"sell","ordType":"limit","px":"100000","sz":"0.6"}""",
        "51008"
    )]
    public async Task An_order_that_is_not_accepted_says_so_in_its_item(string body, string code)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);

        var answer = await client.Post("/api/v5/trade/order", body);

        Assert.Equal((200, "1", "All operations failed"), (answer.Status, answer.Code, Text(answer.Json, "msg")));
        Assert.Equal((code, ""), (Text(answer.Data[0], "sCode"), Text(answer.Data[0], "ordId")));
        Assert.NotEqual("", Text(answer.Data[0], "sMsg"));
    }

    [Fact]
    public async Task An_order_is_cancelled_once_and_leaves_the_pending_for_the_history()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var placed = await Place(
            client,
            """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"100","sz":"0.001","clOrdId":"a"}"""
        );
        var body = $$"""{"instId":"BTC-USDT","ordId":"{{Text(placed.Data[0], "ordId")}}"}""";

        var cancelled = await client.Post("/api/v5/trade/cancel-order", body);
        var twice = await client.Post("/api/v5/trade/cancel-order", body);
        var again = await client.Post(
            "/api/v5/trade/order",
            """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"100","sz":"0.001","clOrdId":"a"}"""
        );

        Assert.Equal("0", cancelled.Code);
        Assert.Equal(("1", "51400"), (twice.Code, Text(twice.Data[0], "sCode")));
        Assert.Equal("51016", Text(again.Data[0], "sCode"));
        Assert.Empty((await client.Ask("/api/v5/trade/orders-pending")).Data.EnumerateArray());
        Assert.Equal(
            "canceled",
            Text((await client.Ask("/api/v5/trade/orders-history?instType=SPOT")).Data[0], "state")
        );
    }

    [Fact]
    public async Task Orders_are_listed_newest_first_and_paged_by_id()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var placed = await Place(
                client,
                """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"100","sz":"0.001"}"""
            );
            ids.Insert(0, Text(placed.Data[0], "ordId"));
        }

        var first = (await client.Ask("/api/v5/trade/orders-pending?limit=2")).Data;
        var rest = (await client.Ask($"/api/v5/trade/orders-pending?after={ids[1]}")).Data;

        Assert.Equal(ids.Take(2), first.EnumerateArray().Select(order => Text(order, "ordId")));
        Assert.Equal(ids.Skip(2), rest.EnumerateArray().Select(order => Text(order, "ordId")));
    }

    [Fact]
    public async Task It_does_not_matter_how_often_one_looked_on_the_way()
    {
        Assert.Equal(await FillTime(looks: 1), await FillTime(looks: 200));
    }

    [Fact]
    public async Task Tickers_and_instruments_agree()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);

        var instruments = (await client.Look("/api/v5/public/instruments?instType=SPOT")).Data;
        var tickers = (await client.Look("/api/v5/market/tickers?instType=SPOT")).Data;
        var one = (await client.Look("/api/v5/market/ticker?instId=BTC-USDT")).Data[0];

        Assert.Equal(
            instruments.EnumerateArray().Select(row => Text(row, "instId")),
            tickers.EnumerateArray().Select(row => Text(row, "instId"))
        );
        Assert.Equal(tickers[0].GetRawText(), one.GetRawText());
        Assert.Equal(
            simulator.Okx.LastPrice("BTC-USDT"),
            decimal.Parse(Text(one, "last"), CultureInfo.InvariantCulture)
        );
    }

    private static async Task<string> FillTime(int looks)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var price = Math.Round(simulator.Okx.LastPrice("BTC-USDT") * 0.99m, 1);
        await Place(
            client,
            $$"""{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"{{price.ToString(CultureInfo.InvariantCulture)}}","sz":"0.001","clOrdId":"a"}"""
        );
        for (var i = 0; i < looks; i++)
        {
            simulator.Clock.Advance(TimeSpan.FromDays(5) / looks);
            await client.Ask("/api/v5/account/balance");
        }
        return (await client.Ask("/api/v5/trade/order?instId=BTC-USDT&clOrdId=a")).Data[0].GetRawText();
    }

    private static async Task<Answer> Place(OkxClient client, string body)
    {
        var answer = await client.Post("/api/v5/trade/order", body);
        Assert.True(answer.Code == "0", answer.Text);
        return answer;
    }

    private static async Task<JsonElement> Detail(OkxClient client, string currency) =>
        (await client.Ask("/api/v5/account/balance?ccy=" + currency)).Data[0].GetProperty("details")[0];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
