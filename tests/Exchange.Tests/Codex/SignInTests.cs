using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Simulator;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>From the first page to the record: against the simulator, and against answers that no service should give (codex-auth.md 5.3).</summary>
public sealed class SignInTests : IDisposable
{
    private const string Good = """{"access_token":"TOKEN","refresh_token":"rt_1","expires_in":864000}""";

    private readonly List<CodexBench> _benches = [];

    public void Dispose() => _benches.ForEach(bench => bench.Dispose());

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
        var bench = Bench(server.Address);
        var signIn = bench.SignIn();
        var callback = Callback(await signIn.StartAsync("work", CodexBench.Cancel));

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
        var bench = Bench(server.Address);
        var signIn = bench.SignIn();
        var callback = Callback(await signIn.StartAsync("work", CodexBench.Cancel), "ac_TEST%2Bcode%2F1%3D");

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
        var bench = Bench(LoopbackServer.Nowhere);
        var signIn = bench.SignIn();
        var callback = Callback(await signIn.StartAsync("work", CodexBench.Cancel));

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
        var bench = Bench(server.Address);
        var signIn = bench.SignIn();
        var callback = Callback(await signIn.StartAsync("work", CodexBench.Cancel));
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
        var bench = Bench(server.Address);
        var signIn = bench.SignIn();
        var callback = Callback(await signIn.StartAsync("work", CodexBench.Cancel));

