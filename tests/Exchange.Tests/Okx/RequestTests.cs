using Exchange.Okx;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>What is repeated, what waits, and what is refused before it is sent (okx-account.md section 8).</summary>
public sealed class RequestTests
{
    private const string Path = "/api/v5/account/config";
    private static readonly Answer Good = Answer.Json("""{"code":"0","msg":"","data":[{"uid":"7"}]}""");
    private static readonly Answer Refused = Answer.Json("""{"code":"50013","msg":"Systems are busy"}""", 429);

    [Fact]
    public async Task A_read_without_an_answer_is_sent_once_more_with_a_new_signature()
    {
        await using var bench = new OkxBench(Answer.Close, Good);

        var reply = await bench.GetAsync(Path);

        Assert.Equal("7", Assert.Single(reply.Items).GetProperty("uid").GetString());
        Assert.Equal(2, bench.Server.Count);
        Assert.NotEqual(
            bench.Server.Requests[0].Header("OK-ACCESS-TIMESTAMP"),
            bench.Server.Requests[1].Header("OK-ACCESS-TIMESTAMP")
        );
    }

    [Fact]
    public async Task A_read_is_never_sent_a_third_time()
    {
        await using var bench = new OkxBench(Answer.Close);

        var error = await Caught.ErrorAsync("Okx.NetworkError", () => bench.GetAsync(Path));

        Assert.StartsWith($"Failed to call OKX endpoint GET {Path}.", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, bench.Server.Count);
    }

