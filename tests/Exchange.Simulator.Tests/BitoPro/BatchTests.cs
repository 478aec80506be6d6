using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

public sealed class BatchTests
{
    [Fact]
    public async Task Orders_are_answered_in_the_order_of_the_request()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post(
            "/orders/batch",
            Batch(Element("btc_twd", "1000001"), Element("eth_twd", "1002"))
        );

        Assert.Equal(
            ["1000001", "1002"],
            answer.Data.EnumerateArray().Select(row => row.GetProperty("price").GetString())
        );
        Assert.Equal(2, simulator.BitoPro.Orders.Count);
    }

    [Fact]
    public async Task What_has_no_funds_is_left_out()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post(
            "/orders/batch",
            Batch(Element("btc_twd", "1000001"), Element("btc_twd", "9000000000"))
        );

        Assert.Equal((200, 1), (answer.Status, answer.Data.GetArrayLength()));
    }

    [Fact]
    public async Task One_wrong_element_refuses_all()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post("/orders/batch", Batch(Element("btc_twd", "1000001"), Element("xyz_twd", "1")));

        Assert.Equal(422, answer.Status);
        Assert.Empty(simulator.BitoPro.Orders);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public async Task A_batch_has_one_to_ten_orders(int count)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Post(
            "/orders/batch",
            Batch([.. Enumerable.Repeat(Element("btc_twd", "1000001"), count)])
        );

        Assert.Equal((400, "Invalid body"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_stop_order_does_not_go_in_a_batch()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var stop = Trader
            .OrderBody("SELL", "STOP_LIMIT", "0.1", "900000", "1000000", "<=")
            .Insert(1, "\"pair\":\"btc_twd\",");

        var answer = await trader.Post("/orders/batch", $"[{stop}]");

        Assert.Equal((400, "Unsupported order type"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task Elements_that_disagree_on_the_nonce_are_refused()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var without = Element("btc_twd", "1000001").Replace(",\"nonce\":NONCE", "", StringComparison.Ordinal);

        var answer = await trader.Post("/orders/batch", Batch(Element("btc_twd", "1000001"), without));

        Assert.Equal((400, "Wrong parameter: nonce"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task Cancel_all_of_a_pair_leaves_the_others_and_cancel_all_leaves_none()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var btc = await trader.Limit("btc_twd", "BUY", "0.001", "1000000");
        var eth = await trader.Limit("eth_twd", "BUY", "0.01", "1000");

        var one = await trader.Delete("/orders/btc_twd");
        simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        var all = await trader.Delete("/orders/all");
        simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        var none = await trader.Delete("/orders/all");

        Assert.Equal($$$"""{"data":{"BTC_TWD":["{{{btc}}}"]}}""", one.Text);
        Assert.Equal($$$"""{"data":{"ETH_TWD":["{{{eth}}}"]}}""", all.Text);
        Assert.Equal("""{"data":{}}""", none.Text);
        Assert.All(simulator.BitoPro.Orders, order => Assert.Equal(4, order.Status));
    }

    [Fact]
    public async Task An_empty_cancel_set_is_refused()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        Assert.Equal(400, (await trader.Put("/orders", """{"nonce":NONCE}""")).Status);
    }

    private static string Batch(params string[] elements) => $"[{string.Join(',', elements)}]";

    private static string Element(string pair, string price) =>
        $$"""{"pair":"{{pair}}","action":"BUY","type":"LIMIT","price":"{{price}}","amount":"0.001","timestamp":NONCE,"timeInForce":"GTC","clientId":2147483647,"nonce":NONCE}""";
}
