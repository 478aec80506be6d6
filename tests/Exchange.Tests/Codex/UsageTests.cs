using System.Globalization;
using System.Text;
using System.Text.Json;
using Exchange.Codex;
using Exchange.Codex.Wire;
using Exchange.Simulator;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Codex;

/// <summary>codex-auth.md section 12: whatever the service says is an answer, and changes nothing here.</summary>
public sealed class UsageTests : IDisposable
{
    private const string Full = """
        {"plan_type":"plus","rate_limit":{"allowed":true,"limit_reached":false,
        "primary_window":{"used_percent":42,"limit_window_seconds":18000,"reset_after_seconds":120,"reset_at":1767225720},
        "secondary_window":{"used_percent":130,"limit_window_seconds":604800,"reset_after_seconds":9,"reset_at":1767999999}},
        "credits":{"has_credits":true,"unlimited":false,"balance":"12.50","approx_local_messages":[1,2]},
        "additional_rate_limits":null,"rate_limit_reached_type":null,"spend_control":{"x":1}}
        """;

    private readonly List<CodexBench> _benches = [];

    public void Dispose() => _benches.ForEach(bench => bench.Dispose());

    [Fact]
    public async Task A_whole_answer_is_read_exactly()
    {
        await using var server = new LoopbackServer(_ => Answer.Json(Full));
        var bench = Bench(server.Address);

        var usage = await OneAsync(bench);

        Assert.Equal((true, 200, null, "plus"), (usage.RemoteOk, usage.RemoteStatus, usage.RemoteError, usage.Plan));
        Assert.Equal((true, false, 12.50m), (usage.Allowed, usage.LimitReached, usage.CreditsBalance));
        Assert.Equal(["5h 58% left", "Week 0% left"], usage.Windows.Select(window => window.ToString()));
        Assert.Equal(TimeSpan.FromMinutes(2), usage.Windows[0].ResetAfter);
        Assert.Equal(1767225720, usage.Windows[0].ResetAt!.Value.ToUnixTimeSeconds());
        var request = Assert.Single(server.Requests);
        Assert.Equal("GET /codex/backend-api/wham/usage", request.Endpoint);
        Assert.Equal("CodexBar", request.Header("User-Agent"));
        Assert.Equal("acct-1", request.Header("ChatGPT-Account-Id"));
        Assert.Equal("application/json", request.Header("Accept"));
        Assert.StartsWith("Bearer eyJ", request.Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "auth_not_accepted_by_usage_endpoint", 1)]
    [InlineData(403, "forbidden_by_usage_endpoint", 1)]
    [InlineData(429, "rate_limited", 1)]
    [InlineData(404, "http_error", 1)]
    [InlineData(302, "http_error", 1)]
    [InlineData(500, "server_error", 2)]
    [InlineData(503, "server_error", 2)]
    public async Task A_refusal_is_told_with_the_profiles_own_state_and_only_trouble_is_repeated(
        int status,
        string error,
        int requests
    )
    {
        await using var server = new LoopbackServer(_ => Answer.Html(status));
        var bench = Bench(server.Address);
        var before = bench.ReadStore();

        var usage = await OneAsync(bench);

        Assert.Equal((false, status, error), (usage.RemoteOk, usage.RemoteStatus, usage.RemoteError));
        Assert.Equal(("valid", true), (usage.ExpiryState, usage.HasRefresh));
        Assert.Equal(requests, server.Count);
        Assert.Equal(before, bench.ReadStore());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{\"plan_type\":")]
    public async Task An_answer_that_cannot_be_read_is_invalid(string body)
    {
        await using var server = new LoopbackServer(_ => Answer.Json(body));

        Assert.Equal("usage_response_invalid", (await OneAsync(Bench(server.Address))).RemoteError);
    }

    [Fact]
    public async Task Without_a_connection_it_is_a_request_exception()
    {
        var usage = await OneAsync(Bench(LoopbackServer.Nowhere));

        Assert.Equal(("request_exception", null), (usage.RemoteError, usage.RemoteStatus));
    }

