using Exchange.Cmdlets.Tests.Support;
using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Codex;

/// <summary>The Codex cmdlets against the simulator: parameters, prompts, previews, errors, and what is said.</summary>
public sealed class CodexCmdletTests : IDisposable
{
    private readonly CodexSession _session = new();

    private CmdletHarness Harness => _session.Harness;

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_profile_is_signed_in_seen_used_and_renewed()
    {
        var callback = await _session.ApprovedAsync();
        var status = (await _session.RunAsync("Get-CodexAuthStatus")).DoneWithOne<CodexAuthStatus>();
        Assert.Equal("openai-codex:work", Assert.Single(status.Pending).ProfileId);

        var result = (await _session.RunAsync("Complete-CodexAuth work", callback)).DoneWithOne<CodexAuthResult>();

        Assert.Equal(("openai-codex:work", "acct-rehearsal-0001"), (result.ProfileId, result.AccountId));
        var profile = (await _session.RunAsync("Get-CodexProfile")).DoneWithOne<CodexProfile>();
        Assert.Equal(("work", "valid", true), (profile.Selector, profile.ExpiryState, profile.HasRefresh));
        var usage = (await _session.RunAsync("Get-CodexUsage work")).DoneWithOne<CodexUsage>();
        Assert.Equal((true, "plus"), (usage.RemoteOk, usage.Plan));
        Assert.False((await _session.RunAsync("Update-CodexToken work")).DoneWithOne<CodexTokenRefresh>().Refreshed);
        Assert.True(
            (await _session.RunAsync("Update-CodexToken work -Force")).DoneWithOne<CodexTokenRefresh>().Refreshed
        );
        var after = (await _session.RunAsync("Get-CodexAuthStatus work")).DoneWithOne<CodexAuthStatus>();
        Assert.Equal((CodexStoreKind.Json, 0, "none"), (after.StoreKind, after.Pending.Count, after.State));
    }

    [Fact]
    public async Task The_address_can_be_text_a_SecureString_or_a_property()
    {
        (await _session.RunAsync("Complete-CodexAuth a", await _session.ApprovedAsync("a"))).Done();
        (await _session.RunAsync("Complete-CodexAuth b", CodexSession.Seal(await _session.ApprovedAsync("b")))).Done();
        var row = new System.Management.Automation.PSObject();
        row.Properties.Add(new System.Management.Automation.PSNoteProperty("Profile", "c"));
        row.Properties.Add(
            new System.Management.Automation.PSNoteProperty("CallbackUrl", await _session.ApprovedAsync("c"))
        );
        (await _session.RunAsync("Complete-CodexAuth", row)).Done();

        Assert.Equal(3, (await _session.RunAsync("Get-CodexProfile")).Done<CodexProfile>().Count);
    }

    [Fact]
    public async Task The_address_is_taken_from_an_environment_variable_that_is_named()
    {
        Harness.Environment["CALLBACK"] = await _session.ApprovedAsync();

        (await _session.RunAsync("Complete-CodexAuth work -CallbackUrl env:CALLBACK")).Done();
    }

    [Fact]
    public async Task A_reference_without_a_name_is_no_address()
    {
        await _session.ApprovedAsync();

        (await _session.RunAsync("Complete-CodexAuth work -CallbackUrl env:")).Failed("CodexAuth.bad_callback_url");
    }

    [Fact]
    public async Task A_variable_that_is_not_set_is_told_by_its_name_and_spends_nothing()
    {
        var callback = await _session.ApprovedAsync();

        var error = (await _session.RunAsync("Complete-CodexAuth work -CallbackUrl env:CALLBAKC")).OnlyError();

        Assert.Contains("CALLBAKC is not set", error.Exception.Message, StringComparison.Ordinal);
        (await _session.RunAsync($"Complete-CodexAuth work {callback}")).Done();
    }

