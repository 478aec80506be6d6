using Exchange.Cmdlets.Tests.Support;
using Exchange.Diagnosis;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Diagnosis;

public sealed class TestConnectionTests : IDisposable
{
    private const string Line = "Test-ExchangeConnection BitoPro";

    // A key is in the environment or a file of settings: there is no store of logins, and no lock.
    private static readonly IEnumerable<ConnectionStep> OfAKey = Enum.GetValues<ConnectionStep>()
        .Except([ConnectionStep.Store, ConnectionStep.Lock]);

    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task A_way_without_obstacles_passes_step_by_step()
    {
        var checks = await ChecksAsync();

        Assert.Equal(OfAKey, checks.Select(check => check.Check));
        Assert.DoesNotContain(checks, check => check.Verdict is CheckVerdict.Failed or CheckVerdict.Warning);
        Assert.Equal(CheckVerdict.Skipped, Of(checks, ConnectionStep.Tls).Verdict);
        Assert.Contains("simulator", Of(checks, ConnectionStep.Endpoint).Detail, StringComparison.Ordinal);
        Assert.Empty(_session.Writes);
    }

    [Fact]
    public async Task A_closed_port_fails_and_leaves_only_the_credentials_to_check()
    {
        _session.Environment.TryRemove("EXCHANGE_SIMULATOR", out _);
        _session.Environment["BITOPRO_BASE_URL"] = "http://127.0.0.1:1/v3";

        var checks = await ChecksAsync();

        Assert.Equal(CheckVerdict.Failed, Of(checks, ConnectionStep.Tcp).Verdict);
        Assert.Equal(CheckVerdict.Passed, Of(checks, ConnectionStep.Credentials).Verdict);
        Assert.All(
            [ConnectionStep.Tls, ConnectionStep.Clock, ConnectionStep.SignedCall],
            step => Assert.Equal(CheckVerdict.Skipped, Of(checks, step).Verdict)
        );
    }

    [Fact]
    public async Task A_clock_that_is_off_is_measured_and_the_refused_call_said()
    {
        _session.Simulator.Faults.Add(new FaultRule(FaultKind.ClockSkew));

        var checks = await ChecksAsync();

        var clock = Of(checks, ConnectionStep.Clock);
        Assert.Equal(CheckVerdict.Failed, clock.Verdict);
        Assert.Contains("behind the service's", clock.Detail, StringComparison.Ordinal);
        Assert.Contains("NTP", clock.Remedy, StringComparison.Ordinal);
        Assert.Equal(CheckVerdict.Failed, Of(checks, ConnectionStep.SignedCall).Verdict);
    }

