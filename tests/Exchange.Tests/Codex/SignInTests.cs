using Exchange.Codex;
using Exchange.Codex.Store;
using Exchange.Simulator;
using Exchange.Tests.Support;

namespace Exchange.Tests.Codex;

/// <summary>From the first page to the record: what is pending, what the store allows, and what is told.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task A_good_address_without_pending_sign_in_has_nothing_to_complete()
    {
        using var bench = new CodexBench();

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
        using var bench = new CodexBench(simulator.Address);
        var signIn = bench.SignIn();
        var callback = await Browser.ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));
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
        using var bench = new CodexBench();
        var signIn = bench.SignIn();
        var callback = Browser.Callback(await signIn.StartAsync("work", CodexBench.Cancel));
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
        using var bench = new CodexBench();
        var signIn = bench.SignIn();
        var callback = Browser.Callback(await signIn.StartAsync("other", CodexBench.Cancel));

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
        using var bench = new CodexBench();
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
        using var bench = new CodexBench(simulator.Address);
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
            async () =>
                await signIn.CompleteAsync(CodexBench.With(await Browser.ApproveAsync(start)), CodexBench.Cancel)
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
        using var bench = new CodexBench(simulator.Address);
        var signIn = bench.SignIn();
        var callback = await Browser.ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));
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
        using var bench = new CodexBench(simulator.Address);
        var signIn = bench.SignIn();
        var callback = await Browser.ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));
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
        using var bench = new CodexBench(simulator.Address);
        Directory.CreateDirectory(bench.Places.AgentFolder);
        File.WriteAllText(
            bench.Places.ConfigPath,
            "{auth:{profiles:{'openai-codex:other':{provider:'openai-codex',mode:'oauth'}}}}"
        );
        File.WriteAllText(Path.Combine(bench.Places.AgentFolder, "auth-state.json"), "{}");
        var signIn = bench.SignIn();
        var callback = await Browser.ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));

        var result = await signIn.CompleteAsync(CodexBench.With(callback, "work"), CodexBench.Cancel);

        Assert.Equal((false, true), (result!.ConfigDeclared, result.OrderManagedElsewhere));
        Assert.Contains(bench.Warnings, warning => warning.Contains("\"openai-codex:work\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_is_told_holds_a_secret()
    {
        using var simulator = ExchangeSimulator.Start();
        using var bench = new CodexBench(simulator.Address);
        var signIn = bench.SignIn();
        var callback = await Browser.ApproveAsync(await signIn.StartAsync("work", CodexBench.Cancel));
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
}
