using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>The code for tokens: what is sent, and what becomes of the sign-in with answers that no service should give (codex-auth.md 5.3).</summary>
public sealed class TokenExchangeTests
{
    private const string Good = """{"access_token":"TOKEN","refresh_token":"rt_1","expires_in":864000}""";

    /// <summary>The table of 5.3 and the row of the bad-input table about token answers: answer, error, whether the sign-in can go on.</summary>
    public static TheoryData<string, int, string, string, bool> Answers =>
        new()
        {
            {
                "expires_in as text",
                200,
                Good.Replace("864000", "\"864000\"", StringComparison.Ordinal),
                "token_response_invalid",
                false
            },
            {
                "expires_in 0",
                200,
                Good.Replace("864000", "0", StringComparison.Ordinal),
                "token_response_invalid",
                false
            },
            {
                "expires_in negative",
                200,
                Good.Replace("864000", "-5", StringComparison.Ordinal),
                "token_response_invalid",
                false
            },
            {
                "expires_in without end",
                200,
                Good.Replace("864000", "1e300", StringComparison.Ordinal),
                "token_response_invalid",
                false
            },
            {
                "expires_in missing",
                200,
                """{"access_token":"TOKEN","refresh_token":"rt_1"}""",
                "token_response_invalid",
                false
            },
            {
                "refresh_token missing",
                200,
                """{"access_token":"TOKEN","expires_in":1}""",
                "token_response_invalid",
                false
            },
            {
                "access_token empty",
                200,
                """{"access_token":"","refresh_token":"rt_1","expires_in":1}""",
                "token_response_invalid",
                false
            },
            {
                "access_token a number",
                200,
                """{"access_token":1,"refresh_token":"rt_1","expires_in":1}""",
                "token_response_invalid",
                false
            },
            { "not JSON", 200, "<html>", "token_response_invalid", false },
            { "nothing", 200, "", "token_response_invalid", false },
            { "an array", 200, "[]", "token_response_invalid", false },
            {
                "not a JWT",
                200,
                Good.Replace("TOKEN", "opaque", StringComparison.Ordinal),
                "missing_account_id",
                false
            },
            { "400", 400, """{"error":"invalid_grant"}""", "token_exchange_rejected", false },
            { "401", 401, """{"error":{"code":"invalid_grant"}}""", "token_exchange_rejected", false },
            { "403", 403, "<html>", "token_exchange_rejected", false },
            {
                "403 for the region",
                403,
                """{"error":{"code":"unsupported_country_region_territory"}}""",
                "unsupported_region",
                false
            },
            { "429", 429, "", "token_exchange_unavailable", true },
            { "500", 500, "{}", "token_exchange_unavailable", true },
            { "503", 503, "<html>", "token_exchange_unavailable", true },
            { "302", 302, "", "unexpected_redirect", true },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_of_the_token_endpoint_has_its_error_and_decides_whether_the_sign_in_can_go_on(
        string row,
        int status,
        string body,
        string error,
        bool isKept
    )
    {
        await using var server = new LoopbackServer(_ =>
            Answer.Json(body.Replace("TOKEN", Jwt(), StringComparison.Ordinal), status, "Location: http://127.0.0.1:1/")
        );
        using var bench = new CodexBench(server.Address);
        var signIn = bench.SignIn();
        var callback = Browser.Callback(await signIn.StartAsync("work", CodexBench.Cancel));

        var trouble = await Caught.ErrorAsync(
            $"CodexAuth.{error}",
            () => signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel)
        );

        Assert.Equal("openai-codex:work", trouble.Target);
        Assert.Equal(1, server.Count);
        Assert.True(isKept == File.Exists(bench.PendingPath), row);
        Assert.False(File.Exists(bench.StorePath));
        Assert.DoesNotContain("rt_1", trouble.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", trouble.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_exchange_is_the_form_of_the_contract_and_carries_nothing_else()
    {
        await using var server = new LoopbackServer(_ =>
            Answer.Json(Good.Replace("TOKEN", Jwt(), StringComparison.Ordinal))
        );
        using var bench = new CodexBench(server.Address);
        var signIn = bench.SignIn();
        var callback = Browser.Callback(await signIn.StartAsync("work", CodexBench.Cancel), "ac_TEST%2Bcode%2F1%3D");

        var result = await signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST /codex/oauth/token", request.Endpoint);
        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.Equal("application/json", request.Header("Accept"));
        Assert.Null(request.Header("Authorization"));
        Assert.Null(request.Header("Cookie"));
        Assert.Null(request.Header("User-Agent"));
        Assert.Matches(
            @"^grant_type=authorization_code&client_id=app_EMoamEEZ73f0CkXaXp7hrann&code=ac_TEST%2Bcode%2F1%3D&code_verifier=[A-Za-z0-9_-]{43}"
                + @"&redirect_uri=http%3A%2F%2Flocalhost%3A1455%2Fauth%2Fcallback\z",
            request.BodyText
        );
        Assert.Equal(("acct-1111-2222", "openai-codex:work"), (result!.AccountId, result.ProfileId));
        Assert.Equal(CodexVectors.Expires, result.Expires.ToUnixTimeMilliseconds());
        Assert.DoesNotContain("id_token", bench.ReadStore(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_connection_is_a_network_error_that_names_the_failure_alone_and_the_sign_in_can_go_on()
    {
        using var bench = new CodexBench(LoopbackServer.Nowhere);
        var signIn = bench.SignIn();
        var callback = Browser.Callback(await signIn.StartAsync("work", CodexBench.Cancel));

        var trouble = await Caught.ErrorAsync(
            "CodexAuth.network_error",
            () => signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel)
        );

        Assert.Contains("(SocketException)", trouble.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(bench.PendingPath));
    }

    [Fact]
    public async Task After_30_seconds_without_an_answer_it_is_a_network_error_and_nothing_is_sent_again()
    {
        await using var server = new LoopbackServer(_ => Answer.Never);
        using var bench = new CodexBench(server.Address);
        var signIn = bench.SignIn();
        var callback = Browser.Callback(await signIn.StartAsync("work", CodexBench.Cancel));
        var completing = signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);
        await server.ArrivedAsync(1);

        bench.WireClock.Advance(TimeSpan.FromSeconds(29));
        Assert.False(completing.IsCompleted);
        bench.WireClock.Advance(TimeSpan.FromSeconds(1));

        await Caught.ErrorAsync("CodexAuth.network_error", () => completing);
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task An_answer_of_more_than_a_MiB_is_not_read()
    {
        var sent = 0L;
        await using var server = new LoopbackServer(_ => Answer.Endless(total => sent = total));
        using var bench = new CodexBench(server.Address);
        var signIn = bench.SignIn();
        var callback = Browser.Callback(await signIn.StartAsync("work", CodexBench.Cancel));

        await Caught.ErrorAsync(
            "CodexAuth.token_response_invalid",
            () => signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel)
        );
    }

    [Fact]
    public async Task A_login_is_kept_although_the_finished_sign_in_cannot_be_forgotten()
    {
        var pending = "";
        await using var server = new LoopbackServer(_ =>
        {
            File.Delete(pending);
            Directory.CreateDirectory(pending);
            return Answer.Json(Good.Replace("TOKEN", Jwt(), StringComparison.Ordinal));
        });
        using var bench = new CodexBench(server.Address);
        pending = bench.PendingPath;
        var signIn = bench.SignIn();
        var callback = Browser.Callback(await signIn.StartAsync("work", CodexBench.Cancel));

        var result = await signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);

        Assert.Equal("openai-codex:work", result!.ProfileId);
        Assert.Contains("rt_1", bench.ReadStore(), StringComparison.Ordinal);
        Assert.Contains("pending", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    private static string Jwt() => CodexVectors.Jwt(CodexVectors.Payload);
}
