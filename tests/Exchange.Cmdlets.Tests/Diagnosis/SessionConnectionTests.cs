using System.Globalization;
using Exchange.Cmdlets.Tests.Codex;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Diagnosis;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Diagnosis;

/// <summary>The way to the services that people sign in to: where the login is kept, until when it lives, who holds its lock.</summary>
public sealed class SessionConnectionTests : IDisposable
{
    private readonly CodexSession _codex = new();

    private CmdletHarness Session => _codex.Harness;

    [Fact]
    public async Task A_wallet_that_is_signed_in_passes_with_the_end_of_its_session()
    {
        (await Session.RunAsync("Connect-AgenticWallet")).Done();
        var writes = Session.Requests.Count(request => request.Path.Contains("createOrder", StringComparison.Ordinal));

        var checks = await ChecksAsync("Strategy");

        Assert.DoesNotContain(checks, check => check.Verdict is CheckVerdict.Failed or CheckVerdict.Warning);
        Assert.Contains(
            "A wallet session until 2026-",
            Of(checks, ConnectionStep.Credentials).Detail,
            StringComparison.Ordinal
        );
        Assert.Equal(CheckVerdict.Passed, Of(checks, ConnectionStep.SignedCall).Verdict);
        Assert.Equal(0, writes);
        Assert.DoesNotContain("example.com", string.Concat(checks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_signed_in_fails_at_the_credentials_alone()
    {
        var checks = await ChecksAsync("Strategy");

        Assert.Contains("Wallet.NotLoggedIn", Of(checks, ConnectionStep.Credentials).Detail, StringComparison.Ordinal);
        Assert.Contains(
            "Connect-AgenticWallet",
            Of(checks, ConnectionStep.Credentials).Remedy,
            StringComparison.Ordinal
        );
        Assert.Equal(CheckVerdict.Skipped, Of(checks, ConnectionStep.SignedCall).Verdict);
        Assert.Single(checks, check => check.Verdict == CheckVerdict.Failed);
    }

    [Fact]
    public async Task A_session_that_ends_soon_is_a_warning_and_one_that_has_ended_a_failure()
    {
        (await Session.RunAsync("Connect-AgenticWallet")).Done();
        var until = (await Session.RunAsync("Get-AgenticWallet"))
            .DoneWithOne<Exchange.Strategy.AgenticWallet>()
            .SessionExpiresAt!.Value;

        Session.Clock.Advance(until - Session.Clock.GetUtcNow() - TimeSpan.FromHours(2));
        var soon = Of(await ChecksAsync("Strategy"), ConnectionStep.Credentials);
        Session.Clock.Advance(TimeSpan.FromHours(3));
        var over = Of(await ChecksAsync("Strategy"), ConnectionStep.Credentials);

        Assert.Equal((CheckVerdict.Warning, CheckVerdict.Failed), (soon.Verdict, over.Verdict));
        Assert.Contains("Wallet.SessionExpired", over.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_market_key_that_is_half_there_is_said()
    {
        Session.Environment.TryRemove("EXCHANGE_SIMULATOR", out _);
        Session.Environment["OKX_BASE_URL"] = Session.Simulator.Web3Address;
        Session.Environment["OKX_API_KEY"] = OkxKey.ApiKey;

        var found = Of(await ChecksAsync("Strategy"), ConnectionStep.Credentials);

        Assert.Contains("Market.KeyIncomplete", found.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(OkxKey.ApiKey, $"{found}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_store_the_way_to_Codex_ends_there_and_says_how_to_begin()
    {
        var checks = await ChecksAsync("Codex");

        var store = Of(checks, ConnectionStep.Store);
        Assert.Equal(CheckVerdict.Failed, store.Verdict);
        Assert.Contains("Start-CodexAuth", store.Remedy, StringComparison.Ordinal);
        Assert.All(
            [ConnectionStep.Credentials, ConnectionStep.Lock, ConnectionStep.SignedCall],
            step => Assert.Equal(CheckVerdict.Skipped, Of(checks, step).Verdict)
        );
    }

    [Fact]
    public async Task A_login_passes_with_its_store_its_end_its_lock_and_a_usage_query()
    {
        await SignInAsync("work");

        var checks = await ChecksAsync("Codex");

        Assert.Equal(Enum.GetValues<ConnectionStep>(), checks.Select(check => check.Check));
        Assert.DoesNotContain(checks, check => check.Verdict is CheckVerdict.Failed or CheckVerdict.Warning);
        Assert.EndsWith(
            "auth-profiles.json; 1 profile(s).",
            Of(checks, ConnectionStep.Store).Detail,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "openai-codex:work, valid until 2026-",
            Of(checks, ConnectionStep.Credentials).Detail,
            StringComparison.Ordinal
        );
        Assert.Contains("Nobody holds it", Of(checks, ConnectionStep.Lock).Detail, StringComparison.Ordinal);
        Assert.Contains("usage query", Of(checks, ConnectionStep.SignedCall).Detail, StringComparison.Ordinal);
        Assert.False(Path.Exists(_codex.StorePath + ".lock"));
    }

    [Fact]
    public async Task A_profile_named_by_an_email_shows_only_its_first_letter_and_domain()
    {
        await SignInAsync("somebody@example.com");

        var checks = await ChecksAsync("Codex");

        Assert.Contains(
            "openai-codex:s***@example.com",
            Of(checks, ConnectionStep.Credentials).Detail,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("somebody", string.Concat(checks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_access_token_that_has_ended_is_a_warning_and_is_not_sent()
    {
        await SignInAsync("work");
        Session.Clock.Advance(TimeSpan.FromDays(11));
        var asked = UsageQueries();

        var checks = await ChecksAsync("Codex");

        Assert.Equal(CheckVerdict.Warning, Of(checks, ConnectionStep.Credentials).Verdict);
        Assert.Contains("Update-CodexToken", Of(checks, ConnectionStep.Credentials).Remedy, StringComparison.Ordinal);
        Assert.Equal(CheckVerdict.Skipped, Of(checks, ConnectionStep.SignedCall).Verdict);
        Assert.Equal(asked, UsageQueries());
    }

    [Fact]
    public async Task A_usage_service_in_trouble_fails_at_the_last_step()
    {
        await SignInAsync("work");
        Session.Simulator.Faults.Add(new FaultRule(FaultKind.ServerError) { Path = "/codex/backend-api" });

        var signed = Of(await ChecksAsync("Codex"), ConnectionStep.SignedCall);

        Assert.Equal(CheckVerdict.Failed, signed.Verdict);
        Assert.Contains("server_error", signed.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, CheckVerdict.Warning, "Held now: a folder")]
    [InlineData(60, CheckVerdict.Passed, "Left behind: a folder")]
    public async Task A_lock_of_earlier_versions_is_a_folder(int age, CheckVerdict verdict, string words)
    {
        await SignInAsync("work");
        var held = Directory.CreateDirectory(_codex.StorePath + ".lock");
        held.LastWriteTimeUtc = Session.Clock.GetUtcNow().UtcDateTime.AddSeconds(-age);

        var found = Of(await ChecksAsync("Codex"), ConnectionStep.Lock);

        Assert.Equal(verdict, found.Verdict);
        Assert.StartsWith(words, found.Detail, StringComparison.Ordinal);
        Assert.True(Directory.Exists(held.FullName));
    }

    [Theory]
    [InlineData("999999999", "a file with a bare process id, process 999999999")]
    [InlineData(
        """{"pid":999999999,"createdAt":"2026-03-02T04:05:00.000Z"}""",
        "a file that names its holder, process 999999999"
    )]
    [InlineData("", "a file that says nothing")]
    public async Task Every_form_of_lock_file_is_told_apart(string body, string words)
    {
        await SignInAsync("work");
        var path = _codex.StorePath + ".lock";
        await File.WriteAllTextAsync(path, body, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, Session.Clock.GetUtcNow().UtcDateTime);

        var found = Of(await ChecksAsync("Codex"), ConnectionStep.Lock);

        Assert.Contains(words, found.Detail, StringComparison.Ordinal);
        Assert.Equal(body.Length == 0 ? CheckVerdict.Warning : CheckVerdict.Passed, found.Verdict);
    }

    [Fact]
    public async Task Every_label_detail_and_remedy_is_Chinese_where_people_read_Chinese()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-TW");

        var run = await Session.RunAsync("Test-ExchangeConnection");

        var checks = run.Done<ConnectionCheck>();
        Assert.All(
            checks.Where(check => !check.Detail.StartsWith("http", StringComparison.Ordinal)),
            check => AssertChinese(check.Detail)
        );
        Assert.All(checks.Where(check => check.Remedy is not null), check => AssertChinese(check.Remedy!));
        Assert.All(checks, check => AssertChinese(check.VerdictLabel));
    }

    public void Dispose() => _codex.Dispose();

    private static void AssertChinese(string text) =>
        Assert.True(text.Any(c => c is >= '\u4e00' and <= '\u9fff'), text);

    private static ConnectionCheck Of(IEnumerable<ConnectionCheck> checks, ConnectionStep step) =>
        checks.Single(check => check.Check == step);

    private int UsageQueries() =>
        Session.Requests.Count(request => request.Path.Contains("wham/usage", StringComparison.Ordinal));

    private async Task SignInAsync(string profile) =>
        (await _codex.RunAsync($"Complete-CodexAuth {profile}", await _codex.ApprovedAsync(profile))).Done();

    private async Task<IReadOnlyList<ConnectionCheck>> ChecksAsync(string service) =>
        (await _codex.RunAsync($"Test-ExchangeConnection {service}")).Done<ConnectionCheck>();
}
