using System.Text.Json;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

public sealed class PagingTests
{
    private const long DayMs = 86_400_000;

    [Theory]
    [InlineData(1000)]
    [InlineData(333)]
    [InlineData(2)]
    public async Task Walking_the_order_pages_yields_each_order_once_newest_first(int limit)
    {
        var count = limit == 2 ? 50 : 2500;
        await using var simulator = WithHistory(count);
        using var trader = new Trader(simulator);

        var ids = await Walk(trader, "/orders/all/btc_twd?", "orderId", "id", limit);

        Assert.Equal(count, ids.Count);
        Assert.Equal(
            ids.OrderByDescending(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture)),
            ids
        );
    }

    [Fact]
    public async Task Walking_the_fill_pages_yields_each_fill_once()
    {
        await using var simulator = WithHistory(2500);
        using var trader = new Trader(simulator);
        var orders = await All(trader, "/orders/all/btc_twd?limit=1000&statusKind=DONE");

        var fills = await Walk(trader, "/orders/trades/btc_twd?", "tradeId", "orderId", 500, cursorFrom: "tradeId");

        Assert.True(fills.Count > 1900);
        Assert.Equal(fills.Count, fills.Distinct(StringComparer.Ordinal).Count());
        Assert.All(orders, order => Assert.Contains(order.GetProperty("id").GetString(), fills));
    }

    [Fact]
    public async Task A_hundred_thousand_orders_are_there_and_their_last_page_too()
    {
        await using var simulator = WithHistory(100_000);
        using var trader = new Trader(simulator);

        var last = await All(trader, "/orders/all/btc_twd?limit=10&orderId=1000000003");

        Assert.Equal(["1000000003", "1000000002", "1000000001"], last.Select(Id));
    }

    [Fact]
    public async Task The_cursor_is_inclusive()
    {
        await using var simulator = WithHistory(20);
        using var trader = new Trader(simulator);

        var page = await All(trader, "/orders/all/btc_twd?limit=2&orderId=1000000010");

        Assert.Equal(["1000000010", "1000000009"], page.Select(Id));
    }

    [Fact]
    public async Task The_window_takes_both_of_its_ends_and_no_more()
    {
        await using var simulator = WithHistory(90);
        using var trader = new Trader(simulator);
        var all = await All(trader, "/orders/all/btc_twd?limit=1000");
        var (from, to) = (Created(all[40]), Created(all[30]));

        var window = await All(trader, $"/orders/all/btc_twd?startTimestamp={from}&endTimestamp={to}");

        Assert.Equal(all.Skip(30).Take(11).Select(Id), window.Select(Id));
    }

    [Fact]
    public async Task A_window_wider_than_90_days_is_narrowed_from_its_end()
    {
        await using var simulator = WithHistory(100);
        using var trader = new Trader(simulator);
        var end = simulator.Clock.GetUtcNow().ToUnixTimeMilliseconds() - 10 * DayMs;

        var rows = await All(trader, $"/orders/all/btc_twd?startTimestamp=1&endTimestamp={end}&limit=1000");

        Assert.All(rows, row => Assert.InRange(Created(row), end - 90 * DayMs, end));
        Assert.NotEmpty(rows);
    }

    [Fact]
    public async Task History_older_than_90_days_is_gone()
    {
        await using var simulator = WithHistory(100);
        using var trader = new Trader(simulator);
        Assert.Equal(100, (await All(trader, "/orders/all/btc_twd?limit=1000")).Count);

        simulator.Clock.Advance(TimeSpan.FromDays(45));

        Assert.InRange((await All(trader, "/orders/all/btc_twd?limit=1000")).Count, 49, 51);
        Assert.Equal(404, (await trader.Order("btc_twd", "1000000001")).Status);
        Assert.Equal(200, (await trader.Order("btc_twd", "1000000100")).Status);
    }

    [Theory]
    [InlineData("statusKind=OPEN", new[] { -1, 0 })]
    [InlineData("statusKind=DONE", new[] { 2, 3 })]
    [InlineData("statusKind=ALL", new[] { -1, 0, 2, 3, 4, 6 })]
    [InlineData("status=4", new[] { 4 })]
    [InlineData("status=6&statusKind=OPEN", new[] { 6 })]
    [InlineData("", new[] { -1, 0, 2, 3, 4, 6 })]
    public async Task Status_filters_are_those_of_the_contract(string filter, int[] statuses)
    {
        await using var simulator = WithHistory(500);
        using var trader = new Trader(simulator);
        await trader.Limit("btc_twd", "BUY", "0.001", "1000000");
        await trader.Post("/orders/btc_twd", Trader.OrderBody("SELL", "STOP_LIMIT", "0.1", "900000", "1000000", "<="));

        var rows = await All(trader, $"/orders/all/btc_twd?limit=1000&{filter}");

        Assert.Equal(statuses, rows.Select(row => row.GetProperty("status").GetInt32()).Distinct().Order());
    }

    [Fact]
    public async Task Open_orders_outlive_the_window_only_when_told()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Limit("btc_twd", "BUY", "0.001", "1000");
        simulator.Clock.Advance(TimeSpan.FromDays(100));

        Assert.Empty(await All(trader, "/orders/all/btc_twd?statusKind=OPEN"));
        Assert.Single(await All(trader, "/orders/all/btc_twd?statusKind=OPEN&ignoreTimeLimitEnable=true"));
        Assert.Single(await All(trader, "/orders/open"));
    }

    [Fact]
    public async Task A_client_id_filters()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Limit("btc_twd", "BUY", "0.001", "1000000");
        await trader.Post(
            "/orders/btc_twd",
            """{"action":"BUY","amount":"0.001","price":"1000000","timestamp":NONCE,"type":"LIMIT","clientId":7}"""
        );
        await trader.Post(
            "/orders/btc_twd",
            """{"action":"BUY","amount":"0.001","price":"1000000","timestamp":NONCE,"type":"LIMIT"}"""
        );

        Assert.Equal(3, (await All(trader, "/orders/all/btc_twd")).Count);
        Assert.Single(await All(trader, "/orders/all/btc_twd?clientId=7"));
        Assert.False((await All(trader, "/orders/all/btc_twd"))[0].TryGetProperty("clientId", out _));
    }

    [Fact]
    public async Task Open_orders_come_newest_update_first()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var ids = new List<string>();
        foreach (var pair in new[] { "btc_twd", "eth_twd", "btc_twd" })
        {
            ids.Insert(0, await trader.Limit(pair, "BUY", "0.01", "1000"));
            simulator.Clock.Advance(TimeSpan.FromMilliseconds(5));
        }

        Assert.Equal(ids, (await All(trader, "/orders/open")).Select(Id));
        Assert.Equal([ids[0], ids[2]], (await All(trader, "/orders/open?pair=btc_twd")).Select(Id));
    }

    [Theory]
    [InlineData("/orders/all/btc_twd?limit=0")]
    [InlineData("/orders/all/btc_twd?limit=1001")]
    [InlineData("/orders/all/btc_twd?status=5")]
    [InlineData("/orders/all/btc_twd?statusKind=CLOSED")]
    [InlineData("/orders/all/btc_twd?startTimestamp=5&endTimestamp=5")]
    [InlineData("/orders/all/btc_twd?orderId=abc")]
    [InlineData("/orders/trades/btc_twd?limit=1001")]
    [InlineData("/wallet/depositHistory/usdt?limit=101")]
    [InlineData("/wallet/depositHistory/usdt?statuses=FAILED")]
    [InlineData("/wallet/withdrawHistory/twd?statuses=COMPLETE,EXPIRED")]
    public async Task Bad_filters_are_answered_400(string path)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        Assert.Equal(400, (await trader.Ask(path)).Status);
    }

    [Theory]
    [InlineData("depositHistory")]
    [InlineData("withdrawHistory")]
    public async Task Walking_the_transfer_pages_yields_each_transfer_once(string kind)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var ids = await Walk(trader, $"/wallet/{kind}/usdt?", "id", "id", 7);

        Assert.Equal(60, ids.Count);
        Assert.Equal(60, ids.Distinct(StringComparer.Ordinal).Count());
    }

    private static ExchangeSimulator WithHistory(int orders) =>
        ExchangeSimulator.Start(Venue.Options with { HistoryOrders = orders, RateLimits = false });

    private static async Task<List<string>> Walk(
        Trader trader,
        string path,
        string cursor,
        string id,
        int limit,
        string? cursorFrom = null
    )
    {
        var seen = new List<string>();
        var query = "";
        while (true)
        {
            var page = await All(trader, $"{path}limit={limit}{query}");
            var repeated = query.Length == 0 ? 0 : 1;
            seen.AddRange(page.Skip(repeated).Select(row => row.GetProperty(id).GetString()!));
            if (page.Count < limit || page.Count == repeated)
            {
                return seen;
            }
            query = $"&{cursor}={page[^1].GetProperty(cursorFrom ?? id).GetString()}";
        }
    }

    private static async Task<List<JsonElement>> All(Trader trader, string path)
    {
        var answer = await trader.Ask(path);
        Assert.True(answer.Status == 200, answer.Text);
        return [.. answer.Data.EnumerateArray()];
    }

    private static string? Id(JsonElement row) => row.GetProperty("id").GetString();

    private static long Created(JsonElement row) => row.GetProperty("createdTimestamp").GetInt64();
}