        await Caught.ErrorAsync(
            "CodexAuth.token_response_invalid",
            () => signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel)
        );
    }

    [Fact]
    public async Task A_login_is_kept_although_the_finished_sign_in_cannot_be_forgotten()
    {
        CodexBench? bench = null;
        await using var server = new LoopbackServer(_ =>
        {
            File.Delete(bench!.PendingPath);
            Directory.CreateDirectory(bench.PendingPath);
            return Answer.Json(Good.Replace("TOKEN", Jwt(), StringComparison.Ordinal));
        });
        bench = Bench(server.Address);
        var signIn = bench.SignIn();
        var callback = Callback(await signIn.StartAsync("work", CodexBench.Cancel));

        var result = await signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);

        Assert.Equal("openai-codex:work", result!.ProfileId);
        Assert.Contains("rt_1", bench.ReadStore(), StringComparison.Ordinal);
        Assert.Contains("pending", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_address_without_pending_sign_in_has_nothing_to_complete()
    {
        var bench = Bench();

        await Caught.ErrorAsync(
            "CodexAuth.no_pending_flow",
            () =>
                bench
                    .SignIn()
                    .CompleteAsync(
                        CodexBench.With("http://localhost:1455/auth/callback?code=a&state=b"),
                        CodexBench.Cancel
                    )
        );
    }

    [Fact]
    public async Task A_sign_in_can_be_completed_once()
    {
        using var simulator = ExchangeSimulator.Start();
        var bench = Bench(simulator.Address);
        var signIn = bench.SignIn();
        var callback = await ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));
        await signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);

        await Caught.ErrorAsync(
            "CodexAuth.no_pending_flow",
            () => signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel)
        );
        Assert.Equal(1, simulator.Codex.SignIns);
    }

    [Fact]
    public async Task After_16_minutes_it_has_expired_and_is_gone()
    {
        var bench = Bench();
        var signIn = bench.SignIn();
        var callback = Callback(await signIn.StartAsync("work", CodexBench.Cancel));
        bench.Clock.Advance(TimeSpan.FromMinutes(16));

        await Caught.ErrorAsync(
            "CodexAuth.pending_expired",
            () => signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel)
        );
        Assert.False(File.Exists(bench.PendingPath));
    }

    [Fact]
    public async Task Another_profiles_address_names_that_profile()
    {
        var bench = Bench();
        var signIn = bench.SignIn();
        var callback = Callback(await signIn.StartAsync("other", CodexBench.Cancel));

        var trouble = await Caught.ErrorAsync(
            "CodexAuth.state_belongs_to_other_profile",
            () => signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel)
        );

        Assert.Equal("openai-codex:other", trouble.Target);
        Assert.True(File.Exists(bench.PendingPath));
    }

    [Fact]
    public async Task The_fifth_wrong_state_ends_the_sign_in()
    {
        var bench = Bench();
        var signIn = bench.SignIn();
        await signIn.StartAsync("work", CodexBench.Cancel);
        var wrong = "http://localhost:1455/auth/callback?code=abc&state=wrong";
        for (var i = 0; i < 5; i++)
        {
            await Caught.ErrorAsync(
                "CodexAuth.state_mismatch",
                () => signIn.CompleteAsync(CodexBench.With(wrong, "work"), CodexBench.Cancel)
            );
        }

        await Caught.ErrorAsync(
            "CodexAuth.no_pending_flow",
            () => signIn.CompleteAsync(CodexBench.With(wrong, "work"), CodexBench.Cancel)
        );
    }

    [Fact]
    public async Task The_default_falls_back_to_the_first_discovered_profile_says_so_and_guards_its_account()
    {
        using var simulator = ExchangeSimulator.Start();
        var bench = Bench(simulator.Address);
        bench.WriteStore(
            """{"profiles":{"openai-codex:b":{"provider":"openai-codex","accountId":"somebody-else"},"openai-codex:a":{"provider":"openai"}}}"""
        );
        var before = bench.ReadStore();
        var signIn = bench.SignIn();

        var start = await signIn.StartAsync(null, CodexBench.Cancel);
        Assert.Equal(("openai-codex:b", true), (start.ProfileId, start.FallbackUsed));
        Assert.Contains("openai-codex:b", Assert.Single(bench.Warnings), StringComparison.Ordinal);
        var trouble = await Caught.ErrorAsync(
            "CodexAuth.account_mismatch",
            async () => await signIn.CompleteAsync(CodexBench.With(await ApproveAsync(start)), CodexBench.Cancel)
        );

        Assert.Contains("Start-CodexAuth", trouble.Remedy, StringComparison.Ordinal);
        Assert.Equal(before, bench.ReadStore());
    }

    [Theory]
    [InlineData("store_superseded")]
    [InlineData("store_corrupt")]
    [InlineData("store_locked")]
    [InlineData("store_not_writable")]
    public async Task What_is_wrong_with_the_store_is_known_before_the_code_is_used(string error)
    {
        using var simulator = ExchangeSimulator.Start();
        var bench = Bench(simulator.Address);
        var signIn = bench.SignIn();
        var callback = await ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));
        Directory.CreateDirectory(bench.Places.AgentFolder);
        switch (error)
        {
            case "store_superseded":
                File.WriteAllText(Path.Combine(bench.Places.AgentFolder, "openclaw-agent.sqlite"), "");
                break;
            case "store_corrupt":
                bench.WriteStore("[]");
                break;
            case "store_locked":
                Directory.CreateDirectory(bench.LockPath);
                Directory.SetLastWriteTimeUtc(bench.LockPath, bench.Clock.GetUtcNow().UtcDateTime);
                break;
            default:
                Directory.CreateDirectory(bench.StorePath);
                break;
        }

        await Caught.ErrorAsync(
            $"CodexAuth.{error}",
            () => signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel)
        );

        Assert.Equal(0, simulator.Codex.SignIns);
        Assert.True(File.Exists(bench.PendingPath));
    }

    [Fact]
    public async Task A_preview_uses_no_code_and_changes_nothing()
    {
        using var simulator = ExchangeSimulator.Start();
        var bench = Bench(simulator.Address);
        var signIn = bench.SignIn();
        var callback = await ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));
        CodexSignInDraft? shown = null;
        var preview = CodexBench.With(callback, "work") with
        {
            IsPreview = true,
            Confirm = (draft, _) =>
            {
                shown = draft;
                return Task.FromResult(false);
            },
        };

        Assert.Null(await signIn.CompleteAsync(preview, CodexBench.Cancel));

        Assert.Equal("openai-codex:work", shown!.Subject);
        Assert.False(Directory.Exists(bench.Places.AgentFolder));
        Assert.Equal(0, simulator.Codex.SignIns);
        await signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);
    }

    [Fact]
    public async Task An_undeclared_profile_and_an_order_kept_elsewhere_are_told()
    {
        using var simulator = ExchangeSimulator.Start();
        var bench = Bench(simulator.Address);
        Directory.CreateDirectory(bench.Places.AgentFolder);
        File.WriteAllText(
            bench.Places.ConfigPath,
            "{auth:{profiles:{'openai-codex:other':{provider:'openai-codex',mode:'oauth'}}}}"
        );
        File.WriteAllText(Path.Combine(bench.Places.AgentFolder, "auth-state.json"), "{}");
        var signIn = bench.SignIn();
        var callback = await ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));

        var result = await signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);

        Assert.Equal((false, true), (result!.ConfigDeclared, result.OrderManagedElsewhere));
        Assert.Contains(bench.Warnings, warning => warning.Contains("\"openai-codex:work\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_is_told_holds_a_secret()
    {
        using var simulator = ExchangeSimulator.Start();
        var bench = Bench(simulator.Address);
        var signIn = bench.SignIn();
        var callback = await ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));
        var result = await signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);

        var told = string.Join('\n', bench.Told.Concat(bench.Warnings).Append(result!.ToString()));
        var store = StoreDocument.Parse(File.ReadAllBytes(bench.StorePath), "x").Find("openai-codex:work");
        Assert.NotEmpty(bench.Told);
        Assert.All(
            (string[])
                [
                    callback,
                    callback.Split("code=")[1].Split('&')[0],
                    callback.Split("state=")[1],
                    StoreDocument.Text(store, "access")!,
                    StoreDocument.Text(store, "refresh")!,
                ],
            secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal)
        );
    }

    /// <summary>What a browser would be sent to, had a person agreed.</summary>
    internal static async Task<string> ApproveAsync(CodexAuthStart start)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var reply = await browser.GetAsync(new Uri(start.LoginUrl + "&decision=approve"), CodexBench.Cancel);
        return reply.Headers.Location!.OriginalString;
    }

    private static string Callback(CodexAuthStart start, string code = "abc") =>
        $"http://localhost:1455/auth/callback?code={code}&state={start.LoginUrl.Split("&state=")[1].Split('&')[0]}";

    private static string Jwt() => CodexVectors.Jwt(CodexVectors.Payload);

    private CodexBench Bench(Uri? service = null)
    {
        var bench = new CodexBench(service);
        _benches.Add(bench);
        return bench;
    }
}
