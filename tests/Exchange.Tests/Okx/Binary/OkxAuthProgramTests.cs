using System.Collections.Concurrent;
using System.Diagnostics;
using Exchange.Okx;
using Exchange.Okx.Binary;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx.Binary;

/// <summary>The vendor's program as one that is started (okx-account.md sections 7, 9.1 and 11), with a shell script in its place.</summary>
public sealed class OkxAuthProgramTests : IDisposable
{
    private const string Token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJlLW9mLW5vYm9keQ";

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    public OkxAuthProgramTests() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in of the vendor's program is a shell script.");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_status_is_asked_for_by_a_list_of_arguments_and_read_without_its_token()
    {
        var (program, standIn) = Program(
            $$"""
            echo '{"profile":"oauth","site":"EEA","status":"logged_in","expiresAt":"2026-04-11T20:30:00+00:00","ttl":3600,"scopes":["live:read","live:trade"],"apiKey":false,"access_token":"{{Token}}"}'
            """
        );

        var (status, warning) = await program.StatusAsync(Cancel);

        Assert.Equal(
            """{"profile":"oauth","site":"eea","status":"logged_in","expiresAt":"2026-04-11T20:30:00+00:00","ttl":3600,"scopes":["live:read","live:trade"]}""",
            status!.ToJson()
        );
        Assert.Null(warning);
        Assert.Equal(["status --json"], standIn.Starts);
        Assert.DoesNotContain(Token, status.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo 'signed in'")]
    [InlineData("echo '[]'")]
    [InlineData("echo '{}'")]
    [InlineData("""echo '{"status":7'""")]
    [InlineData("true")]
    [InlineData("""echo '{"status":"logged_in","site":"eea"}'; exit 1""")]
    [InlineData("""echo '{"status":"logged_in","site":"eea"}'; exit 2""")]
    [InlineData("kill -9 $$")]
    public async Task A_status_that_is_none_or_comes_with_an_error_is_unavailable(string body)
    {
        var (status, warning) = await Program(body).Program.StatusAsync(Cancel);

        Assert.Null(status);
        Assert.Contains("counts as not logged in", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_takes_longer_than_five_seconds_is_unavailable_and_its_program_is_ended()
    {
        var (program, standIn) = Program("sleep 300 & wait");
        var asking = program.StatusAsync(Cancel);
        await HappensAsync(() => standIn.ProcessId is not null && _clock.Waiting > 0);

        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(asking.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        var (status, warning) = await asking;

        Assert.Null(status);
        Assert.Contains("longer than 5 seconds", warning, StringComparison.Ordinal);
        await HappensAsync(() => HasEnded(standIn.ProcessId!.Value));
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("LOGGED_IN")]
    [InlineData("1")]
    public async Task A_status_that_is_not_known_counts_as_nobody_with_a_warning(string word)
    {
        var (status, warning) = await Program($$"""echo '{"site":"eea","status":"{{word}}"}'""")
            .Program.StatusAsync(Cancel);

        Assert.Equal(OkxAuthStatus.Nobody, status);
        Assert.Contains($"\"{word}\"", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_nobody_whatever_site_stands_beside_it()
    {
        var (status, warning) = await Program("""echo '{"site":"eea","status":"not_logged_in"}'""")
            .Program.StatusAsync(Cancel);

        Assert.Equal((OkxAuthStatus.Nobody, null), (status, warning));
    }

    [Fact]
    public async Task A_session_without_scopes_has_none_and_nothing_in_their_place()
    {
        var (status, _) = await Program("""echo '{"site":"us","status":"logged_in","ttl":-5}'""")
            .Program.StatusAsync(Cancel);

        Assert.Empty(status!.Scopes!);
        Assert.Equal(0, status.Ttl);
        Assert.Equal("Login successful.\nSite: us\nScopes: ", OkxTemplates.Ok(false, status.Site, status.Scopes!));
    }

    [Fact]
    public async Task A_site_that_nobody_knows_is_no_site()
    {
        var (status, warning) = await Program("""echo '{"site":"mars","status":"pending"}'""")
            .Program.StatusAsync(Cancel);

        Assert.Equal(("", "pending"), (status!.Site, status.Status));
        Assert.NotNull(warning);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("folder")]
    [InlineData("not executable")]
    [InlineData("corrupt")]
    public async Task What_cannot_be_started_says_so_and_how_to_mend_it(string what)
    {
        var path = _folder["okx-auth"];
        if (what == "folder")
        {
            Directory.CreateDirectory(path);
        }
        else if (what != "missing")
        {
            await File.WriteAllBytesAsync(path, [0x7F, 0x45, 0x4C, 0x46, 0, 1], Cancel);
            if (what == "corrupt" && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }
        var program = new OkxAuthProgram(path, _clock);

        foreach (
            var start in (Func<Task>[])
                [
                    () => program.StatusAsync(Cancel),
                    () => program.StartAsync(OkxSites.Checked("us"), Cancel),
                    () => program.SignInAsync(OkxSites.Checked("us"), _ => { }, Cancel),
                    () => program.SignOutAsync(Cancel),
                ]
        )
        {
            var error = await Caught.ErrorAsync("Okx.AuthenticationError.spawn_failed", start);
            Assert.Equal("Failed to spawn okx-auth", error.Message);
            Assert.StartsWith(
                "Run Install-OkxAuthBinary -External, then Get-OkxAuthBinary, then repeat",
                error.Remedy,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("""echo '{"verificationUri":"https://my.okx.com/activate","userCode":"WDJB-MJHT","expiresIn":600}'""")]
    [InlineData(
        """echo 'Opening'; echo '{"verification_uri":"https://my.okx.com/activate","user_code":"WDJB-MJHT","expires_in":"600","device_code":"hidden-value"}'"""
    )]
    public async Task A_manual_sign_in_gives_the_programs_code(string body)
    {
        var (program, standIn) = Program(body);

        var code = Assert.IsType<OkxDeviceCode>(await program.StartAsync(OkxSites.Checked("eea"), Cancel));

        Assert.Equal(
            """{"verificationUri":"https://my.okx.com/activate","userCode":"WDJB-MJHT","expiresIn":600}""",
            code.ToJson()
        );
        Assert.Equal(["login --site eea --manual"], standIn.Starts);
        OkxConfigs.AssertShowsNone(new InvalidOperationException($"{code}"));
    }

    [Theory]
    [InlineData("""{"verificationUri":"https://okx.com.example/activate","userCode":"hidden-value","expiresIn":600}""")]
    [InlineData("""{"verificationUri":"http://my.okx.com/activate","userCode":"hidden-value","expiresIn":600}""")]
    [InlineData("""{"verificationUri":"https://my.okx.com/a","userCode":"hidden-value\t","expiresIn":600}""")]
    [InlineData("""{"verificationUri":"https://my.okx.com/a","userCode":"hidden-value","expiresIn":0}""")]
    [InlineData("""{"verificationUri":"https://my.okx.com/a","expiresIn":600}""")]
    [InlineData("hidden-value")]
    [InlineData("")]
    public async Task A_code_that_could_mislead_is_refused_and_not_shown(string answer)
    {
        var program = Program($"cat <<'END'\n{answer}\nEND").Program;

        var error = await Caught.ErrorAsync(
            "Okx.AuthenticationError.protocol_error",
            () => program.StartAsync(OkxSites.Checked("eea"), Cancel)
        );

        OkxConfigs.AssertShowsNone(error);
    }

    [Fact]
    public async Task A_key_that_the_program_found_itself_skips_the_sign_in()
    {
        var program = Program(
            """echo '{"status":"skipped","reason":"api_key_configured","profile":"main","message":"more"}'"""
        ).Program;

        Assert.Equal(new OkxSkippedSignIn("main"), await program.StartAsync(OkxSites.Checked("eea"), Cancel));
    }

    [Fact]
    public async Task What_the_program_says_while_it_waits_is_passed_on_without_anything_like_a_token()
    {
        var said = new ConcurrentQueue<string>();
        var (program, standIn) = Program(
            $"""
            echo 'URL: https://my.okx.com/activate?user_code=WDJB-MJHT'
            echo 'Code: WDJB-MJHT'
            echo 'got {Token} and Bearer {Token}'
            printf 'Logged in successfully!'
            """
        );

        await program.SignInAsync(OkxSites.Checked("eea"), said.Enqueue, Cancel);

        Assert.Equal(["login --site eea"], standIn.Starts);
        Assert.Equal(
            [
                "URL: https://my.okx.com/activate?user_code=WDJB-MJHT",
                "Code: WDJB-MJHT",
                "got *** and Bearer ***",
                "Logged in successfully!",
            ],
            said
        );
    }

    // Words on either stream, and the exit code where there are none: okx-account.md 9.1 and section 7.
    [Theory]
    [InlineData("echo 'Error: ACCESS denied' >&2; exit 1", "Okx.AuthenticationError.access_denied")]
    [InlineData("echo 'authorization timed out'; exit 1", "Okx.AuthenticationError.expired_token")]
    [InlineData("echo 'StorageNotFoundError: hidden-value' >&2; exit 9", "Okx.ConfigError.NotLoggedIn")]
    [InlineData("echo 'Network error: hidden-value' >&2; exit 9", "Okx.NetworkError")]
    [InlineData("exit 1", "Okx.AuthenticationError.caller_refused")]
    [InlineData("exit 2", "Okx.ConfigError.NotLoggedIn")]
    [InlineData("exit 3", "Okx.AuthenticationError.session_expired")]
    [InlineData("echo hidden-value; echo hidden-value >&2; exit 70", "Okx.AuthenticationError.program_failed")]
    public async Task A_program_that_fails_is_told_by_its_words_or_its_code_and_nothing_of_it_is_shown(
        string body,
        string id
    )
    {
        var error = await Caught.ErrorAsync(id, () => Program(body).Program.SignOutAsync(Cancel));

        Assert.NotNull(error.Remedy);
        OkxConfigs.AssertShowsNone(error);
    }

    [Fact]
    public async Task A_program_that_hangs_on_a_short_errand_is_ended()
    {
        var (program, standIn) = Program("exec sleep 300");
        var leaving = program.SignOutAsync(Cancel);
        await HappensAsync(() => standIn.ProcessId is not null && _clock.Waiting > 0);

        _clock.Advance(TimeSpan.FromSeconds(31));

        await Caught.ErrorAsync("Okx.AuthenticationError.timed_out", () => leaving);
        await HappensAsync(() => HasEnded(standIn.ProcessId!.Value));
    }

    [Fact]
    public async Task Who_stops_waiting_ends_the_program()
    {
        using var stop = new CancellationTokenSource();
        var (program, standIn) = Program("exec sleep 300");
        var waiting = program.SignInAsync(OkxSites.Checked("eea"), _ => { }, stop.Token);
        await HappensAsync(() => standIn.ProcessId is not null);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await HappensAsync(() => HasEnded(standIn.ProcessId!.Value));
    }

    [Fact]
    public async Task No_shell_stands_between_and_no_key_of_this_process_is_handed_on()
    {
        Environment.SetEnvironmentVariable("STAND_IN_SECRET", "hidden-value");
        Environment.SetEnvironmentVariable("STAND_IN_PLAIN", "plain-value");
        var (program, standIn) = Program("exit 0", Path.Combine("a b;$(touch evil)", "okx-auth 'x'"));

        await program.SignOutAsync(Cancel);

        Assert.Equal(["logout"], standIn.Starts);
        Assert.Contains("plain-value", standIn.Environment, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden-value", standIn.Environment, StringComparison.Ordinal);
        Assert.False(File.Exists("evil"));
    }

    [Fact]
    public async Task More_words_than_anybody_reads_stop_nothing()
    {
        var program = Program("head -c 3000000 /dev/zero | tr '\\0' 'x'; exit 0").Program;

        var (status, _) = await program.StatusAsync(Cancel);

        Assert.Null(status);
    }

    private (OkxAuthProgram Program, StandInProgram StandIn) Program(string body, string name = "okx-auth")
    {
        var standIn = new StandInProgram(_folder[name], body);
        return (new OkxAuthProgram(standIn.Path, _clock), standIn);
    }

    private static bool HasEnded(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static async Task HappensAsync(Func<bool> holds)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (!holds())
        {
            Assert.True(DateTime.UtcNow < giveUp, "It did not happen within 60 seconds.");
            await Task.Delay(2, Cancel);
        }
    }
}
