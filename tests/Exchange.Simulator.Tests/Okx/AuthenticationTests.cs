using System.Globalization;
using Exchange.Simulator.Okx;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.Okx;

/// <summary>Who may call what, and with which code everybody else is refused (okx-account.md 8, 9.2).</summary>
public sealed class AuthenticationTests
{
    private const string Path = "/api/v5/account/balance";

    [Theory]
    [InlineData("OK-ACCESS-KEY", "50103")]
    [InlineData("OK-ACCESS-PASSPHRASE", "50104")]
    [InlineData("OK-ACCESS-SIGN", "50106")]
    [InlineData("OK-ACCESS-TIMESTAMP", "50107")]
    public async Task A_header_that_is_missing_has_its_own_code(string header, string code)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var request = client.Signed(HttpMethod.Get, Path);
        request.Headers.Remove(header);

        var answer = await client.Send(request);

        Assert.Equal((401, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData(false, false, "0")]
    [InlineData(false, true, "50101")]
    [InlineData(true, false, "50101")]
    [InlineData(true, true, "0")]
    public async Task A_key_fits_one_environment(bool isDemoKey, bool isDemoRequest, string code)
    {
        await using var simulator = Venue.Open();
        var account = OkxSimulatorAccount.Default;
        using var client = new OkxClient(simulator)
        {
            Key = isDemoKey ? account.Demo : account.Live,
            IsDemo = isDemoRequest,
        };

        Assert.Equal(code, (await client.Ask(Path)).Code);
    }

    [Theory]
    [InlineData(-30, "0")]
    [InlineData(30, "0")]
    [InlineData(-31, "50102")]
    [InlineData(31, "50102")]
    public async Task A_clock_may_be_thirty_seconds_off(int seconds, string code)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var time = Venue
            .Start.AddSeconds(seconds)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var signature = OkxClient.Sign(client.Key.Secret, time + "GET" + Path);

        Assert.Equal(code, (await client.Send(client.Signed(HttpMethod.Get, Path, null, time, signature))).Code);
    }

    [Fact]
    public async Task A_skewed_clock_is_refused_and_the_time_endpoint_says_by_how_much()
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        simulator.Faults.Add(new(FaultKind.ClockSkew));

        var refused = await client.Ask(Path);
        var told = (await client.Look("/api/v5/public/time")).Data[0].GetProperty("ts").GetString();

        Assert.Equal("50102", refused.Code);
        Assert.Equal(Venue.Start.AddMinutes(5).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), told);
    }

    [Fact]
    public async Task Wrong_key_passphrase_secret_and_permission_are_told_apart()
    {
        await using var simulator = ExchangeSimulator.Start(
            Venue.Options with
            {
                Okx = new() { Live = OkxSimulatorAccount.Default.Live with { CanTrade = false } },
            }
        );
        var good = OkxSimulatorAccount.Default.Live;

        Assert.Equal("50111", await CodeOf(simulator, good with { Key = "nobody" }, "GET"));
        Assert.Equal("50105", await CodeOf(simulator, good with { Passphrase = "wrong" }, "GET"));
        Assert.Equal("50113", await CodeOf(simulator, good with { Secret = "wrong" }, "GET"));
        Assert.Equal("0", await CodeOf(simulator, good, "GET"));
        Assert.Equal("50120", await CodeOf(simulator, good, "POST"));
    }

    [Theory]
    [InlineData("POST", "/api/v5/account/balance", 405, "50115")]
    [InlineData("GET", "/api/v5/account/nothing", 404, "404")]
    [InlineData("GET", "/api/v5/market/ticker?instId=NOPE-USDT", 200, "51021")]
    [InlineData("GET", "/api/v5/market/ticker", 400, "50014")]
    public async Task A_call_that_is_not_there_is_refused(string method, string path, int status, string code)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);

        var answer = await client.Send(client.Request(new(method), path));

        Assert.Equal((status, code), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("", "application/json", "50000")]
    [InlineData("{", "application/json", "50002")]
    [InlineData("[]", "application/json", "50002")]
    [InlineData("{}", "text/plain", "50006")]
    public async Task A_body_is_JSON(string body, string type, string code)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var request = client.Signed(HttpMethod.Post, "/api/v5/trade/order", body);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, type);

        Assert.Equal(code, (await client.Send(request)).Code);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("python-requests/2.32")]
    [InlineData("Go-http-client/1.1")]
    public async Task The_edge_turns_away_a_default_user_agent(string? agent)
    {
        await using var simulator = Venue.Open();
        using var client = new OkxClient(simulator);
        var request = client.Request(HttpMethod.Get, "/api/v5/public/time");
        request.Headers.Remove("User-Agent");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);

        var answer = await client.Send(request);

        Assert.Equal((403, "error code: 1010"), (answer.Status, answer.Text));
    }

    private static async Task<string> CodeOf(ExchangeSimulator simulator, OkxSimulatorKey key, string method)
    {
        using var client = new OkxClient(simulator) { Key = key };
        var answer =
            method == "GET"
                ? await client.Ask(Path)
                : await client.Post("/api/v5/account/set-position-mode", """{"posMode":"net_mode"}""");
        return answer.Code;
    }
}
