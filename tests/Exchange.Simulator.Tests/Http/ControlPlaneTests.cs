using System.Text;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Http;

public sealed class ControlPlaneTests
{
    [Fact]
    public async Task The_status_says_what_runs_where()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Look("/tickers");
        await trader.Look("/nope");

        var status = (await Get(trader, simulator, "status")).Json;

        Assert.Equal(ExchangeSimulator.Version, status.GetProperty("version").GetString());
        Assert.Equal(Environment.ProcessId, status.GetProperty("pid").GetInt32());
        Assert.Equal(simulator.Address.ToString(), status.GetProperty("address").GetString());
        Assert.Equal(Venue.Start, status.GetProperty("now").GetDateTimeOffset());
        Assert.Equal(2, status.GetProperty("requests").GetProperty("count").GetInt32());
        Assert.Equal(1, status.GetProperty("requests").GetProperty("byStatus").GetProperty("404").GetInt32());
        Assert.Equal("bitopro", status.GetProperty("services")[0].GetString());
    }

    [Fact]
    public async Task The_clock_is_moved_and_frozen()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var moved = (await Post(trader, simulator, "clock", """{"advance":"00:01:00"}""")).Json;
        await Post(trader, simulator, "clock", """{"frozen":false}""");

        Assert.Equal(Venue.Start.AddMinutes(1), moved.GetProperty("now").GetDateTimeOffset());
        Assert.False(simulator.Clock.IsFrozen);
    }

    [Fact]
    public async Task Faults_are_replaced_added_and_cleared()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        await Post(trader, simulator, "faults", """{"DropAfter":0.1,"Slow":0.2}""");
        await Post(trader, simulator, "faults", """{"name":"RateLimit","count":3,"method":"POST","path":"/bitopro"}""");
        var rules = simulator.Faults.Rules;
        await Post(trader, simulator, "faults", "{}");

        Assert.Equal(
            [
                new(FaultKind.DropAfter, 0.1),
                new(FaultKind.Slow, 0.2),
                new(FaultKind.RateLimit)
                {
                    Count = 3,
                    Method = "POST",
                    Path = "/bitopro",
                },
            ],
            rules
        );
        Assert.Empty(simulator.Faults.Rules);
    }

    [Fact]
    public async Task Orders_and_requests_can_be_audited()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var id = await trader.Limit("btc_twd", "BUY", "0.001", "1000000");

        var orders = (await Get(trader, simulator, "orders")).Data;
        var requests = (await Get(trader, simulator, "requests")).Data;

        Assert.Equal(id, orders[0].GetProperty("id").GetString());
        Assert.Equal("rehearsal", orders[0].GetProperty("account").GetString());
        Assert.Equal(
            "POST /bitopro/v3/orders/btc_twd",
            $"{requests[0].GetProperty("method")} {requests[0].GetProperty("path")}"
        );
        Assert.Equal("rehearsal", requests[0].GetProperty("account").GetString());
    }

    [Fact]
    public async Task A_price_can_be_moved()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        await Post(trader, simulator, "bitopro/price", """{"pair":"btc_twd","price":"1234567"}""");

        Assert.Equal(1_234_567m, simulator.BitoPro.LastPrice("btc_twd"));
        var (bid, ask) = simulator.BitoPro.BestPrices("btc_twd");
        Assert.InRange(1_234_567m, bid, ask);
    }

    [Theory]
    [InlineData("clock", """{"advance":"-00:01:00"}""")]
    [InlineData("clock", "nonsense")]
    [InlineData("faults", """{"Gremlins":1}""")]
    [InlineData("faults", """{"Slow":2}""")]
    [InlineData("bitopro/price", """{"pair":"xyz_twd","price":"1"}""")]
    [InlineData("bitopro/price", "{}")]
    public async Task What_it_does_not_understand_it_answers_400(string path, string body)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        Assert.Equal(400, (await Post(trader, simulator, path, body)).Status);
    }

    [Fact]
    public async Task It_can_be_stopped_and_says_so()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await Post(trader, simulator, "stop", "{}");
        await simulator.Stopped.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(200, answer.Status);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => trader.Look("/tickers"));
    }

    [Fact]
    public async Task Its_own_paths_are_neither_logged_nor_struck_by_faults()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Add(new(FaultKind.DropBefore));

        Assert.Equal(200, (await Get(trader, simulator, "status")).Status);
        Assert.Equal(0, simulator.Requests.Count);
    }

    private static Task<Answer> Get(Trader trader, ExchangeSimulator simulator, string path) =>
        trader.Send(new(HttpMethod.Get, $"{simulator.Address}_simulator/{path}"));

    private static Task<Answer> Post(Trader trader, ExchangeSimulator simulator, string path, string body) =>
        trader.Send(
            new(HttpMethod.Post, $"{simulator.Address}_simulator/{path}")
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            }
        );
}
