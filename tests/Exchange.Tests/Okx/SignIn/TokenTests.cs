using Exchange.Okx;
using Exchange.Okx.SignIn;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx.SignIn;

/// <summary>Use and renewal of the session's token (okx-account.md 5.7).</summary>
public sealed class TokenTests
{
    private const string Path = "/api/v5/account/config";
    private static readonly Answer Good = Answer.Json("""{"code":"0","data":[]}""");
    private static readonly Answer Refused = Answer.Json("""{"code":"50114","msg":"Invalid Authority"}""", 401);

    [Fact]
    public async Task A_session_is_a_bearer_and_nothing_of_a_key()
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();

        await bench.Bench.GetAsync(Path);

        var sent = bench.Bench.Server.Requests[^1];
        Assert.Equal($"Bearer {SignInBench.AccessToken}", sent.Header("Authorization"));
        Assert.DoesNotContain(
            sent.Headers,
            header => header.Key.StartsWith("OK-ACCESS", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData(3299, 0)]
    [InlineData(3301, 1)]
    [InlineData(4000, 1)]
    public async Task A_token_is_renewed_when_less_than_five_minutes_are_left(int seconds, int renewals)
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();
        bench.WillPoll(SignInBench.Granted("access-token-0002", "refresh-token-0002"));
        bench.Pass(seconds);

        await bench.Bench.GetAsync(Path);

        Assert.Equal(1 + renewals, bench.Polls);
        Assert.Equal(
            renewals == 0 ? "Bearer access-token-0001" : "Bearer access-token-0002",
            bench.Bench.Server.Requests[^1].Header("Authorization")
        );
        if (renewals == 1)
        {
            var sent = bench.Bench.Server.Requests[^2].BodyText;
            Assert.StartsWith(
                $"grant_type=refresh_token&refresh_token={SignInBench.RefreshToken}&client_id={SignInBench.ClientId}&resource=",
                sent,
                StringComparison.Ordinal
            );
            Assert.Equal("refresh-token-0002", bench.State().Session!.RefreshToken);
        }
    }

    [Fact]
    public async Task A_renewal_without_a_new_refresh_token_keeps_the_old_one_and_the_scopes()
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();
        bench.WillPoll(SignInBench.Granted("access-token-0002", refresh: null, extra: ""));
        bench.Pass(3500);

        await bench.Bench.GetAsync(Path);

