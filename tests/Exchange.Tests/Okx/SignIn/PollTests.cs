using Exchange.Okx;
using Exchange.Okx.SignIn;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx.SignIn;

/// <summary>Polling (okx-account.md 5.4 to 5.6): when, how often, and what each answer means.</summary>
public sealed class PollTests
{
    [Fact]
    public async Task The_first_poll_waits_for_the_interval()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();

        bench.Pass(4.9);
        Assert.Equal(OkxAuthStatus.Pending, (await bench.StatusAsync()).Status);
        Assert.Equal(0, bench.Polls);

        bench.Pass(0.1);
        Assert.Equal(OkxAuthStatus.Pending, (await bench.StatusAsync()).Status);
        Assert.Equal(1, bench.Polls);
    }

    [Fact]
    public async Task A_status_makes_one_poll_at_most_however_often_it_is_asked_for()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.Pass(60);

        for (var i = 0; i < 5; i++)
        {
            await bench.StatusAsync();
        }

        Assert.Equal(1, bench.Polls);
        var sent = bench.Bench.Server.Requests[^1].BodyText;
        Assert.Equal(
            $"grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code={SignInBench.DeviceCode}&client_id={SignInBench.ClientId}"
                + $"&resource={Uri.EscapeDataString($"{bench.Bench.Server.Address}/api/v1/mcp")}",
            sent
        );
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(60, 60)]
    [InlineData(9999, 60)]
    [InlineData("7", 7)]
    [InlineData("often", 5)]
    public async Task The_interval_is_clamped(object? asked, int seconds)
    {
        await using var bench = new SignInBench();
        bench.WillGive(bench.Device(("interval", asked)));
        await bench.StartAsync();

        Assert.Equal(OkxBench.Start.AddSeconds(seconds), bench.State().Pending!.NextPollAt);
    }

    public static TheoryData<string, double[]> Waits =>
        new()
        {
            // okx-account.md 5.6: seconds to each next poll, the first after the interval.
            { "authorization_pending authorization_pending", [5, 5, 5] },
            { "slow_down authorization_pending slow_down", [5, 10, 10, 15] },
            { "fault fault fault fault fault authorization_pending", [5, 10, 20, 40, 60, 60, 5] },
            { "500 authorization_pending 500", [5, 10, 5, 10] },
            { "html authorization_pending", [5, 10, 5] },
            { "429:30 authorization_pending", [5, 30, 10] },
            { "429 429", [5, 10, 15] },
            { "50011 authorization_pending", [5, 10, 10] },
            { "slow_down fault fault authorization_pending", [5, 10, 20, 40, 10] },
        };

    [Theory]
    [MemberData(nameof(Waits))]
    public async Task Waits_follow_the_table(string answers, double[] waits)
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll([.. answers.Split(' ').Select(AnswerOf)]);

        var times = new List<double>();
        foreach (var wait in waits.SkipLast(1))
        {
            var before = bench.Polls;
            bench.Pass(wait - 0.001);
            await bench.StatusAsync();
            Assert.Equal(before, bench.Polls);
            bench.Pass(0.001);
            await bench.StatusAsync();
            Assert.Equal(before + 1, bench.Polls);
            times.Add(wait);
        }

        var pending = bench.State().Pending!;
        Assert.Equal(waits[^1], (pending.NextPollAt - bench.Bench.Clock.GetUtcNow()).TotalSeconds);
    }

    public static TheoryData<string, string, string> Ends =>
        new()
        {
            { "access_denied", "Okx.AuthenticationError.access_denied", "Access denied" },
            { "expired_token", "Okx.AuthenticationError.expired_token", "Authorization timed out" },
            { "invalid_grant", "Okx.AuthenticationError.expired_token", "Authorization timed out" },
            { "invalid_client", "Okx.AuthenticationError.invalid_client", "does not know this client" },
            { "unsupported_grant_type", "Okx.AuthenticationError.unsupported_grant_type", "not offered by this site" },
            { "404", "Okx.AuthenticationError.unsupported_grant_type", "not offered by this site" },
            { "resource", "Okx.ConfigError", "resource" },
        };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task An_end_drops_the_code_and_says_why(string answer, string id, string words)
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(AnswerOf(answer));

        var error = await Caught.ErrorAsync(
            id,
            async () => await bench.Bench.PassTime(bench.Bench.SignIn.WaitAsync(SignInBench.Cancel))
        );

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        var state = bench.State();
        Assert.Null(state.Pending);
        Assert.Null(state.Session);
        Assert.Equal(answer == "invalid_client" ? 0 : 1, state.Clients.Count);
        bench.AssertNoSecrets(error);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_status_that_finds_an_end_is_not_logged_in_with_a_warning(string answer, string id, string words)
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(AnswerOf(answer));
        bench.Pass(5);

        var status = await bench.StatusAsync();

        Assert.Equal("""{"profile":"oauth","site":"global","status":"not_logged_in"}""", status.ToJson());
        Assert.Contains(bench.Bench.Warnings, warning => warning.Contains(words, StringComparison.Ordinal));
        Assert.NotEmpty(id);
    }

    [Fact]
    public async Task An_approval_signs_in_and_drops_the_code()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(SignInBench.Error("authorization_pending"), SignInBench.Granted());

        var status = await bench.Bench.PassTime(bench.Bench.SignIn.WaitAsync(SignInBench.Cancel));

        Assert.Equal(
            """{"profile":"oauth","site":"eea","status":"logged_in","expiresAt":"2026-04-11T21:30:10+00:00","ttl":3600,"scopes":["live:read","live:trade"]}""",
            status.ToJson()
        );
        Assert.Null(bench.State().Pending);
        Assert.Equal(2, bench.Polls);
        bench.AssertNoSecrets(status, status.ToJson());
    }

    [Theory]
    [InlineData(",\"scope\":[\"a\",\"b\"]", "a b")]
    [InlineData(",\"scope\":\"a  b c\"", "a b c")]
    [InlineData("", "market:read live:read live:trade demo:read demo:trade")]
    [InlineData(",\"scope\":\"\"", "market:read live:read live:trade demo:read demo:trade")]
    public async Task Scopes_are_what_was_granted_or_else_what_was_asked_for(string scope, string expected)
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(SignInBench.Granted(extra: scope));
        bench.Pass(5);

        Assert.Equal(expected, string.Join(' ', (await bench.StatusAsync()).Scopes!));
    }

    [Theory]
    [InlineData("{}", "access_token")]
    [InlineData("""{"access_token":"secret-of-theirs","token_type":"mac"}""", "token_type")]
    [InlineData("""{"access_token":"a\r\nX: 1","token_type":"bearer"}""", "access_token")]
    public async Task A_grant_that_cannot_be_used_keeps_the_code_and_shows_nothing(string body, string field)
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(Answer.Json(body));

        var error = await Caught.ErrorAsync(
            "Okx.AuthenticationError.protocol_error",
            async () => await bench.Bench.PassTime(bench.Bench.SignIn.WaitAsync(SignInBench.Cancel))
        );

        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-theirs", error.ToString(), StringComparison.Ordinal);
        Assert.NotNull(bench.State().Pending);
        Assert.Null(bench.State().Session);
    }

    [Fact]
    public async Task A_life_that_is_no_number_counts_as_an_hour_and_is_noted()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(
            Answer.Json(
                $$"""{"access_token":"{{SignInBench.AccessToken}}","token_type":"BEARER","expires_in":"long"}"""
            )
        );
        bench.Pass(5);

        Assert.Equal(3600, (await bench.StatusAsync()).Ttl);
        Assert.Contains(bench.Bench.Told, told => told.Contains("an hour is assumed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_clock_that_is_set_while_a_sign_in_waits_neither_ends_it_nor_holds_it_up(int hours)
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(SignInBench.Error("authorization_pending"), SignInBench.Error("authorization_pending"));
        bench.WillPoll(SignInBench.Granted());
        var began = bench.Bench.Clock.GetUtcNow();
        var waiting = bench.Bench.SignIn.WaitAsync(SignInBench.Cancel);
        await Until.TrueAsync(() => bench.Bench.Clock.Waiting == 1);
        bench.Pass(5);
        await Until.TrueAsync(() => bench.Bench.Clock.Waiting == 1);

        bench.Bench.Machine.Step(TimeSpan.FromHours(hours));

        Assert.Equal(OkxAuthStatus.LoggedIn, (await bench.Bench.PassTime(waiting)).Status);
        Assert.InRange((bench.Bench.Clock.GetUtcNow() - began).TotalSeconds, 15, 30);
        Assert.Contains("clock was set by", Assert.Single(bench.Bench.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_after_the_clock_was_set_back_asks_at_once()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.Pass(5);
        Assert.Equal(OkxAuthStatus.Pending, (await bench.StatusAsync()).Status);
        bench.WillPoll(SignInBench.Granted());

        bench.Bench.Machine.Step(TimeSpan.FromMinutes(-5));

        Assert.Equal(OkxAuthStatus.LoggedIn, (await bench.StatusAsync()).Status);
    }

    [Fact]
    public async Task A_code_ends_with_its_time_by_the_local_clock()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();

        var error = await Caught.ErrorAsync(
            "Okx.AuthenticationError.expired_token",
            async () => await bench.Bench.PassTime(bench.Bench.SignIn.WaitAsync(SignInBench.Cancel))
        );

        Assert.Equal("Authorization timed out", error.Message);
        Assert.Null(bench.State().Pending);
        Assert.InRange(bench.Polls, 118, 120);
    }

    [Fact]
    public async Task A_status_after_the_code_s_time_asks_nobody()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.Pass(600);

        Assert.Equal(OkxAuthStatus.NotLoggedIn, (await bench.StatusAsync()).Status);
        Assert.Equal(0, bench.Polls);
        Assert.Null(bench.State().Pending);
    }

    [Fact]
    public async Task A_stop_leaves_the_code_waiting_and_a_later_status_completes_it()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        using var stop = new CancellationTokenSource();
        var waiting = bench.Bench.SignIn.WaitAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        bench.WillPoll(SignInBench.Granted());
        bench.Pass(5);

        Assert.Equal(OkxAuthStatus.LoggedIn, (await bench.StatusAsync()).Status);
    }

    [Fact]
    public async Task Two_that_wait_share_the_polls_and_both_end()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(
            SignInBench.Error("authorization_pending"),
            SignInBench.Error("authorization_pending"),
            SignInBench.Granted()
        );

        var ends = await bench.Bench.PassTime(
            Task.WhenAll(
                bench.Bench.SignIn.WaitAsync(SignInBench.Cancel),
                bench.Bench.SignIn.WaitAsync(SignInBench.Cancel)
            )
        );

        Assert.All(ends, end => Assert.Equal(OkxAuthStatus.LoggedIn, end.Status));
        Assert.Equal(3, bench.Polls);
    }

    [Fact]
    public async Task A_grant_that_comes_after_signing_out_is_not_kept()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        var release = new TaskCompletionSource();
        bench.WillPoll(SignInBench.Granted().After(release.Task));
        bench.Pass(5);
        var status = bench.Bench.SignIn.StatusAsync(SignInBench.Cancel);
        await bench.Bench.Server.ArrivedAsync(3);

        await bench.Bench.SignIn.SignOutAsync(SignInBench.Cancel);
        release.SetResult();

        Assert.Equal(OkxAuthStatus.NotLoggedIn, (await status).Status);
        Assert.Null(bench.State().Session);
    }

    [Fact]
    public async Task A_slow_service_is_waited_for_ten_seconds_and_the_status_stays_pending()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(Answer.Never);
        bench.Pass(5);
        var status = bench.Bench.SignIn.StatusAsync(SignInBench.Cancel);
        await bench.Bench.Server.ArrivedAsync(3);

        bench.Bench.WireClock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(status.IsCompleted);
        bench.Bench.WireClock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(OkxAuthStatus.Pending, (await status).Status);
    }

    private static Answer AnswerOf(string word) =>
        word switch
        {
            "fault" => Answer.Close,
            "html" => Answer.Html(),
            "500" => Answer.Json("{}", 500),
            "404" => Answer.Json("{}", 404),
            "429" => Answer.Json("{}", 429),
            "429:30" => Answer.Json("{}", 429, "Retry-After: 30"),
            "50011" => Answer.Json("""{"code":"50011","msg":"Too many requests"}"""),
            "resource" => Answer.Json("""{"error":"invalid_grant","error_description":"unknown resource"}""", 400),
            _ => SignInBench.Error(word),
        };
}
