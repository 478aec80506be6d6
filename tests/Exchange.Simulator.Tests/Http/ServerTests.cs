using System.Net;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Http;

public sealed class ServerTests
{
    [Fact]
    public async Task Every_reply_has_a_request_id_of_its_own_and_the_venues_date()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var first = await trader.Look("/tickers");
        var second = await trader.Look("/nope");

        Assert.Equal(Venue.Start, first.Headers.Date);
        Assert.NotEqual(
            first.Headers.GetValues("x-request-id").Single(),
            second.Headers.GetValues("x-request-id").Single()
        );
    }

    [Theory]
    [InlineData("bitopro/v3/nope")]
    [InlineData("bitopro/v2/tickers")]
    [InlineData("elsewhere")]
    [InlineData("")]
    public async Task An_unknown_path_is_404_with_a_message(string path)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Send(new(HttpMethod.Get, simulator.Address + path));

        Assert.Equal((404, """{"message":"404 NOT FOUND"}"""), (answer.Status, answer.Text));
    }

    [Fact]
    public async Task A_port_can_be_asked_for_and_is_free_again_after_the_stop()
    {
        int port;
        await using (var simulator = Venue.Open())
        {
            port = simulator.Port;
            Assert.Throws<HttpListenerException>(() => ExchangeSimulator.Start(new() { Port = port }));
        }
        await using var again = ExchangeSimulator.Start(new() { Port = port });

        Assert.Equal(new Uri($"http://127.0.0.1:{port}/"), again.Address);
    }

    [Fact]
    public async Task Whoever_counts_hears_of_each_request_with_its_body_also_of_one_that_a_fault_swallows()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var heard = new List<(string Path, FaultKind? Fault, string Body)>();
        simulator.Requests.Arrived = (request, body) =>
            heard.Add((request.Path, request.Fault, System.Text.Encoding.UTF8.GetString(body.Span)));
        simulator.Faults.Next(FaultKind.DropBefore, method: "POST");
        var order = Trader.OrderBody("BUY", "MARKET", "1000");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() =>
            trader.Send(trader.Request(HttpMethod.Post, "/orders/btc_twd", order))
        );
        await trader.Send(trader.Request(HttpMethod.Post, "/orders/btc_twd", order));

        Assert.Equal([FaultKind.DropBefore, null], heard.Select(one => one.Fault));
        Assert.All(heard, one => Assert.Equal("/bitopro/v3/orders/btc_twd", one.Path));
        Assert.All(heard, one => Assert.Contains("\"MARKET\"", one.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_clients_at_once_lose_nothing()
    {
        await using var simulator = ExchangeSimulator.Start(Venue.Options with { RateLimits = false });
        using var first = new Trader(simulator);
        using var second = new Trader(simulator, Venue.Second);
        var clients = Enumerable.Range(0, 16).Select(number => number % 2 == 0 ? first : second);

        await Parallel.ForEachAsync(
            clients,
            TestContext.Current.CancellationToken,
            async (trader, _) =>
            {
                for (var i = 0; i < 20; i++)
                {
                    Trader shared = trader;
                    string body = Trader.OrderBody(
                        i % 2 == 0 ? "BUY" : "SELL",
                        "MARKET",
                        i % 2 == 0 ? "1000" : "0.001"
                    );
                    HttpRequestMessage request;
                    lock (shared)
                    {
                        request = shared.Request(HttpMethod.Post, "/orders/btc_twd", body);
                    }
                    Assert.Equal(200, (await shared.Send(request)).Status);
                }
            }
        );

        Assert.Equal(320, simulator.BitoPro.Orders.Count);
        Assert.Equal(320, simulator.BitoPro.Orders.Select(order => order.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(320, simulator.Requests.Count);
    }
}
