using Exchange.Cmdlets.Tests.Support;
using Exchange.Okx;
using Exchange.Testing;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>-Provider External (okx-account.md section 7): the vendor's program does it, with a shell script in its place.</summary>
public sealed class ExternalProviderTests : IDisposable
{
    private const string LoggedIn =
        """{"profile":"oauth","site":"eea","status":"logged_in","expiresAt":"2026-04-11T20:30:00+00:00","ttl":3600,"scopes":["live:read"]}""";

    private const string Nobody = """{"profile":"oauth","site":"global","status":"not_logged_in"}""";

    private readonly CmdletHarness _session = new();

    public ExternalProviderTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in of the vendor's program is a shell script.");
        _session.Environment.TryRemove("EXCHANGE_SIMULATOR", out _);
    }

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_status_is_the_programs_and_one_line_of_the_contracts_keys()
    {
        var standIn = StandIn($"echo '{LoggedIn[..^1]},\"apiKey\":false,\"access_token\":\"of-the-program\"}}'");

        Assert.Equal(LoggedIn, await LineAsync("Get-OkxAuthStatus -Provider External -AsJson"));
        Assert.Equal(["status --json"], standIn.Starts);
        Assert.Empty(_session.Requests);
        Assert.False(File.Exists(Path.Combine(_session.OkxFolder, "okx-ps-auth.dat")));
    }

    [Theory]
    [InlineData("echo 'no JSON'", "its answer is no status")]
    [InlineData("exit 3", "it ended with code 3")]
    [InlineData("""echo '{"status":"expired","site":"eea"}'""", "\"expired\"")]
    public async Task A_status_that_cannot_be_had_or_is_not_known_is_nobody_with_a_warning(string body, string why)
    {
        StandIn(body);

        var run = await _session.RunAsync("Get-OkxAuthStatus -Provider External -AsJson");

        Assert.Equal(Nobody, run.DoneWithOne<string>());
        Assert.Contains(why, Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_status_is_nobody_with_a_warning()
    {
        var standIn = StandIn("exec sleep 300");
        var running = _session.StartAsync("Get-OkxAuthStatus -Provider External -AsJson");
        await Until.TrueAsync(() => standIn.ProcessId is not null && _session.WireClock.Waiting > 0, "it is asked");
        _session.WireClock.Advance(TimeSpan.FromSeconds(5));

        var run = await running;

        Assert.Equal(Nobody, run.DoneWithOne<string>());
        Assert.Contains("longer than 5 seconds", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-OkxAuthStatus")]
    [InlineData("Disconnect-OkxAccount")]
    [InlineData("Connect-OkxAccount -Site eea -Manual")]
    public async Task A_program_that_is_not_there_is_told_with_the_way_to_it(string line)
    {
        _session.Environment["OKX_AUTH_BIN"] = Path.Combine(_session.OkxFolder, "nowhere", "okx-auth");

        var error = (await _session.RunAsync($"{line} -Provider External")).Failed(
            "Okx.AuthenticationError.spawn_failed"
        );

        Assert.Equal("Failed to spawn okx-auth", error.Message);
        Assert.Contains("Install-OkxAuthBinary -External", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manual_sign_in_is_the_programs_code_with_the_words_to_show()
    {
        var standIn = StandIn(
            $$"""
            case "$1" in
            status) echo '{{Nobody}}';;
            login) echo '{"verificationUri":"https://my.okx.com/activate","userCode":"WDJB-MJHT","expiresIn":600}';;
            esac
            """
        );

        Assert.Equal(
            """{"verificationUri":"https://my.okx.com/activate","userCode":"WDJB-MJHT","expiresIn":600}""",
            await LineAsync("Connect-OkxAccount -Site eea -Manual -Provider External -AsJson")
        );
        var code = (
            await _session.RunAsync("Connect-OkxAccount -Site eea -Manual -Provider External -Language zh")
        ).DoneWithOne<OkxDeviceCode>();
        Assert.Equal(OkxTemplates.Login(true, "eea", "https://my.okx.com/activate", "WDJB-MJHT", 600), code.Message);
        Assert.Equal(["status --json", "login --site eea --manual"], standIn.Starts.Take(2));
        Assert.DoesNotContain(standIn.Starts, start => start.StartsWith("token", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sign_in_that_waits_passes_the_programs_words_on_and_ends_with_its_status()
    {
        var standIn = StandIn(
            $"""
            case "$1" in
            status) if test -f "$0.in"; then echo '{LoggedIn}'; else echo '{Nobody}'; fi;;
            login) echo 'Code: WDJB-MJHT'; : > "$0.in";;
            esac
            """
        );

        var run = await _session.RunAsync("Connect-OkxAccount -Site eea -Provider External");

        Assert.Equal(("eea", "logged_in"), Pair(run.DoneWithOne<OkxAuthStatus>()));
        var said = run.Information.Select(record => $"{record}").ToList();
        Assert.Equal(["Code: WDJB-MJHT", "Logged in successfully!"], said.Skip(1));
        Assert.Contains("the program's own", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(["status --json", "login --site eea", "status --json"], standIn.Starts);
    }

    [Fact]
    public async Task A_sign_in_that_ends_well_with_nobody_signed_in_is_an_error()
    {
        StandIn($"test \"$1\" = login || echo '{Nobody}'");

        (await _session.RunAsync("Connect-OkxAccount -Site eea -Provider External")).Failed(
            "Okx.AuthenticationError.protocol_error"
        );
    }

    [Fact]
    public async Task Who_is_signed_in_there_is_told_so_unless_forced()
    {
        var standIn = StandIn($"test \"$1\" = login && exit 3; echo '{LoggedIn}'");

        var run = await _session.RunAsync("Connect-OkxAccount -Provider External -Language en");
        (await _session.RunAsync("Connect-OkxAccount -Site us -Provider External -Force")).Failed(
            "Okx.AuthenticationError.session_expired"
        );

        Assert.Equal(("eea", "logged_in"), Pair(run.DoneWithOne<OkxAuthStatus>()));
        Assert.Equal(OkxTemplates.Ok(false, "eea", ["live:read"]), Assert.Single(run.Information).ToString());
        Assert.Equal(["status --json", "login --site us"], standIn.Starts);
    }

    [Fact]
    public async Task The_same_guard_and_gate_stand_before_the_program()
    {
        var standIn = StandIn($"echo '{Nobody}'");

        Assert.Equal(
            "site_required",
            (await _session.RunAsync("Connect-OkxAccount -Manual -Provider External"))
                .DoneWithOne<OkxSiteRequired>()
                .Status
        );
        (await _session.RunAsync("Connect-OkxAccount -Site xx -Provider External")).Failed("Okx.ConfigError");
        (await _session.RunAsync("Connect-OkxAccount -Site eea -Scope live:read -Provider External")).Failed(
            "Okx.ValidationError"
        );
        _session.Environment["OKX_API_KEY"] = OkxKey.ApiKey;
        _session.Environment["OKX_SECRET_KEY"] = OkxKey.SecretKey;
        _session.Environment["OKX_PASSPHRASE"] = OkxKey.Passphrase;
        Assert.Equal(
            "env",
            (await _session.RunAsync("Connect-OkxAccount -Site eea -Provider External"))
                .DoneWithOne<OkxSkippedSignIn>()
                .Profile
        );

        Assert.Equal(["status --json"], standIn.Starts);
    }

    [Fact]
    public async Task A_rehearsal_never_starts_the_program()
    {
        var standIn = StandIn($"echo '{LoggedIn}'");
        _session.Environment["EXCHANGE_SIMULATOR"] = _session.Simulator.Address.ToString();

        foreach (var line in (string[])["Connect-OkxAccount -Site eea", "Get-OkxAuthStatus", "Disconnect-OkxAccount"])
        {
            var error = (await _session.RunAsync($"{line} -Provider External")).Failed("Okx.ConfigError");
            Assert.Contains("knows no simulator", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(standIn.Starts);
    }

    [Fact]
    public async Task The_module_itself_is_the_default_and_starts_no_program()
    {
        var standIn = StandIn($"echo '{LoggedIn}'");

        Assert.Equal(Nobody, await LineAsync("Get-OkxAuthStatus -AsJson"));
        (await _session.RunAsync("Disconnect-OkxAccount")).Done();

        Assert.Empty(standIn.Starts);
    }

    [Fact]
    public async Task Signing_out_is_the_programs_business_and_ours_stays()
    {
        var standIn = StandIn("exit 0");

        (await _session.RunAsync("Disconnect-OkxAccount -Provider External")).Done();

        Assert.Equal(["logout"], standIn.Starts);
    }

    [Fact]
    public async Task The_program_is_not_removed_where_nobody_can_be_asked()
    {
        var standIn = StandIn("exit 0");

        var refused = (await _session.RunAsync("Uninstall-OkxAuthBinary")).Failed("Okx.ConfirmationRequired");

        Assert.Equal("Repeat with -Force.", refused.Remedy);
        Assert.True(File.Exists(standIn.Path));
    }

    private static (string, string) Pair(OkxAuthStatus status) => (status.Site, status.Status);

    private async Task<string> LineAsync(string line) => (await _session.RunAsync(line)).DoneWithOne<string>();

    private StandInProgram StandIn(string body)
    {
        var standIn = new StandInProgram(Path.Combine(_session.OkxFolder, "stand-in", "okx-auth"), body);
        _session.Environment["OKX_AUTH_BIN"] = standIn.Path;
        return standIn;
    }
}
