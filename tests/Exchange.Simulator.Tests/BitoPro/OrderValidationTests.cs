using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

/// <summary>What the venue says to orders that are not right: statuses and texts of bitopro.md 6.1 and 6.3.</summary>
public sealed class OrderValidationTests
{
    // path, body, status, text
    public static TheoryData<string, string, int, string> Refused =>
        new()
        {
            { "xyz_twd", Limit("1", "1"), 422, "Unsupported trading pair xyz_twd." },
            { "btc_twd", Limit("0.123456789", "1000000"), 422, "Invalid amount 0.123456789, decimal limit is 8." },
            { "btc_twd", Limit("0.00009", "1000000"), 422, "Invalid amount 0.00009, minimum is 0.0001." },
            { "btc_twd", Limit("100000000.1", "1"), 422, "Invalid amount 100000000.1, maximum is 100000000." },
            { "btc_twd", Limit("0", "1000000"), 422, "Invalid amount 0" },
            { "btc_twd", Limit("-1", "1000000"), 422, "Invalid amount -1" },
            { "btc_twd", Limit("1e3", "1000000"), 422, "Invalid amount 1e3" },
            { "btc_twd", Limit("1,000", "1000000"), 422, "Invalid amount 1,000" },
            { "btc_twd", Limit("1", "1000000.5"), 422, "Invalid price 1000000.5, decimal limit is 0." },
            { "btc_twd", Limit("1", "abc"), 422, "Invalid price abc" },
            {
                "btc_twd",
                Limit("3", "2000000"),
                422,
                "Balance for twd not enough, only has 5000000, but ordered 6000000."
            },
            {
                "btc_twd",
                Trader.OrderBody("SELL", "LIMIT", "3", "9000000"),
                422,
                "Balance for btc not enough, only has 2, but ordered 3."
            },
            { "btc_twd", Trader.OrderBody("BUY", "MARKET", "249"), 422, "Invalid amount 249, minimum is 250." },
            { "btc_twd", Trader.OrderBody("BUY", "MARKET", "300.5"), 422, "Invalid amount 300.5, decimal limit is 0." },
            { "btc_twd", Trader.OrderBody("HOLD", "LIMIT", "1", "1"), 400, "Wrong parameter: action" },
            { "btc_twd", Trader.OrderBody("BUY", "ICEBERG", "1", "1"), 400, "Unsupported order type" },
            { "btc_twd", Trader.OrderBody("BUY", "LIMIT", "1"), 400, "Wrong parameter: price" },
            { "btc_twd", Trader.OrderBody("BUY", "MARKET", "1000", "1"), 400, "Wrong parameter: price" },
            {
                "btc_twd",
                Trader.OrderBody("BUY", "LIMIT", "1", "1", stopPrice: "1"),
                400,
                "Wrong parameter: stopPrice"
            },
            {
                "btc_twd",
                Trader.OrderBody("BUY", "STOP_LIMIT", "1", "1", condition: ">="),
                400,
                "Wrong parameter: stopPrice"
            },
            {
                "btc_twd",
                Trader.OrderBody("BUY", "STOP_LIMIT", "1", "1", "1", "=>"),
                400,
                "Wrong parameter: condition"
            },
            {
                "btc_twd",
                Trader.OrderBody("BUY", "LIMIT", "1", "1", timeInForce: "FOK"),
                400,
                "Wrong parameter: timeInForce"
            },
            {
                "btc_twd",
                """{"action":"BUY","type":"LIMIT","price":"1","timestamp":1}""",
                400,
                "Wrong parameter: amount"
            },
            {
                "btc_twd",
                """{"action":"BUY","type":"LIMIT","amount":1,"price":"1","timestamp":1}""",
                400,
                "Wrong parameter: amount"
            },
            {
                "btc_twd",
                """{"action":"BUY","type":"LIMIT","amount":"1","price":"1"}""",
                400,
                "Wrong parameter: timestamp"
            },
            {
                "btc_twd",
                """{"action":"BUY","type":"LIMIT","amount":"1","price":"1","timestamp":1,"clientId":0}""",
                400,
                "Wrong parameter: clientId"
            },
            { "btc_twd", "[]", 400, "Invalid body" },
            { "btc_twd", "nonsense", 400, "Invalid body" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_order_is_refused_with_its_text(string pair, string body, int status, string text)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post($"/orders/{pair}", body);

        Assert.Equal((status, text), (answer.Status, answer.Error));
        Assert.Empty(simulator.BitoPro.Orders);
    }

    [Fact]
    public async Task Lower_case_words_and_upper_case_pairs_are_understood()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post("/orders/BTC_TWD", Trader.OrderBody("buy", "limit", "0.001", "1000000"));

        Assert.Equal("BUY", answer.Json.GetProperty("action").GetString());
    }

    [Fact]
    public async Task Post_only_counts_for_limit_orders_alone()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post(
            "/orders/btc_twd",
            Trader.OrderBody("BUY", "MARKET", "1000", timeInForce: "POST_ONLY")
        );

        Assert.Equal("GTC", answer.Json.GetProperty("timeInForce").GetString());
        Assert.Equal(2, Assert.Single(simulator.BitoPro.Orders).Status);
    }

    [Fact]
    public async Task The_201st_open_order_of_a_pair_is_refused()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        for (var i = 0; i < 200; i++)
        {
            await trader.Limit("btc_twd", "BUY", "0.0001", "1000000");
        }

        var refused = await trader.Post("/orders/btc_twd", Limit("0.0001", "1000000"));
        var other = await trader.Post("/orders/eth_twd", Limit("0.001", "1000"));

        Assert.Equal((422, 200), (refused.Status, other.Status));
    }

    [Theory]
    [InlineData("DELETE", "/orders/btc_twd/1", 404)]
    [InlineData("GET", "/orders/btc_twd/1", 404)]
    [InlineData("GET", "/orders/xyz_twd/1", 422)]
    [InlineData("DELETE", "/nothing", 404)]
    public async Task What_is_not_there_is_said_so(string method, string path, int status)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Send(trader.Request(new(method), path));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task An_order_that_has_ended_cannot_be_cancelled()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var id = await trader.Market("btc_twd", "BUY", "1000");

        Assert.Equal(422, (await trader.Delete($"/orders/btc_twd/{id}")).Status);
    }

    [Fact]
    public async Task Another_customers_order_is_not_there()
    {
        await using var simulator = Venue.Open();
        using var first = new Trader(simulator);
        using var second = new Trader(simulator, Venue.Second);
        var id = await first.Limit("btc_twd", "BUY", "0.001", "1000000");

        Assert.Equal(404, (await second.Order("btc_twd", id)).Status);
        Assert.Equal(404, (await second.Delete($"/orders/btc_twd/{id}")).Status);
        Assert.Empty((await second.Ask("/orders/open")).Data.EnumerateArray());
    }

    private static string Limit(string amount, string price) => Trader.OrderBody("BUY", "LIMIT", amount, price);
}