    [Fact]
    public async Task A_time_out_is_one()
    {
        await using var server = new LoopbackServer(_ => Answer.Never);
        var bench = Bench(server.Address);
        var asking = FirstAsync(bench, retries: 0);
        await server.ArrivedAsync(1);
        bench.WireClock.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("timeout", (await asking).RemoteError);
    }

    [Fact]
    public async Task Without_an_access_token_nothing_is_asked()
    {
        await using var server = new LoopbackServer(_ => Answer.Json(Full));
        var bench = Bench(server.Address);
        bench.WriteStore("""{"profiles":{"openai-codex:work":{"provider":"openai-codex"}}}""");

        Assert.Equal("missing_access_token", (await OneAsync(bench)).RemoteError);
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task An_unknown_profile_is_an_error_that_lists_the_known_ones()
    {
        var bench = Bench(LoopbackServer.Nowhere);

        var trouble = await Caught.ErrorAsync(
            "CodexAuth.no_matching_codex_profiles",
            async () =>
                await bench
                    .SignIn()
                    .GetUsageAsync("other", TimeSpan.FromSeconds(20), 0, CodexBench.Cancel)
                    .GetAsyncEnumerator(CodexBench.Cancel)
                    .MoveNextAsync()
        );

        Assert.Contains("openai-codex:work", trouble.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("18000", null, null, "5h")]
    [InlineData("3600", null, null, "1h")]
    [InlineData("82799", null, null, "23h")]
    [InlineData("86400", null, null, "Day")]
    [InlineData("604800", null, null, "Week")]
    [InlineData("603000", null, null, "Week")]
    [InlineData("86400", 259200, 0, "Week")]
    [InlineData("86400", 259199, 0, "Day")]
    [InlineData(null, null, null, "missing")]
    [InlineData("0", null, null, "missing")]
    public void A_window_is_called_by_its_length(string? seconds, int? resetAt, int? primaryResetAt, string label) =>
        Assert.Equal(
            label,
            UsageReply.Label(
                seconds is null ? null : decimal.Parse(seconds, CultureInfo.InvariantCulture),
                resetAt is { } at ? DateTimeOffset.FromUnixTimeSeconds(at) : null,
                primaryResetAt is { } first ? DateTimeOffset.FromUnixTimeSeconds(first) : null,
                "missing"
            )
        );

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"plan_type":null,"rate_limit":null,"credits":null}""")]
    [InlineData("""{"plan_type":7,"rate_limit":[],"credits":"x"}""")]
    [InlineData("""{"rate_limit":{"primary_window":{"used_percent":"x","reset_at":1e40,"reset_after_seconds":-1}}}""")]
    [InlineData(
        """{"rate_limit":{"allowed":"yes","primary_window":[],"secondary_window":{}},"credits":{"balance":true}}"""
    )]
    public void Whatever_is_missing_null_or_unknown_is_passed_over(string body) =>
        Assert.True(UsageReply.Read(Encoding.UTF8.GetBytes(body), Local()).RemoteOk);

    [Fact]
    public void No_answer_throws_anything_but_what_is_expected() =>
        Prop.ForAll<NonNull<string>, int>(
                (text, number) =>
                {
                    var value = JsonSerializer.Serialize(text.Get);
                    foreach (
                        var part in (string[])
                            [value, $"{number}", $"[{value}]", $"{{\"used_percent\":{number},\"reset_at\":{number}}}"]
                    )
                    {
                        UsageReply.Read(
                            Encoding.UTF8.GetBytes(
                                $"{{\"plan_type\":{part},\"credits\":{{\"balance\":{part}}},\"rate_limit\":{{\"primary_window\":{part},\"secondary_window\":{part}}}}}"
                            ),
                            Local()
                        );
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1767225900001", "valid")]
    [InlineData("1767225900000", "expiring")]
    [InlineData("1767225600001", "expiring")]
    [InlineData("1767225600000", "expired")]
    [InlineData("1767229200", "valid")]
    [InlineData("-1", "invalid_expires")]
    [InlineData("\"x\"", "invalid_expires")]
    [InlineData("1e40", "invalid_expires")]
    [InlineData("null", "missing")]
    public async Task A_profile_says_how_its_token_is(string expires, string state)
    {
        var bench = Bench(LoopbackServer.Nowhere);
        bench.WriteStore(
            "{\"profiles\":{\"openai-codex:work\":{\"provider\":\"openai-codex\",\"expires\":" + expires + "}}}"
        );

        var profile = Assert.Single(await bench.SignIn().GetProfilesAsync("all", CodexBench.Cancel));

        Assert.Equal(state, profile.ExpiryState);
    }

    [Fact]
    public async Task A_profile_is_shown_whole_and_without_its_tokens()
    {
        var bench = Bench(LoopbackServer.Nowhere);
        bench.WriteStore(
            $$$$"""
            {"profiles":{
              "openai-codex:work":{"type":"oauth","provider":"openai-codex","access":"{{{{CodexVectors.Jwt(
                CodexVectors.Payload
            )}}}}",
                "refresh":"secret-refresh","expires":{{{{CodexVectors.Expires}}}},"accountId":"acct-1111-2222"},
              "openai-codex:moved":{"type":"oauth","provider":"openai"},
              "anthropic:x":{"type":"api_key","provider":"anthropic"}},
             "order":{"openai-codex":["openai-codex:work"]},
             "usageStats":{"openai-codex:work":{"lastUsed":1767225600000,"cooldownUntil":1767225660000,"errorCount":3}}}
            """
        );

        var profiles = await bench.SignIn().GetProfilesAsync(null, CodexBench.Cancel);

        Assert.Equal(["openai-codex:moved", "openai-codex:work"], profiles.Select(one => one.ProfileId));
        var (moved, work) = (profiles[0], profiles[1]);
        Assert.Equal((true, false, false), (moved.IsRenamed, moved.IsDefault, moved.InOrder));
        Assert.Equal(
            ("work", "zoë@example.invalid", true, true, true),
            (work.Selector, work.Email, work.HasRefresh, work.InOrder, work.IsDefault)
        );
        Assert.Equal(3, work.ErrorCount);
        Assert.Equal(1767225660000, work.CooldownUntil!.Value.ToUnixTimeMilliseconds());
        Assert.DoesNotContain("secret-refresh", work.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", work.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_simulator_refuses_with_401_and_a_good_profile_stays_good()
    {
        using var simulator = ExchangeSimulator.Start();
        var bench = Bench(simulator.Address);
        var signIn = bench.SignIn();
        var start = await signIn.StartAsync("work", CodexBench.Cancel);
        bench.WriteStore("{}");
        await signIn.CompleteAsync(CodexBench.With(await Browser.ApproveAsync(start), "work"), CodexBench.Cancel);

        Assert.True((await OneAsync(bench)).RemoteOk);
        simulator.Codex.AcceptsUsage = false;
        var refused = await OneAsync(bench);

        Assert.Equal((401, "auth_not_accepted_by_usage_endpoint"), (refused.RemoteStatus, refused.RemoteError));
        Assert.Equal("valid", refused.ExpiryState);
    }

    private static CodexUsage Local() =>
        new()
        {
            ProfileId = "x",
            RemoteOk = false,
            ExpiryState = "valid",
        };

    private static Task<CodexUsage> OneAsync(CodexBench bench) => bench.LeapAsync(FirstAsync(bench, retries: 1));

    private static async Task<CodexUsage> FirstAsync(CodexBench bench, int retries)
    {
        await foreach (
            var usage in bench.SignIn().GetUsageAsync("work", TimeSpan.FromSeconds(20), retries, CodexBench.Cancel)
        )
        {
            return usage;
        }
        throw new InvalidOperationException("There was no answer at all.");
    }

    private CodexBench Bench(Uri service)
    {
        var bench = new CodexBench(service);
        _benches.Add(bench);
        var payload = Base64Url.Encode("""{"iss":"https://auth.simulator.invalid"}"""u8);
        bench.WriteStore(
            $$$$"""
            {"profiles":{"openai-codex:work":{"type":"oauth","provider":"openai-codex","access":"{{{{CodexVectors.Jwt(
                payload
            )}}}}",
            "refresh":"rt_simulator_1","expires":{{{{CodexVectors.Expires}}}},"accountId":"acct-1"}}}
            """
        );
        return bench;
    }
}
