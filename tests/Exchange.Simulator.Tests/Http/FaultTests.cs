using System.Net.Sockets;
using System.Text;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Http;

/// <summary>Each fault as a client sees it, and whether the order was placed nevertheless.</summary>
public sealed class FaultTests
{
    private static readonly string Order = Trader.OrderBody("BUY", "LIMIT", "0.01", "1000000");

    [Fact]
    public async Task Dropped_before_the_effect_there_is_no_order()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Next(FaultKind.DropBefore);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => trader.Post("/orders/btc_twd", Order));

        Assert.Empty(simulator.BitoPro.Orders);
        Assert.Equal(
            (0, FaultKind.DropBefore),
            (simulator.Requests.Last[^1].Status, simulator.Requests.Last[^1].Fault)
        );
    }

    [Fact]
    public async Task Dropped_after_the_effect_there_is_one_order()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Next(FaultKind.DropAfter);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => trader.Post("/orders/btc_twd", Order));

        Assert.Single(simulator.BitoPro.Orders);
        Assert.Equal(0, simulator.Requests.Last[^1].Status);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_reset_is_a_reset_of_the_connection_after_the_effect_unless_told(bool? effect, int orders)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Add(new(FaultKind.Reset) { Count = 1, Effect = effect });

        var error = await Assert.ThrowsAnyAsync<HttpRequestException>(() => trader.Post("/orders/btc_twd", Order));

        Assert.Equal(SocketError.ConnectionReset, SocketErrorOf(error));
        Assert.Equal(orders, simulator.BitoPro.Orders.Count);
    }

    [Fact]
    public async Task A_truncated_reply_is_half_a_body_under_the_full_length()
    {
        await using var simulator = Venue.Open();
        simulator.Faults.Next(FaultKind.Truncate);

        var reply = await Raw(simulator, "/bitopro/v3/provisioning/trading-pairs");

        var length = int.Parse(Header(reply, "Content-Length"), System.Globalization.CultureInfo.InvariantCulture);
        var body = reply[(reply.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.Equal(length / 2, body.Length);
        Assert.StartsWith("{\"data\":[", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_sees_a_truncated_reply_as_an_error_after_the_effect()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Next(FaultKind.Truncate);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => trader.Post("/orders/btc_twd", Order));

        Assert.Single(simulator.BitoPro.Orders);
    }

    [Fact]
    public async Task A_slow_reply_comes_after_its_delay_but_its_effect_at_once()
    {
        var clock = new Testing.ManualClock(Venue.Start);
        await using var simulator = ExchangeSimulator.Start(
            Venue.Options with
            {
                Frozen = false,
                TimeSource = clock,
                SlowDelay = TimeSpan.FromSeconds(5),
            }
        );
        using var trader = new Trader(simulator);
        simulator.Faults.Next(FaultKind.Slow);

        var reply = trader.Post("/orders/btc_twd", Order);
        await clock.AdvanceUntilDone(reply, TimeSpan.FromSeconds(1));

        Assert.Equal(200, (await reply).Status);
        Assert.Equal(Venue.Start + TimeSpan.FromSeconds(5), clock.GetUtcNow());
        Assert.Equal(Venue.Start, Assert.Single(simulator.BitoPro.Orders).Created);
    }

    [Fact]
    public async Task A_rate_limit_fault_is_429_without_effect()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Next(FaultKind.RateLimit);

        var answer = await trader.Post("/orders/btc_twd", Order);

        Assert.Equal((429, "Too many requests"), (answer.Status, answer.Error));
        Assert.Null(answer.Headers.RetryAfter);
        Assert.Empty(simulator.BitoPro.Orders);
    }

    [Fact]
    public async Task Server_errors_come_with_and_without_effect_and_with_each_status()
    {
        await using var simulator = ExchangeSimulator.Start(Venue.Options with { RateLimits = false });
        using var trader = new Trader(simulator);
        simulator.Faults.Add(new(FaultKind.ServerError));
        var statuses = new List<int>();
        for (var i = 0; i < 60; i++)
        {
            statuses.Add((await trader.Post("/orders/btc_twd", Order)).Status);
        }

        Assert.Equal([500, 502, 503], statuses.Distinct().Order());
        Assert.InRange(simulator.BitoPro.Orders.Count, 15, 45);
    }

    [Theory]
    [InlineData(502, false, 0)]
    [InlineData(200, true, 1)]
    public async Task An_html_page_comes_instead_of_json(int status, bool effect, int orders)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Add(
            new(FaultKind.Html)
            {
                Count = 1,
                Status = status,
                Effect = effect,
            }
        );

        var answer = await trader.Post("/orders/btc_twd", Order);

        Assert.Equal(status, answer.Status);
        Assert.StartsWith("<!DOCTYPE html>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(orders, simulator.BitoPro.Orders.Count);
    }

    [Fact]
    public async Task A_skewed_clock_answers_409_and_shows_in_the_date()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Next(FaultKind.ClockSkew);

        var answer = await trader.Ask("/accounts/balance");

        Assert.Equal(409, answer.Status);
        Assert.Equal(Venue.Start + TimeSpan.FromMinutes(5), answer.Headers.Date);
    }

    [Fact]
    public async Task A_rule_strikes_its_method_and_path_only_and_as_often_as_it_says()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        simulator.Faults.Next(FaultKind.RateLimit, count: 2, method: "POST", path: "/bitopro/v3/orders");

        Assert.Equal(200, (await trader.Ask("/orders/open")).Status);
        Assert.Equal(429, (await trader.Post("/orders/btc_twd", Order)).Status);
        Assert.Equal(429, (await trader.Post("/orders/btc_twd", Order)).Status);
        Assert.Equal(200, (await trader.Post("/orders/btc_twd", Order)).Status);
        Assert.Empty(simulator.Faults.Rules);
    }

    [Fact]
    public async Task A_rate_strikes_about_as_often_as_it_says_and_the_same_requests_for_a_seed()
    {
        var first = await Struck(seed: 7);
        var again = await Struck(seed: 7);
        var other = await Struck(seed: 8);

        Assert.InRange(first.Count(struck => struck), 20, 80);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task A_connection_goes_on_after_faults()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        foreach (var kind in new[] { FaultKind.DropAfter, FaultKind.Reset, FaultKind.Truncate, FaultKind.DropBefore })
        {
            simulator.Faults.Next(kind, method: "POST");
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => trader.Post("/orders/btc_twd", Order));
            Assert.Equal(200, (await trader.Look("/tickers")).Status);
        }
    }

    private static async Task<List<bool>> Struck(int seed)
    {
        await using var simulator = ExchangeSimulator.Start(
            Venue.Options with
            {
                Seed = seed,
                Faults = new Dictionary<string, double>(StringComparer.Ordinal) { ["RateLimit"] = 0.25 },
            }
        );
        using var trader = new Trader(simulator);
        var struck = new List<bool>();
        for (var i = 0; i < 200; i++)
        {
            struck.Add((await trader.Look("/provisioning/currencies")).Status == 429);
        }
        return struck;
    }

    private static SocketError? SocketErrorOf(Exception? error)
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }
        return null;
    }

    private static async Task<string> Raw(ExchangeSimulator simulator, string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", simulator.Port, TestContext.Current.CancellationToken);
        var request = $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{simulator.Port}\r\n\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    private static string Header(string reply, string name)
    {
        var line = reply.Split("\r\n").Single(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line[(name.Length + 1)..].Trim();
    }
}
