using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

public sealed class MarketDataTests
{
    private static readonly long Now = Venue.Start.ToUnixTimeSeconds();

    public static TheoryData<string, long> Resolutions =>
        new()
        {
            { "5m", 7_200 },
            { "15m", 7_200 },
            { "30m", 14_400 },
            { "1h", 86_400 },
            { "3h", 86_400 },
            { "4h", 86_400 },
            { "6h", 86_400 },
            { "12h", 172_800 },
            { "1d", 4 * 86_400 },
            { "1w", 21 * 86_400 },
            { "1M", 62 * 86_400 },
        };

    [Theory]
    [MemberData(nameof(Resolutions))]
    public async Task A_candle_is_the_sum_of_its_minutes(string resolution, long span)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var candles = await Candles(trader, resolution, Now - span, Now);
        var candle = candles[0];
        var start = Start(candle) / 1000;
        var end = Start(candles[1]) / 1000;

        var minutes = await Candles(trader, "1m", start, end - 1);

        Assert.Equal(Value(minutes[0], "open"), Value(candle, "open"));
        Assert.Equal(Value(minutes[^1], "close"), Value(candle, "close"));
        Assert.Equal(minutes.Max(minute => Value(minute, "high")), Value(candle, "high"));
        Assert.Equal(minutes.Min(minute => Value(minute, "low")), Value(candle, "low"));
        Assert.Equal(minutes.Sum(minute => Value(minute, "volume")), Value(candle, "volume"));
        Assert.True(minutes.Count < (end - start) / 60 || end - start < 1800, "minutes without trades are left out");
    }

    [Fact]
    public async Task The_past_stays_as_it_was_when_time_goes_on()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var before = (
            await trader.Look($"/trading-history/eth_twd?resolution=1h&from={Now - 86400}&to={Now - 3600}")
        ).Text;

        simulator.Clock.Advance(TimeSpan.FromDays(3));
        var after = (
            await trader.Look($"/trading-history/eth_twd?resolution=1h&from={Now - 86400}&to={Now - 3600}")
        ).Text;

        Assert.Equal(before, after);
    }

    [Fact]
    public async Task Trades_on_the_book_are_in_the_trades_the_candle_and_the_ticker()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Clock.Advance(TimeSpan.FromMinutes(10));
        var before = Value(Assert.Single(await Candles(trader, "1h", Now, Now + 600)), "volume");

        await trader.Limit("btc_twd", "BUY", "0.00012345", "9000000");

        var trade = (await trader.Look("/trades/btc_twd")).Data[0];
        var ticker = (await trader.Look("/tickers/btc_twd")).Data;
        var after = Value(Assert.Single(await Candles(trader, "1h", Now, Now + 600)), "volume");
        Assert.Equal("0.00012345", trade.GetProperty("amount").GetString());
        Assert.Equal(Now + 600, trade.GetProperty("timestamp").GetInt64());
        Assert.True(trade.GetProperty("isBuyer").GetBoolean());
        Assert.Equal(0.00012345m, after - before);
        Assert.Equal(Value(trade, "price"), Value(ticker, "lastPrice"));
    }

    [Fact]
    public async Task Short_candles_exist_for_a_year_only()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var from = Now - 400 * 86_400;

        Assert.Empty(await Candles(trader, "1m", from, from + 86_400));
        Assert.Empty(await Candles(trader, "5m", from, from + 86_400));
        Assert.NotEmpty(await Candles(trader, "15m", from, from + 86_400));
    }

    [Theory]
    [InlineData("resolution=2m&from=1&to=2")]
    [InlineData("resolution=1H&from=1&to=2")]
    [InlineData("resolution=1h&from=2&to=2")]
    [InlineData("resolution=1h&from=x&to=2")]
    [InlineData("resolution=1h&to=2")]
    public async Task A_bad_candle_query_is_answered_400(string query)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        Assert.Equal(400, (await trader.Look($"/trading-history/btc_twd?{query}")).Status);
    }

    [Theory]
    [InlineData("/order-book/btc_twd?limit=7", "Invalid limit: 7")]
    [InlineData("/order-book/btc_twd?limit=100", "Invalid limit: 100")]
    [InlineData("/order-book/btc_twd?scale=9", "Invalid scale: 9")]
    [InlineData("/order-book/xyz_twd", "Unsupported trading pair xyz_twd.")]
    [InlineData("/tickers/xyz_twd", "Unsupported trading pair xyz_twd.")]
    [InlineData("/price/otc/doge", "Cannot list price, please try again later")]
    public async Task A_bad_public_value_is_answered_422_with_the_live_text(string path, string text)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Look(path);

        Assert.Equal((422, text), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(50)]
    public async Task A_book_has_its_levels_in_order_with_running_totals(int limit)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        foreach (var pair in new[] { "btc_twd", "eth_twd", "usdt_twd", "btc_usdt", "eth_usdt", "eth_btc", "bito_twd" })
        {
            var book = (await trader.Look($"/order-book/{pair}?limit={limit}")).Json;
            var (asks, bids) = (Levels(book, "asks"), Levels(book, "bids"));

            Assert.Equal((limit, limit), (asks.Count, bids.Count));
            Assert.Equal(asks.OrderBy(level => Value(level, "price")), asks);
            Assert.Equal(bids.OrderByDescending(level => Value(level, "price")), bids);
            Assert.True(Value(bids[0], "price") < Value(asks[0], "price"));
            Assert.Equal(asks.Sum(level => Value(level, "amount")), Value(asks[^1], "total"));
        }
    }

    [Fact]
    public async Task A_scale_groups_prices_and_keeps_amounts()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var fine = Levels((await trader.Look("/order-book/btc_twd?limit=50")).Json, "bids");
        var coarse = Levels((await trader.Look("/order-book/btc_twd?limit=5&scale=3")).Json, "bids");

        Assert.All(coarse, level => Assert.Equal(0, Value(level, "price") % 1000));
        var top = Value(coarse[0], "price");
        Assert.Equal(
            fine.Where(level => Value(level, "price") >= top).Sum(level => Value(level, "amount")),
            Value(coarse[0], "amount")
        );
    }

    [Fact]
    public async Task The_otc_desk_sells_dearer_than_it_buys()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var price = (await trader.Look("/price/otc/btc")).Json;

        Assert.True(Rate(price, "buySwapQuotation") > Rate(price, "sellSwapQuotation"));
    }

    [Fact]
    public async Task One_pair_is_under_maintenance_and_takes_no_orders()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var pairs = (await trader.Look("/provisioning/trading-pairs")).Data.EnumerateArray().ToList();
        var order = await trader.Post("/orders/old_twd", Trader.OrderBody("BUY", "LIMIT", "10", "1"));

        Assert.Equal(
            "old_twd",
            pairs.Single(pair => pair.GetProperty("maintain").GetBoolean()).GetProperty("pair").GetString()
        );
        Assert.Equal(422, order.Status);
    }

    private static async Task<List<JsonElement>> Candles(Trader trader, string resolution, long from, long to)
    {
        var answer = await trader.Look($"/trading-history/btc_twd?resolution={resolution}&from={from}&to={to}");
        Assert.True(answer.Status == 200, answer.Text);
        return [.. answer.Data.EnumerateArray()];
    }

    private static List<JsonElement> Levels(JsonElement book, string side) =>
        [.. book.GetProperty(side).EnumerateArray()];

    private static decimal Rate(JsonElement price, string quotation) =>
        Value(price.GetProperty(quotation).GetProperty("twd"), "exchangeRate");

    private static long Start(JsonElement candle) => candle.GetProperty("timestamp").GetInt64();

    private static decimal Value(JsonElement row, string name) =>
        decimal.Parse(row.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
