using System.Text;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

public sealed class AuthenticationTests
{
    [Theory]
    [InlineData("X-BITOPRO-APIKEY")]
    [InlineData("X-BITOPRO-PAYLOAD")]
    [InlineData("X-BITOPRO-SIGNATURE")]
    public async Task A_missing_header_is_answered_401(string header)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var request = trader.Request(HttpMethod.Get, "/accounts/balance");
        request.Headers.Remove(header);

        Assert.Equal(401, (await trader.Send(request)).Status);
        Assert.Null(simulator.Requests.Last[^1].Account);
    }

    [Fact]
    public async Task A_signature_of_another_secret_is_answered_401()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator, SimulatorAccount.Default with { ApiSecret = "another" });

        var answer = await trader.Ask("/accounts/balance");

        Assert.Equal((401, "Invalid Signature"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_body_that_is_not_the_payload_is_answered_400()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var request = trader.Request(HttpMethod.Post, "/orders/btc_twd", Trader.OrderBody("BUY", "LIMIT", "1", "1"));
        request.Content = new ByteArrayContent("{}"u8.ToArray());

        var answer = await trader.Send(request);

        Assert.Equal((400, "Invalid body"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_nonce_is_taken_once()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var payload = Encoding.UTF8.GetBytes($$"""{"nonce":{{trader.NextNonce()}}}""");

        var first = await trader.Send(trader.Request(HttpMethod.Get, "/accounts/balance", payload, hasBody: false));
        var second = await trader.Send(trader.Request(HttpMethod.Get, "/accounts/balance", payload, hasBody: false));

        Assert.Equal((200, 409), (first.Status, second.Status));
    }

    [Fact]
    public async Task Nonces_may_arrive_out_of_order()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var early = trader.Request(HttpMethod.Get, "/accounts/balance");
        var late = trader.Request(HttpMethod.Get, "/accounts/balance");

        Assert.Equal(200, (await trader.Send(late)).Status);
        Assert.Equal(200, (await trader.Send(early)).Status);
    }

    [Theory]
    [InlineData(-31_000, 409)]
    [InlineData(-30_000, 200)]
    [InlineData(30_000, 200)]
    [InlineData(31_000, 409)]
    public async Task A_nonce_far_from_the_clock_is_answered_409(long offsetMs, int status)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var payload = Encoding.UTF8.GetBytes($$"""{"nonce":{{trader.NextNonce() + offsetMs}}}""");

        var answer = await trader.Send(trader.Request(HttpMethod.Get, "/accounts/balance", payload, hasBody: false));

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task A_client_on_the_real_time_keeps_working_when_the_venue_was_moved()
    {
        await using var simulator = ExchangeSimulator.Start();
        using var trader = new Trader(simulator);
        var payload = Encoding.UTF8.GetBytes($$"""{"nonce":{{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}}}""");
        simulator.Clock.Advance(TimeSpan.FromDays(1));

        var answer = await trader.Send(trader.Request(HttpMethod.Get, "/accounts/balance", payload, hasBody: false));

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [InlineData("""{"identity":"trader@example.com"}""")]
    [InlineData("""{"nonce":"1772445600000"}""")]
    [InlineData("""{"nonce":1772445600000.5}""")]
    public async Task A_get_needs_an_integer_nonce(string payload)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var answer = await trader.Send(
            trader.Request(HttpMethod.Get, "/accounts/balance", Encoding.UTF8.GetBytes(payload), hasBody: false)
        );

        Assert.Equal((400, "Wrong parameter: nonce"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task A_key_without_the_permission_is_answered_403()
    {
        var reader = SimulatorAccount.Default with { Permissions = SimulatorPermissions.Read };
        await using var simulator = ExchangeSimulator.Start(Venue.Options with { Accounts = [reader] });
        using var trader = new Trader(simulator, reader);

        var read = await trader.Ask("/accounts/balance");
        var write = await trader.Post("/orders/btc_twd", Trader.OrderBody("BUY", "LIMIT", "1", "1"));

        Assert.Equal((200, 403), (read.Status, write.Status));
    }

    [Fact]
    public async Task The_log_knows_whether_a_client_identified_itself()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Look("/tickers");
        var request = new HttpRequestMessage(HttpMethod.Get, simulator.BitoProAddress + "/tickers");
        request.Headers.TryAddWithoutValidation("User-Agent", "bitopro-spot/2.5.2 (Skill)");
        request.Headers.Add("X-Execution-Source", "Claude-Skill");
        request.Headers.Add("X-Skill-Name", "bitopro/spot");
        request.Headers.Add("X-Skill-Version", "2.5.2");
        request.Headers.Add("X-Client-Type", "AI-Agent");
        await trader.Send(request);

        Assert.Equal([false, true], simulator.Requests.Last.Select(one => one.IsIdentified));
    }
}
