using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Simulator;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>codex-auth.md section 11: a refresh token works once, so what it brought is never lost.</summary>
public sealed class RefreshTests : IDisposable
{
    private const string Id = "openai-codex:work";

    private readonly List<CodexBench> _benches = [];

    public void Dispose() => _benches.ForEach(bench => bench.Dispose());

    [Theory]
    [InlineData("1767225900001", false)]
    [InlineData("1767225900000", true)]
    [InlineData("1", true)]
    [InlineData("\"x\"", true)]
    [InlineData("null", true)]
    public async Task A_token_is_renewed_when_it_ends_within_five_minutes(string expires, bool isDue)
    {
        await using var server = Renewing();
        var bench = Bench(server, expires: expires);

        var result = await bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel);

        Assert.Equal((isDue, isDue ? 1 : 0), (result.Refreshed, server.Count));
    }

    [Fact]
    public async Task The_request_is_the_form_of_the_contract()
    {
        await using var server = Renewing();
        var bench = Bench(server);

        await bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel);

        Assert.Equal(
            CodexVectors.RefreshBody.Replace("rt_TEST.1", "rt_simulator_1", StringComparison.Ordinal),
            Assert.Single(server.Requests).BodyText
        );
        Assert.Contains("\"refresh\": \"rt_simulator_2\"", bench.ReadStore(), StringComparison.Ordinal);
        Assert.Contains($"\"expires\": {CodexVectors.Expires}", bench.ReadStore(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_refresh_token_keeps_the_old_one()
    {
        await using var server = Renewing(refresh: null);
        var bench = Bench(server);

        await bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel);

        Assert.Contains("\"refresh\": \"rt_simulator_1\"", bench.ReadStore(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "{}", "refresh_rejected")]
    [InlineData(400, """{"error":"refresh_token_expired"}""", "refresh_rejected")]
    [InlineData(400, """{"error":{"code":"refresh_token_reused"}}""", "refresh_rejected")]
    [InlineData(400, """{"code":"refresh_token_invalidated"}""", "refresh_rejected")]
    [InlineData(400, """{"error":"invalid_request"}""", "refresh_unavailable")]
    [InlineData(429, "", "refresh_unavailable")]
    [InlineData(500, "<html>", "refresh_unavailable")]
    [InlineData(302, "", "refresh_unavailable")]
    [InlineData(200, "[]", "refresh_unavailable")]
    public async Task A_refusal_is_permanent_or_passing_and_leaves_the_profile(int status, string body, string error)
    {
        await using var server = new LoopbackServer(_ => Answer.Json(body, status));
        var bench = Bench(server);
        var before = bench.ReadStore();

        await Caught.ErrorAsync(
            $"CodexAuth.{error}",
            () => bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel)
        );

        Assert.Equal(before, bench.ReadStore());
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task When_somebody_was_faster_the_renewed_record_is_taken()
    {
        CodexBench? bench = null;
        await using var server = new LoopbackServer(_ =>
        {
            bench!.WriteStore(Store("rt_simulator_other", "9999999999999"));
            return Answer.Json("""{"error":{"code":"refresh_token_reused"}}""", 401);
        });
        bench = Bench(server);

        var result = await bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel);

        Assert.False(result.Refreshed);
    }

    [Fact]
    public async Task When_the_store_cannot_be_written_the_new_record_is_rescued()
    {
        CodexBench? bench = null;
        await using var server = new LoopbackServer(_ =>
        {
            File.WriteAllText(bench!.LockPath, "somebody else's");
            return Answer.Json(Body("rt_simulator_2", CodexVectors.Payload));
        });
        bench = Bench(server);
        var before = bench.ReadStore();

        var trouble = await Caught.ErrorAsync(
            "CodexAuth.refresh_persist_failed",
            () => bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel)
        );

        AssertRescued(bench, trouble);
        Assert.Equal(before, bench.ReadStore());
    }

    [Fact]
    public async Task When_nothing_can_be_written_it_says_that_the_login_is_lost_and_what_to_do()
    {
        CodexBench? bench = null;
        await using var server = new LoopbackServer(_ =>
        {
            File.WriteAllText(bench!.LockPath, "somebody else's");
            File.WriteAllText(StoreBackups.FolderOf(bench.Places), "");
            return Answer.Json(Body("rt_simulator_2", CodexVectors.Payload));
        });
        bench = Bench(server);

        var trouble = await Caught.ErrorAsync(
            "CodexAuth.refresh_persist_failed",
            () => bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel)
        );

        Assert.Contains("lost", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("Start-CodexAuth -Profile work", trouble.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("rt_simulator_2", trouble.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_while_the_answer_is_awaited_still_has_the_renewed_login()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new LoopbackServer(_ =>
        {
            stop.Cancel();
            return Answer.Json(Body("rt_simulator_2", CodexVectors.Payload));
        });
        var bench = Bench(server);

        var result = await bench.SignIn().RefreshAsync("work", force: false, stop.Token);

        Assert.True(result.Refreshed);
        Assert.Contains("\"refresh\": \"rt_simulator_2\"", bench.ReadStore(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_token_of_another_account_is_rescued_and_not_written()
    {
        await using var server = Renewing(payload: CodexVectors.OddPayload);
        var bench = Bench(server);
        var before = bench.ReadStore();

        var trouble = await Caught.ErrorAsync(
            "CodexAuth.account_mismatch",
            () => bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel)
        );

        AssertRescued(bench, trouble);
        Assert.Equal(before, bench.ReadStore());
    }

    [Fact]
    public async Task Two_that_renew_at_once_use_the_token_once()
    {
        await using var server = Renewing();
        var bench = Bench(server);

        var both = await Task.WhenAll(
            bench.SignIn().RefreshAsync("work", false, CodexBench.Cancel),
            bench.SignIn().RefreshAsync("work", false, CodexBench.Cancel)
        );

        Assert.Single(both, one => one.Refreshed);
        Assert.Equal(1, server.Count);
    }

    [Fact]
    public async Task The_refresh_lock_is_the_other_programs_and_is_taken_before_the_stores()
    {
        string[] held = [];
        CodexBench? bench = null;
        await using var server = new LoopbackServer(_ =>
        {
            var folder = Path.Combine(bench!.Places.StateFolder, "locks", "oauth-refresh");
            held = [.. Directory.GetFiles(folder).Select(Path.GetFileName)!, .. bench.AgentFiles()];
            return Answer.Json(Body("rt_simulator_2", CodexVectors.Payload));
        });
        bench = Bench(server);

        await bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel);

        Assert.Equal(
            [
                "sha256-03da1a86b05d26cbed5a2afd3e5004392654f80a1174dd7d5a3629d6b00d46a0.lock",
                "auth-profiles.json",
                "auth-profiles.json.lock",
            ],
            held
        );
    }

    [Fact]
    public async Task Without_a_refresh_token_there_is_nothing_to_renew_with()
    {
        await using var server = Renewing();
        var bench = Bench(server);
        bench.WriteStore("""{"profiles":{"openai-codex:work":{"provider":"openai-codex","access":"a"}}}""");

        await Caught.ErrorAsync(
            "CodexAuth.missing_refresh_token",
            () => bench.SignIn().RefreshAsync("work", force: false, CodexBench.Cancel)
        );
        await Caught.ErrorAsync(
            "CodexAuth.no_matching_codex_profiles",
            () => bench.SignIn().RefreshAsync("none", force: false, CodexBench.Cancel)
        );
        Assert.Equal(0, server.Count);
    }

    [Fact]
    public async Task The_simulator_rotates_and_a_second_use_ends_the_session()
    {
        using var simulator = ExchangeSimulator.Start();
        var bench = new CodexBench(simulator.Address);
        _benches.Add(bench);
        var signIn = bench.SignIn();
        var start = await signIn.StartAsync("work", CodexBench.Cancel);
        await signIn.CompleteAsync(CodexBench.With(await Browser.ApproveAsync(start), "work"), CodexBench.Cancel);
        var first = bench.ReadStore();

        Assert.True((await signIn.RefreshAsync("work", force: true, CodexBench.Cancel)).Refreshed);
        bench.WriteStore(first);
        await Caught.ErrorAsync(
            "CodexAuth.refresh_rejected",
            () => signIn.RefreshAsync("work", force: true, CodexBench.Cancel)
        );

        Assert.Equal(1, simulator.Codex.Renewals);
    }

    private static void AssertRescued(CodexBench bench, ExchangeException trouble)
    {
        var path = Assert.Single(
            Directory.GetFiles(StoreBackups.FolderOf(bench.Places), "recovery-openai-codex_work-*.json")
        );
        Assert.Contains(path, trouble.Message, StringComparison.Ordinal);
        Assert.Contains("rt_simulator_2", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.DoesNotContain("rt_simulator_2", trouble.ToString(), StringComparison.Ordinal);
        Assert.Equal(Modes.OwnerFile, Modes.Of(path));
    }

    private static LoopbackServer Renewing(string? refresh = "rt_simulator_2", string payload = CodexVectors.Payload) =>
        new(_ => Answer.Json(Body(refresh, payload)));

    private static string Body(string? refresh, string payload) =>
        $"{{\"access_token\":\"{CodexVectors.Jwt(payload)}\",\"expires_in\":864000"
        + (refresh is null ? "}" : $",\"refresh_token\":\"{refresh}\"}}");

    private static string Store(string refresh, string expires) =>
        $"{{\"version\":1,\"profiles\":{{\"{Id}\":{{\"type\":\"oauth\",\"provider\":\"openai-codex\",\"access\":\"old\","
        + $"\"refresh\":\"{refresh}\",\"expires\":{expires},\"accountId\":\"acct-1111-2222\"}}}}}}";

    private CodexBench Bench(LoopbackServer server, string expires = "1")
    {
        var bench = new CodexBench(server.Address);
        _benches.Add(bench);
        bench.WriteStore(Store("rt_simulator_1", expires));
        return bench;
    }
}