    [Fact]
    public async Task No_code_is_ever_repeated()
    {
        await using var bench = new OkxBench(Refused);

        await Caught.ErrorAsync("Okx.OkxApiError.50013", () => bench.GetAsync(Path));

        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task Nobody_there_is_a_network_error()
    {
        await using var bench = new OkxBench(Good);
        bench.Connection = bench.Connection with { Address = LoopbackServer.Nowhere };

        await Caught.ErrorAsync("Okx.NetworkError", () => bench.GetAsync(Path));
    }

    [Fact]
    public async Task The_profile_s_time_limit_ends_an_exchange()
    {
        await using var bench = new OkxBench(Answer.Never);
        bench.Connection = bench.Connection with { TimeLimit = TimeSpan.FromMilliseconds(1500) };
        var call = bench.Client.GetAsync(Path, [], OkxBench.Cancel);

        await bench.Server.ArrivedAsync(1);
        bench.WireClock.Advance(TimeSpan.FromMilliseconds(1499));
        Assert.False(call.IsCompleted);
        bench.WireClock.Advance(TimeSpan.FromMilliseconds(1));
        while (!call.IsCompleted)
        {
            await bench.Clock.AdvanceUntilDone(
                Task.WhenAny(call, bench.Server.ArrivedAsync(2)),
                TimeSpan.FromSeconds(1)
            );
            bench.WireClock.Advance(TimeSpan.FromMilliseconds(1500));
            await Task.WhenAny(call, Task.Delay(1, OkxBench.Cancel));
        }

        var error = await Caught.ErrorAsync("Okx.NetworkError", () => call);
        Assert.Contains("1.5 seconds", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50102")]
    [InlineData("50112")]
    public async Task A_wrong_clock_is_measured_once_and_the_read_repeated(string code)
    {
        var skew = TimeSpan.FromSeconds(90);
        await using var bench = new OkxBench(request =>
            request.Path.EndsWith("/public/time", StringComparison.Ordinal)
                ? Answer.Json(
                    $$"""{"code":"0","data":[{"ts":"{{OkxBench.Start.Add(skew).ToUnixTimeMilliseconds()}}"}]}"""
                )
            : request.Header("OK-ACCESS-TIMESTAMP")!.StartsWith("2026-04-11T20:31:30", StringComparison.Ordinal) ? Good
            : Answer.Json($$"""{"code":"{{code}}","msg":"Timestamp"}""", 401)
        );

        await bench.GetAsync(Path);
        await bench.GetAsync(Path);

        Assert.Equal(
            [$"GET /v3{Path}", "GET /v3/api/v5/public/time", $"GET /v3{Path}", $"GET /v3{Path}"],
            bench.Server.Requests.Select(request => request.Endpoint)
        );
        Assert.Contains(bench.Told, told => told.Contains("90.000 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_set_while_it_is_measured_is_measured_as_it_is_then(int hours)
    {
        OkxBench? bench = null;
        await using var here = bench = new OkxBench(request =>
        {
            if (request.Path.EndsWith("/public/time", StringComparison.Ordinal))
            {
                bench!.Machine.Step(TimeSpan.FromHours(hours));
                return Answer.Json(
                    $$"""{"code":"0","data":[{"ts":"{{OkxBench.Start.AddSeconds(90).ToUnixTimeMilliseconds()}}"}]}"""
                );
            }
            return request.Header("OK-ACCESS-TIMESTAMP")!.StartsWith("2026-04-11T20:31:30", StringComparison.Ordinal)
                ? Good
                : Answer.Json("""{"code":"50102","msg":"Timestamp"}""", 401);
        });

        await bench.GetAsync(Path);

        Assert.Equal(3, bench.Server.Count);
    }

    [Fact]
    public async Task A_clock_that_stays_wrong_is_told_after_one_repeat()
    {
        await using var bench = new OkxBench(request =>
            request.Path.EndsWith("/public/time", StringComparison.Ordinal)
                ? Answer.Json("""{"code":"0","data":[{"ts":"1775939400000"}]}""")
                : Answer.Json("""{"code":"50102","msg":"Timestamp request expired"}""", 401)
        );

        await Caught.ErrorAsync("Okx.AuthenticationError.50102", () => bench.GetAsync(Path));

        Assert.Equal(3, bench.Server.Count);
    }

    [Fact]
    public async Task A_write_with_a_wrong_clock_is_not_repeated_but_the_clock_is_read()
    {
        await using var bench = new OkxBench(request =>
            request.Path.EndsWith("/public/time", StringComparison.Ordinal)
                ? Answer.Json("""{"code":"0","data":[{"ts":"1775939500000"}]}""")
                : Answer.Json("""{"code":"50102","msg":"Timestamp request expired"}""", 401)
        );

        await Caught.ErrorAsync(
            "Okx.AuthenticationError.50102",
            () => bench.PostAsync("/api/v5/account/set-position-mode", "{}")
        );

        Assert.Equal(
            ["POST /v3/api/v5/account/set-position-mode", "GET /v3/api/v5/public/time"],
            bench.Server.Requests.Select(request => request.Endpoint)
        );
    }

    [Fact]
    public async Task Requests_of_one_path_wait_for_their_limit_and_others_do_not()
    {
        await using var bench = new OkxBench(Good);
        var calls = Enumerable.Range(0, 6).Select(_ => bench.Client.GetAsync(Path, [], OkxBench.Cancel)).ToList();
        var other = bench.Client.GetAsync("/api/v5/account/positions", [], OkxBench.Cancel);

        await Task.WhenAll(calls.Take(5).Append(other));
        Assert.False(calls[5].IsCompleted);

        await bench.PassTime(calls[5]);
        Assert.Equal(7, bench.Server.Count);
    }

    [Fact]
    public async Task A_wait_of_more_than_thirty_seconds_is_refused_and_nothing_is_sent()
    {
        await using var bench = new OkxBench(Answer.Json("{}", 429, "Retry-After: 60"));
        await Caught.ErrorAsync("Okx.RateLimitError", () => bench.GetAsync(Path));

        var error = await Caught.ErrorAsync("Okx.RateLimitError", () => bench.GetAsync(Path));

        Assert.Contains("nothing was sent", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, bench.Server.Count);
    }

    [Theory]
    [InlineData("/api/v5/account/balance?ccy=BTC")]
    [InlineData("api/v5/account/balance")]
    [InlineData("/api/v5/../v4/account")]
    [InlineData("/api/v5/account/./balance")]
    [InlineData("/api/v5//account")]
    [InlineData("/api/v5/account/%62alance")]
    [InlineData("/api/v5/account\r\nX: 1")]
    [InlineData("/api/v5/account#x")]
    [InlineData("//evil.example/api/v5/account")]
    [InlineData("https://evil.example/api/v5/account")]
    [InlineData("/api/v5")]
    [InlineData("/api/v5/")]
    [InlineData("")]
    public async Task A_path_that_would_mean_something_else_is_refused(string path)
    {
        await using var bench = new OkxBench(Good);

        await Caught.ErrorAsync("Okx.ValidationError", async () => await bench.GetAsync(path));

        Assert.Equal(0, bench.Server.Count);
    }

    [Theory]
    [InlineData("BTC-USDT?x=1")]
    [InlineData("")]
    [InlineData("BTC USDT")]
    [InlineData("BTC--USDT")]
    public async Task An_instrument_that_cannot_be_is_refused(string instrument)
    {
        await using var bench = new OkxBench(Good);

        await Caught.ErrorAsync(
            "Okx.ValidationError",
            async () => await bench.Client.GetTickerAsync(instrument, OkxBench.Cancel)
        );

        Assert.Equal(0, bench.Server.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    public async Task An_empty_answer_or_one_without_code_is_a_success(string body)
    {
        await using var bench = new OkxBench(Answer.Json(body));

        Assert.Empty((await bench.GetAsync(Path)).Items);
    }

    [Fact]
    public async Task Balances_keep_every_digit_and_every_field()
    {
        await using var bench = new OkxBench(
            Answer.Json(
                """{"code":"0","data":[{"totalEq":"1","details":[{"ccy":"BTC","eq":"0.123456789012345678","cashBal":"0.1","availBal":"","frozenBal":"0","eqUsd":"7000.5","uTime":"1775939400000","newField":"x"}]}]}"""
            )
        );

        var btc = Assert.Single(await bench.PassTime(bench.Client.GetBalancesAsync([], OkxBench.Cancel)));

        Assert.Equal(("BTC", 0.123456789012345678m, null), (btc.Currency, btc.Equity, btc.Available));
        Assert.Equal("x", btc.GetExtensionData()["newField"].GetString());
        Assert.Equal("/v3/api/v5/account/balance", Assert.Single(bench.Server.Requests).Target);
    }

    [Fact]
    public async Task Without_key_and_session_nothing_is_sent()
    {
        await using var bench = new OkxBench(Good);
        bench.Connection = bench.Connection with { Key = null };

        var error = await Caught.ErrorAsync("Okx.ConfigError.NotLoggedIn", async () => await bench.GetAsync(Path));

        Assert.Equal("No credentials found.", error.Message);
        Assert.Equal(0, bench.Server.Count);
    }
}
