using System.Text.Json;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;
using Exchange.Okx;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>Connect-OkxAccount, Get-OkxAuthStatus and Disconnect-OkxAccount (okx-account.md sections 3 to 5) against the simulator.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Nobody = """{"profile":"oauth","site":"global","status":"not_logged_in"}""";

    private readonly CmdletHarness _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_manual_sign_in_is_one_line_with_three_keys_and_a_status_completes_it()
    {
        using var code = JsonDocument.Parse(await LineAsync("Connect-OkxAccount -Site eea -Manual -AsJson"));
        Assert.Equal(
            ["verificationUri", "userCode", "expiresIn"],
            code.RootElement.EnumerateObject().Select(member => member.Name)
        );
        Assert.Equal(600, code.RootElement.GetProperty("expiresIn").GetInt32());

        _session.Simulator.Okx.Decide(code.RootElement.GetProperty("userCode").GetString(), isApproved: true);
        _session.Clock.Advance(TimeSpan.FromSeconds(5));
        var status = (await _session.RunAsync("Get-OkxAuthStatus")).DoneWithOne<OkxAuthStatus>();

        Assert.Equal(("eea", "logged_in"), (status.Site, status.Status));
        Assert.Equal("market:read live:read live:trade demo:read demo:trade", string.Join(' ', status.Scopes!));
    }

    [Theory]
    [InlineData("en", "Please open the link below in your browser", "Site: eea", "(Valid for 10 minutes)")]
    [InlineData("zh", "请在浏览器中打开下面的链接并输入验证码完成授权:", "站点:eea", "(有效期 10 分钟)")]
    public async Task A_manual_sign_in_gives_the_words_to_show(string language, params string[] words)
    {
        var code = (
            await _session.RunAsync($"Connect-OkxAccount -Site eea -Manual -Language {language}")
        ).DoneWithOne<OkxDeviceCode>();

        Assert.Equal(
            OkxTemplates.Login(language == "zh", "eea", code.VerificationUri.OriginalString, code.UserCode, 600),
            code.Message
        );
        Assert.All(words, word => Assert.Contains(word, code.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_sign_in_that_waits_says_where_to_go_then_nothing_until_the_end(string language)
    {
        var run = await SignInAsync($"Connect-OkxAccount -Site us -Language {language}", approve: true);

        var status = run.DoneWithOne<OkxAuthStatus>();
        Assert.Equal(("us", "logged_in"), (status.Site, status.Status));
        var said = run.Information.Select(record => $"{record}").ToList();
        Assert.Equal(3, said.Count);
        Assert.StartsWith(language == "zh" ? "登录需要" : "Signing in needs", said[0], StringComparison.Ordinal);
        Assert.Contains(_session.Simulator.Okx.SignIns[0].UserCode, said[1], StringComparison.Ordinal);
        Assert.Equal("Logged in successfully!", said[2]);
        Assert.Empty(run.Progress);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public async Task A_denied_sign_in_fails_with_its_words_and_the_next_status_is_nobody()
    {
        var run = await SignInAsync("Connect-OkxAccount -Site us", approve: false);

        Assert.Equal("Access denied", run.Failed("Okx.AuthenticationError.access_denied").Message);
        Assert.Equal(Nobody, await LineAsync("Get-OkxAuthStatus -AsJson"));
    }

    [Fact]
    public async Task Nobody_to_ask_gets_the_menu_back_and_nothing_is_called()
    {
        var menu = await LineAsync("Connect-OkxAccount -Manual -AsJson");
        var required = (await _session.RunAsync("Connect-OkxAccount")).DoneWithOne<OkxSiteRequired>();

        using var json = JsonDocument.Parse(menu);
        Assert.Equal(["status", "sites", "menu"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""["global","eea","us"]""", json.RootElement.GetProperty("sites").GetRawText());
        Assert.Equal((OkxTemplates.Menu, "site_required"), (required.Menu, required.Status));
        Assert.Empty(_session.Requests);
    }

    [Theory]
    [InlineData("OKX_SITE")]
    [InlineData("file")]
    public async Task A_site_of_the_surroundings_is_no_choice(string where)
    {
        if (where == "file")
        {
            WriteConfig("[profiles.a]\nsite = \"eea\"\n");
        }
        else
        {
            _session.Environment[where] = "eea";
        }

        Assert.Equal(
            "site_required",
            (await _session.RunAsync("Connect-OkxAccount -Manual")).DoneWithOne<OkxSiteRequired>().Status
        );
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_person_chooses_from_the_menu_and_wrong_answers_show_it_again()
    {
        _session.Answer("4", "2");

        var run = await SignInAsync("Connect-OkxAccount", approve: true);

        Assert.Equal("eea", run.DoneWithOne<OkxAuthStatus>().Site);
        Assert.Equal(2, (string.Concat(_session.Shown) + run.HostText).Split("3) US (app.okx.com)").Length - 1);
    }

    [Fact]
    public async Task Three_wrong_answers_are_no_choice()
    {
        _session.Answer("4", "tr", "");

        Assert.Equal(
            "site_required",
            (await _session.RunAsync("Connect-OkxAccount")).DoneWithOne<OkxSiteRequired>().Status
        );
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_site_that_is_none_is_refused()
    {
        var error = (await _session.RunAsync("Connect-OkxAccount -Site xx -Manual")).Failed("Okx.ConfigError");

        Assert.Contains("Unknown site", error.Message, StringComparison.Ordinal);
        Assert.Empty(_session.Requests);
    }

    [Theory]
    [InlineData("'bad scope\"'")]
    [InlineData("''")]
    public async Task A_scope_that_is_none_is_refused(string scope)
    {
        (await _session.RunAsync($"Connect-OkxAccount -Site eea -Manual -Scope {scope}")).Failed("Okx.ValidationError");

        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task Scopes_can_be_chosen()
    {
        await SignInAsync("Connect-OkxAccount -Site eea -Scope live:read,demo:read", approve: true);

        Assert.Equal("""["live:read","demo:read"]""", Member(await LineAsync("Get-OkxAuthStatus -AsJson"), "scopes"));
    }

    [Theory]
    [InlineData("Connect-OkxAccount -Site eea -Manual -AsJson")]
    [InlineData("Connect-OkxAccount -AsJson")]
    public async Task A_key_in_any_profile_skips_the_sign_in(string line)
    {
        WriteConfig("[profiles.first]\nsite = \"eea\"\n[profiles.second]\napi_key = \"x\"\n");

        Assert.Equal(
            """{"status":"skipped","reason":"api_key_configured","profile":"second"}""",
            await LineAsync(line)
        );
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task A_whole_key_in_the_environment_skips_it_too_and_a_part_does_not()
    {
        _session.Environment["OKX_API_KEY"] = OkxKey.ApiKey;
        Assert.Contains(
            "userCode",
            await LineAsync("Connect-OkxAccount -Site eea -Manual -AsJson"),
            StringComparison.Ordinal
        );
        _session.Environment["OKX_SECRET_KEY"] = OkxKey.SecretKey;
        _session.Environment["OKX_PASSPHRASE"] = OkxKey.Passphrase;

        var run = await _session.RunAsync("Connect-OkxAccount -Site eea");

        Assert.Equal("env", run.DoneWithOne<OkxSkippedSignIn>().Profile);
        Assert.StartsWith(
            "API key already configured (profile: env)",
            $"{Assert.Single(run.Information)}",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_configuration_that_cannot_be_read_is_an_error_and_no_sign_in()
    {
        WriteConfig("profiles = 1\n");

        (await _session.RunAsync("Connect-OkxAccount -Site eea -Manual")).Failed("Okx.ConfigError");

        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task Who_is_signed_in_is_told_so_and_nothing_new_is_asked_for()
    {
        await SignInAsync("Connect-OkxAccount -Site eea", approve: true);
        var before = _session.Requests.Count;

        var run = await _session.RunAsync("Connect-OkxAccount -Manual -Language en");

        Assert.Equal("logged_in", run.DoneWithOne<OkxAuthStatus>().Status);
        Assert.Equal(
            OkxTemplates.Ok(false, "eea", run.OutputOf<OkxAuthStatus>()[0].Scopes!),
            $"{Assert.Single(run.Information)}"
        );
        Assert.Equal(before, _session.Requests.Count);
    }

    [Fact]
    public async Task A_code_that_waits_is_shown_again_also_for_another_site_with_a_warning()
    {
        var first = await LineAsync("Connect-OkxAccount -Site eea -Manual -AsJson");
        _session.Clock.Advance(TimeSpan.FromSeconds(60));

        var run = await _session.RunAsync("Connect-OkxAccount -Site us -Manual -AsJson");

        Assert.Equal(Member(first, "userCode"), Member(run.DoneWithOne<string>(), "userCode"));
        Assert.Equal("540", Member(run.DoneWithOne<string>(), "expiresIn"));
        Assert.Contains("-Force", Assert.Single(run.Warnings).ToString(), StringComparison.Ordinal);
        Assert.NotEqual(
            Member(first, "userCode"),
            Member(await LineAsync("Connect-OkxAccount -Site us -Manual -Force -AsJson"), "userCode")
        );
    }

    [Fact]
    public async Task Two_processes_at_once_show_one_code()
    {
        var lines = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => LineAsync("Connect-OkxAccount -Site eea -Manual -AsJson"))
        );

        Assert.Single(lines.Select(line => Member(line, "userCode")).Distinct());
        Assert.Single(_session.Simulator.Okx.SignIns);
    }

    [Fact]
    public async Task Signing_out_forgets_and_says_nothing_twice()
    {
        await SignInAsync("Connect-OkxAccount -Site eea", approve: true);
        var before = _session.Requests.Count;

        (await _session.RunAsync("Disconnect-OkxAccount")).Done();
        var again = await _session.RunAsync("Disconnect-OkxAccount");

        again.Done();
        Assert.Contains(again.Verbose, line => $"{line}" == "Nobody was signed in.");
        Assert.Equal(Nobody, await LineAsync("Get-OkxAuthStatus -AsJson"));
        Assert.Equal(before, _session.Requests.Count);
    }

    [Fact]
    public async Task A_session_outlives_its_process()
    {
        await SignInAsync("Connect-OkxAccount -Site eea", approve: true);
        _session.StartAnew();

        Assert.Equal("\"logged_in\"", Member(await LineAsync("Get-OkxAuthStatus -AsJson"), "status"));
    }

    [Fact]
    public async Task A_rehearsal_leaves_nothing_in_the_folder_of_the_vendor()
    {
        await SignInAsync("Connect-OkxAccount -Site eea", approve: true);

        Assert.False(Directory.Exists(_session.OkxFolder));
        Assert.True(File.Exists(Path.Combine(_session.Home, "okx-ps-auth.rehearsal.dat")));
    }

    [Fact]
    public async Task The_page_opens_when_that_is_asked_for_with_the_code_in_it()
    {
        Uri? opened = null;
        using var session = new CmdletHarness(new HarnessOptions { OpenPage = page => opened = page });

        var code = (
            await session.RunAsync("Connect-OkxAccount -Site eea -Manual -OpenBrowser")
        ).DoneWithOne<OkxDeviceCode>();

        Assert.StartsWith(code.VerificationUri.ToString(), opened!.ToString(), StringComparison.Ordinal);
        Assert.Contains(code.UserCode, Uri.UnescapeDataString(opened.Query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_can_be_stopped_and_completed_later()
    {
        using var stop = new CancellationTokenSource();
        var running = _session.StartAsync("Connect-OkxAccount -Site eea", cancel: stop.Token);
        await CodeAsync();
        await stop.CancelAsync();
        Assert.True((await running).Stopped);

        _session.Simulator.Okx.Decide(null, isApproved: true);
        _session.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("\"logged_in\"", Member(await LineAsync("Get-OkxAuthStatus -AsJson"), "status"));
    }

    [Fact]
    public async Task The_preflight_checks_see_the_same_status()
    {
        await LineAsync("Connect-OkxAccount -Site eea -Manual -AsJson");
        Assert.Equal("\"PendingWait\"", Member(await LineAsync("Test-OkxAccount -AsJson"), "action"));
        _session.Simulator.Okx.Decide(null, isApproved: true);
        _session.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("\"LoggedIn\"", Member(await LineAsync("Test-OkxAccount -AsJson"), "action"));
    }

    private async Task<CmdletRun> SignInAsync(string line, bool approve)
    {
        var running = _session.StartAsync(line);
        await CodeAsync();
        _session.Simulator.Okx.Decide(null, approve);
        await _session.Clock.LeapUntilDone(running.ContinueWith(_ => { }, TaskScheduler.Default));
        return await running;
    }

    private Task CodeAsync() =>
        Until.TrueAsync(
            () => _session.Simulator.Okx.SignIns.Any(signIn => signIn.State == "pending") && _session.Clock.Waiting > 0,
            "a code waits"
        );

    private async Task<string> LineAsync(string line) => (await _session.RunAsync(line)).DoneWithOne<string>();

    private static string Member(string line, string name)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty(name).GetRawText();
    }

    private void WriteConfig(string text)
    {
        Directory.CreateDirectory(_session.OkxFolder);
        File.WriteAllText(Path.Combine(_session.OkxFolder, "config.toml"), text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Path.Combine(_session.OkxFolder, "config.toml"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite
            );
        }
    }
}