    [Fact]
    public async Task Missing_credentials_are_named_and_no_signed_call_is_tried()
    {
        _session.Environment.TryRemove("EXCHANGE_SIMULATOR", out _);
        _session.Environment["BITOPRO_BASE_URL"] = _session.Simulator.BitoProAddress;
        _session.Environment.TryRemove("BITOPRO_API_SECRET", out _);

        var checks = await ChecksAsync();

        var credentials = Of(checks, ConnectionStep.Credentials);
        Assert.Equal(CheckVerdict.Failed, credentials.Verdict);
        Assert.Contains("BITOPRO_API_SECRET", credentials.Detail, StringComparison.Ordinal);
        Assert.NotNull(credentials.Remedy);
        Assert.Equal(CheckVerdict.Skipped, Of(checks, ConnectionStep.SignedCall).Verdict);
        Assert.All(
            _session.Requests,
            request => Assert.DoesNotContain("accounts", request.Path, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Credentials_that_the_service_refuses_fail_at_the_signed_call()
    {
        _session.Environment.TryRemove("EXCHANGE_SIMULATOR", out _);
        _session.Environment["BITOPRO_BASE_URL"] = _session.Simulator.BitoProAddress;
        _session.Environment["BITOPRO_API_KEY"] = "not-a-key-of-anybody";

        var signed = Of(await ChecksAsync(), ConnectionStep.SignedCall);

        Assert.Equal(CheckVerdict.Failed, signed.Verdict);
        Assert.DoesNotContain("not-a-key-of-anybody", signed.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_unfit_is_the_first_and_only_failure()
    {
        _session.Environment.TryRemove("EXCHANGE_SIMULATOR", out _);
        _session.Environment["BITOPRO_BASE_URL"] = "http://elsewhere.example/v3";

        var checks = await ChecksAsync();

        Assert.Equal(CheckVerdict.Failed, checks[0].Verdict);
        Assert.Contains("BitoPro.InvalidEndpoint", checks[0].Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(checks.Skip(1), check => check.Verdict == CheckVerdict.Passed);
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_costs_its_time_limit_and_no_more()
    {
        _session.Simulator.Faults.Add(new FaultRule(FaultKind.DropBefore) { Method = "GET" });

        Assert.Equal(CheckVerdict.Failed, Of(await ChecksAsync(), ConnectionStep.Clock).Verdict);
    }

    [Fact]
    public async Task The_way_to_Okx_is_checked_with_the_default_profile()
    {
        var checks = await ChecksAsync("Test-ExchangeConnection okx");

        Assert.Equal(OfAKey, checks.Select(check => check.Check));
        Assert.All(checks, check => Assert.Equal("Okx", check.Service));
        Assert.DoesNotContain(checks, check => check.Verdict is CheckVerdict.Failed or CheckVerdict.Warning);
        Assert.Contains("simulator", Of(checks, ConnectionStep.Endpoint).Detail, StringComparison.Ordinal);
        Assert.Equal("The simulator's rehearsal key.", Of(checks, ConnectionStep.Credentials).Detail);
        Assert.Contains("account/config", Of(checks, ConnectionStep.SignedCall).Detail, StringComparison.Ordinal);
        Assert.Empty(_session.Writes);
    }

    [Fact]
    public async Task The_way_to_Okx_without_key_and_session_ends_at_the_credentials()
    {
        AtOkxByAddress();

        var checks = await ChecksAsync("Test-ExchangeConnection Okx");

        var credentials = Of(checks, ConnectionStep.Credentials);
        Assert.Equal(CheckVerdict.Failed, credentials.Verdict);
        Assert.Contains("Okx.ConfigError.NotLoggedIn", credentials.Detail, StringComparison.Ordinal);
        Assert.NotNull(credentials.Remedy);
        Assert.Equal(CheckVerdict.Skipped, Of(checks, ConnectionStep.SignedCall).Verdict);
    }

    [Fact]
    public async Task A_key_that_Okx_refuses_fails_at_the_signed_call_and_is_not_shown()
    {
        AtOkxByAddress();
        _session.Environment["OKX_API_KEY"] = OkxKey.ApiKey;
        _session.Environment["OKX_SECRET_KEY"] = OkxKey.SecretKey;
        _session.Environment["OKX_PASSPHRASE"] = OkxKey.Passphrase;

        var checks = await ChecksAsync("Test-ExchangeConnection Okx");

        Assert.Contains("OKX_API_KEY", Of(checks, ConnectionStep.Credentials).Detail, StringComparison.Ordinal);
        var signed = Of(checks, ConnectionStep.SignedCall);
        Assert.Equal(CheckVerdict.Failed, signed.Verdict);
        Assert.Contains("Okx.AuthenticationError", signed.Detail, StringComparison.Ordinal);
        Assert.Contains("two ways", signed.Remedy, StringComparison.Ordinal);
        Assert.All(checks, check => Assert.DoesNotContain(OkxKey.ApiKey, $"{check}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_read_is_the_first_failure_of_the_way_to_Okx()
    {
        Directory.CreateDirectory(_session.OkxFolder);
        await File.WriteAllTextAsync(
            Path.Combine(_session.OkxFolder, "config.toml"),
            "profiles = 1\n",
            TestContext.Current.CancellationToken
        );

        var checks = await ChecksAsync("Test-ExchangeConnection Okx");

        Assert.Equal(CheckVerdict.Failed, checks[0].Verdict);
        Assert.Contains("Okx.ConfigError", checks[0].Detail, StringComparison.Ordinal);
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_proxy_of_the_profile_is_the_one_that_is_checked_and_its_password_is_not_shown()
    {
        AtOkxByAddress();
        Directory.CreateDirectory(_session.OkxFolder);
        await File.WriteAllTextAsync(
            Path.Combine(_session.OkxFolder, "config.toml"),
            """
            default_profile = "via"
            [profiles.via]
            api_key = "a-key-of-nobody"
            secret_key = "a-secret-of-nobody"
            passphrase = "a-phrase-of-nobody"
            proxy_url = "http://clerk:hunter2@127.0.0.1:1"
            """,
            TestContext.Current.CancellationToken
        );

        var checks = await ChecksAsync("Test-ExchangeConnection Okx");

        Assert.Equal("http://127.0.0.1:1 (proxy_url of the profile)", Of(checks, ConnectionStep.Proxy).Detail);
        var tcp = Of(checks, ConnectionStep.Tcp);
        Assert.Equal(CheckVerdict.Failed, tcp.Verdict);
        Assert.Contains("127.0.0.1 port 1:", tcp.Detail, StringComparison.Ordinal);
        Assert.Contains(
            "profile via, live, in ",
            Of(checks, ConnectionStep.Credentials).Detail,
            StringComparison.Ordinal
        );
        Assert.Equal(CheckVerdict.Skipped, Of(checks, ConnectionStep.SignedCall).Verdict);
        Assert.DoesNotContain("hunter2", string.Concat(checks), StringComparison.Ordinal);
        Assert.DoesNotContain("of-nobody", string.Concat(checks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_every_service_is_checked_in_turn()
    {
        var checks = await ChecksAsync("Test-ExchangeConnection");

        Assert.Equal(["BitoPro", "Okx", "Strategy", "Codex"], checks.Select(check => check.Service).Distinct());
    }

    [Fact]
    public async Task An_unknown_service_is_refused_with_the_known_ones()
    {
        var refused = (await _session.RunAsync("Test-ExchangeConnection Elsewhere")).Failed("Exchange.UnknownService");
        Assert.Contains("BitoPro", refused.Remedy, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private static ConnectionCheck Of(IEnumerable<ConnectionCheck> checks, ConnectionStep step) =>
        checks.Single(check => check.Check == step);

    private void AtOkxByAddress()
    {
        _session.Environment.TryRemove("EXCHANGE_SIMULATOR", out _);
        _session.Environment["OKX_API_BASE_URL"] = $"{_session.Simulator.Address}okx";
    }

    private async Task<IReadOnlyList<ConnectionCheck>> ChecksAsync(string line = Line)
    {
        var run = await _session.RunAsync(line);
        Assert.Null(run.TerminatingError);
        return run.OutputOf<ConnectionCheck>();
    }
}