    [Fact]
    public async Task Left_out_the_address_is_asked_for_without_being_shown()
    {
        var callback = await _session.ApprovedAsync();
        Harness.AnswerSecretly(callback);

        var run = await _session.RunAsync("Complete-CodexAuth work");

        run.Done();
        Assert.Contains("not shown", run.HostText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_can_be_asked_that_is_told()
    {
        await _session.ApprovedAsync();

        var error = (await _session.RunAsync("Complete-CodexAuth work")).Failed("CodexAuth.bad_callback_url");

        Assert.Contains("nobody can be asked", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_the_draft_and_leaves_the_code_unused()
    {
        var callback = await _session.ApprovedAsync();

        var preview = await _session.RunAsync("Complete-CodexAuth work -WhatIf", callback);

        Assert.Empty(preview.Done<object>());
        Assert.Contains("Sent to: http://127.0.0.1:", RunText.Of(preview), StringComparison.Ordinal);
        Assert.Equal(0, Harness.Simulator.Codex.SignIns);
        (await _session.RunAsync("Complete-CodexAuth work", callback)).Done();
    }

    [Fact]
    public async Task An_error_begins_with_the_services_name_and_its_target_is_the_profile()
    {
        var callback = await _session.ApprovedAsync();

        var run = await _session.RunAsync(
            "Complete-CodexAuth work",
            callback.Replace("state=", "state=x", StringComparison.Ordinal)
        );

        run.Failed("CodexAuth.state_mismatch");
        Assert.Equal("openai-codex:work", run.OnlyError().TargetObject);
    }

    [Fact]
    public async Task A_declined_sign_in_is_denied()
    {
        var callback = await _session.ApprovedAsync(decision: "deny");

        (await _session.RunAsync("Complete-CodexAuth work", callback)).Failed("CodexAuth.access_denied");
        (await _session.RunAsync("Complete-CodexAuth work", callback)).Failed("CodexAuth.no_pending_flow");
    }

    [Theory]
    [InlineData("Start-CodexAuth ../x")]
    [InlineData("Complete-CodexAuth a:b -CallbackUrl x")]
    [InlineData("Get-CodexAuthStatus finish")]
    [InlineData("Get-CodexProfile 'a b'")]
    [InlineData("Update-CodexToken all")]
    [InlineData("Get-CodexUsage .x")]
    public async Task A_bad_selector_touches_nothing(string line)
    {
        (await _session.RunAsync(line)).Failed("CodexAuth.bad_selector");

        Assert.Empty(Harness.Requests);
        Assert.False(Directory.Exists(Path.Combine(Harness.Home, "codex-rehearsal")));
    }

    [Fact]
    public async Task Usage_that_is_refused_is_an_answer_and_no_error()
    {
        (await _session.RunAsync("Complete-CodexAuth work", await _session.ApprovedAsync())).Done();
        Harness.Simulator.Codex.AcceptsUsage = false;

        var usage = (await _session.RunAsync("Get-CodexUsage all")).DoneWithOne<CodexUsage>();

        Assert.Equal("auth_not_accepted_by_usage_endpoint", usage.RemoteError);
        Assert.Equal("valid", usage.ExpiryState);
    }

    [Fact]
    public async Task Profiles_are_choices_of_a_chat()
    {
        (await _session.RunAsync("Complete-CodexAuth work", await _session.ApprovedAsync())).Done();

        var choice = (await _session.RunAsync("Get-CodexProfile -AsSelector")).DoneWithOne<CodexProfileChoice>();

        Assert.Equal(
            ("work", "codex_auth_start_work", "default | work"),
            (choice.Label, choice.CallbackData, choice.TextFallback)
        );
    }

    [Fact]
    public async Task Another_store_is_named_with_AuthPath_and_remembered_until_it_is_completed()
    {
        var path = Path.Combine(Harness.Home, "codex-rehearsal", "other", "auth-profiles.json");
        var start = (await _session.RunAsync($"Start-CodexAuth work -AuthPath {path}")).DoneWithOne<CodexAuthStart>();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var reply = await browser.GetAsync(
            new Uri(start.LoginUrl + "&decision=approve"),
            TestContext.Current.CancellationToken
        );

        (await _session.RunAsync("Complete-CodexAuth work", reply.Headers.Location!.OriginalString)).Done();

        Assert.True(File.Exists(path));
        Assert.False(File.Exists(_session.StorePath));
    }

    [Fact]
    public async Task Without_the_command_on_the_path_a_queued_write_is_refused_and_the_code_stays()
    {
        var callback = await _session.ApprovedAsync();

        (await _session.RunAsync("Complete-CodexAuth work -QueueApply", callback)).Failed(
            "CodexAuth.gateway_cli_missing"
        );

        Assert.Equal(0, Harness.Simulator.Codex.SignIns);
        (await _session.RunAsync("Complete-CodexAuth work", callback)).Done();
    }

    [Fact]
    public async Task Profiles_are_completed_from_the_store()
    {
        (await _session.RunAsync("Complete-CodexAuth work", await _session.ApprovedAsync())).Done();
        PowerShell.ExchangeRuntime.Use(Harness.Runtime);
        try
        {
            var found = new PowerShell.CodexProfileCompleter().CompleteArgument("", "", "w", null!, null!);

            Assert.Equal("work", Assert.Single(found).CompletionText);
        }
        finally
        {
            PowerShell.ExchangeRuntime.Use(null);
        }
    }
}