        var session = bench.State().Session!;
        Assert.Equal(
            (SignInBench.RefreshToken, "live:read live:trade"),
            (session.RefreshToken, string.Join(' ', session.Scopes))
        );
    }

    [Fact]
    public async Task Of_many_processes_one_renews_and_all_use_what_it_got()
    {
        await using var bench = await SignedInAsync();
        bench.WillPoll(SignInBench.Granted("access-token-0002", "refresh-token-0002"));
        bench.Pass(3500);

        var tokens = await bench.Bench.PassTime(
            Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(_ => Task.Run(() => bench.Bench.Tokens.TakeAsync(bench.Bench.Listener, SignInBench.Cancel)))
            )
        );

        Assert.Equal(2, bench.Polls);
        Assert.All(tokens, token => Assert.Equal("access-token-0002", token.Use(System.Text.Encoding.UTF8.GetString)));
    }

    [Fact]
    public async Task A_clock_that_was_moved_back_renews_instead_of_trusting()
    {
        await using var bench = await SignedInAsync();
        var session = bench.State().Session!;

        Assert.False(session.NeedsRenewal(session.ExpiresAt.AddSeconds(-3660)));
        Assert.True(session.NeedsRenewal(session.ExpiresAt.AddSeconds(-3661)));
    }

    [Fact]
    public async Task A_clock_that_was_moved_back_makes_no_code_live_longer_and_no_poll_wait_longer()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        var pending = bench.State().Pending!;
        var yesterday = OkxBench.Start.AddDays(-1);

        Assert.Equal(600, pending.SecondsLeft(yesterday));
        Assert.Equal(TimeSpan.Zero, pending.UntilNextPoll(yesterday));
        Assert.Equal(0, pending.SecondsLeft(OkxBench.Start.AddDays(1)));
    }

    [Fact]
    public async Task A_token_is_kept_for_a_minute_and_then_looked_up_again()
    {
        await using var bench = await SignedInAsync();
        var tokens = bench.Bench.UseSession();
        await bench.Bench.GetAsync(Path);
        await bench.Bench.SignIn.SignOutAsync(SignInBench.Cancel);
        await bench.Bench.GetAsync(Path);

        bench.Pass(61);
        await Caught.ErrorAsync("Okx.ConfigError.NotLoggedIn", async () => await bench.Bench.GetAsync(Path));

        tokens.Forget();
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_and_the_read_repeated_once()
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();
        bench.Api = request => request.Header("Authorization") == "Bearer access-token-0002" ? Good : Refused;
        bench.WillPoll(SignInBench.Granted("access-token-0002", "refresh-token-0002"));

        await bench.Bench.GetAsync(Path);

        Assert.Equal((2, 2), (bench.Polls, bench.Bench.Server.CountOf("GET", "/v3" + Path)));
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_an_authentication_error()
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();
        bench.Api = _ => Refused;
        bench.WillPoll(SignInBench.Granted("access-token-0002", "refresh-token-0002"));

        var error = await Caught.ErrorAsync(
            "Okx.AuthenticationError.50114",
            async () => await bench.Bench.GetAsync(Path)
        );

        Assert.Contains("Test-OkxAccount", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(2, bench.Bench.Server.CountOf("GET", "/v3" + Path));
    }

    [Fact]
    public async Task A_write_is_repeated_only_when_the_service_itself_did_not_take_the_token()
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();
        bench.Api = request => request.Header("Authorization") == "Bearer access-token-0002" ? Good : Refused;
        bench.WillPoll(SignInBench.Granted("access-token-0002", "refresh-token-0002"));

        await bench.Bench.PostAsync("/api/v5/account/set-position-mode", "{}");

        Assert.Equal(2, bench.Bench.Server.CountOf("POST", "/v3/api/v5/account/"));
        Assert.Equal(Exchange.Desk.AttemptState.Accepted, (await bench.Bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_write_is_not_repeated_after_a_401_of_somebody_in_between()
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();
        bench.Api = _ => Answer.Html(401);

        await Caught.ErrorAsync(
            "Okx.AuthenticationError",
            async () => await bench.Bench.PostAsync("/api/v5/account/set-position-mode", "{}")
        );

        Assert.Equal((1, 1), (bench.Polls, bench.Bench.Server.CountOf("POST", "/v3/api/v5/account/")));
    }

    [Theory]
    [InlineData("invalid_grant", 1)]
    [InlineData("invalid_client", 0)]
    public async Task A_refused_renewal_ends_the_session_and_says_so(string word, int clients)
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();
        bench.WillPoll(SignInBench.Error(word));
        bench.Pass(3500);

        var error = await Caught.ErrorAsync(
            "Okx.AuthenticationError.session_expired",
            async () => await bench.Bench.GetAsync(Path)
        );

        Assert.Equal("Session expired — run okx auth login again", error.Message);
        Assert.Equal(OkxAuthStatus.NotLoggedIn, (await bench.StatusAsync()).Status);
        Assert.Equal(clients, bench.State().Clients.Count);
        await Caught.ErrorAsync("Okx.ConfigError.NotLoggedIn", async () => await bench.Bench.GetAsync(Path));
        bench.AssertNoSecrets(error);
    }

    public static TheoryData<string> Troubles => ["close", "500", "html", "429", "302"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_on_the_way_to_a_renewal_keeps_the_session(string trouble)
    {
        await using var bench = await SignedInAsync();
        bench.Bench.UseSession();
        bench.WillPoll(
            trouble switch
            {
                "close" => Answer.Close,
                "500" => Answer.Json("{}", 500),
                "429" => Answer.Json("{}", 429),
                "302" => Answer.Json("""{"error":"invalid_grant"}""", 302, "Location: https://portal.example/"),
                _ => Answer.Html(),
            }
        );
        bench.Pass(3500);

        await Caught.ErrorAsync("Okx.NetworkError", async () => await bench.Bench.GetAsync(Path));

        Assert.Equal(OkxAuthStatus.LoggedIn, bench.Bench.SignIn.Peek().Status);
    }

    [Fact]
    public async Task A_session_is_logged_in_as_long_as_it_can_be_renewed_as_far_as_is_known()
    {
        await using var bench = await SignedInAsync();
        bench.Pass(100_000);

        var status = await bench.StatusAsync();

        Assert.Equal((OkxAuthStatus.LoggedIn, 0), (status.Status, status.Ttl));
        Assert.Equal(1, bench.Polls);
    }

    [Fact]
    public async Task A_session_that_cannot_be_renewed_serves_to_its_end()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.WillPoll(SignInBench.Granted(refresh: null));
        bench.Pass(5);
        await bench.StatusAsync();
        bench.Bench.UseSession();

        bench.Pass(3500);
        await bench.Bench.GetAsync(Path);
        bench.Pass(200);

        await Caught.ErrorAsync("Okx.ConfigError.NotLoggedIn", async () => await bench.Bench.GetAsync(Path));
        Assert.Equal(OkxAuthStatus.NotLoggedIn, bench.Bench.SignIn.Peek().Status);
        Assert.Equal(1, bench.Polls);
    }

    [Fact]
    public async Task While_a_code_waits_a_private_call_is_refused_and_makes_no_poll()
    {
        await using var bench = new SignInBench();
        await bench.StartAsync();
        bench.Pass(60);
        bench.Bench.UseSession();

        var error = await Caught.ErrorAsync(
            "Okx.ConfigError.NotLoggedIn",
            async () => await bench.Bench.GetAsync(Path)
        );

        Assert.Contains("not complete", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, bench.Polls);
        Assert.Equal(0, bench.Bench.Server.CountOf("GET", "/"));
    }

    [Fact]
    public async Task While_another_sign_in_waits_the_old_session_works()
    {
        await using var bench = await SignedInAsync("eea");
        await bench.StartAsync("us", force: true);
        bench.Bench.UseSession();

        await bench.Bench.GetAsync(Path);

        Assert.Equal($"Bearer {SignInBench.AccessToken}", bench.Bench.Server.Requests[^1].Header("Authorization"));
        Assert.Equal((OkxAuthStatus.Pending, "us"), (bench.Bench.SignIn.Peek().Status, bench.Bench.SignIn.Peek().Site));
    }

    private static async Task<SignInBench> SignedInAsync(string site = "eea")
    {
        var bench = new SignInBench();
        await bench.SignInAsync(site);
        return bench;
    }
}
