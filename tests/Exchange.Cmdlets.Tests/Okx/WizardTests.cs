using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;
using Exchange.Okx;

namespace Exchange.Cmdlets.Tests.Okx;

/// <summary>Initialize-OkxConfig (okx-account.md 6.1).</summary>
public sealed class WizardTests : IDisposable
{
    private readonly ConfigBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task The_wizard_asks_in_its_order_and_writes_a_default_profile()
    {
        var run = await AnsweringAsync("2", "", "");

        var profile = run.DoneWithOne<OkxProfileInfo>();
        Assert.Equal(("okx-demo", "eea", "demo", true), (profile.Name, profile.Site, profile.Mode, profile.IsDefault));
        Assert.Equal(
            $"default_profile = \"okx-demo\"\n\n[profiles.okx-demo]\nsite = \"eea\"\ndemo = true\napi_key = \"{OkxKey.ApiKey}\"\n"
                + $"secret_key = \"{OkxKey.SecretKey}\"\npassphrase = \"Str0ng#Pass\\\"phrase'1\"\n",
            _bench.Text
        );
        string[] order =
        [
            "您需要选择要连接的 OKX 站点:",
            "Demo (simulated)",
            "https://my.okx.com/account/my-api?go-demo-trading=1",
            "Profile name [okx-demo]",
            "API Key",
            "Secret Key: ",
            "Passphrase: ",
            _bench.FilePath,
            "已配置 API key (profile: okx-demo)",
        ];
        var shown = run.HostText;
        var at = order.Select(text => shown.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    [Fact]
    public async Task Live_trading_has_its_own_page_and_name()
    {
        var run = await AnsweringAsync("us", "N", "");

        var profile = run.DoneWithOne<OkxProfileInfo>();

        Assert.Equal(("okx-prod", "us", "live"), (profile.Name, profile.Site, profile.Mode));
        Assert.Contains("https://app.okx.com/account/my-api?go-live-trading=1", run.HostText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_no_site_is_asked_again_and_none_is_taken_after_three()
    {
        _bench.Session.Answer("4", "abc", "");

        var run = await _bench.RunInVainAsync("Initialize-OkxConfig");

        Assert.Equal("No site was chosen.", run.Failed("Okx.ValidationError").Message);
        Assert.Equal(3, TimesAsked(run));
    }

    [Fact]
    public async Task A_third_answer_still_counts()
    {
        var run = await AnsweringAsync("4", "", "3", "maybe", "y", "mine");

        Assert.Equal("mine", run.DoneWithOne<OkxProfileInfo>().Name);
        Assert.Equal(3, TimesAsked(run));
        Assert.Contains("[profiles.mine]", _bench.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "s", "p", "API Key")]
    [InlineData("k", " ", "p", "Secret Key")]
    [InlineData("k", "s", "", "Passphrase")]
    public async Task An_empty_field_is_named_and_nothing_is_written(
        string key,
        string secret,
        string passphrase,
        string field
    )
    {
        _bench.Session.Answer("1", "", "", key);
        _bench.Session.AnswerSecretly(secret, passphrase);

        var error = (await _bench.RunInVainAsync("Initialize-OkxConfig")).Failed("Okx.ValidationError");

        Assert.StartsWith(field, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("yes")]
    public async Task An_old_profile_is_overwritten_only_by_a_y(string answer)
    {
        _bench.Write(ConfigBench.Example);
        _bench.Session.Answer("1", "", "desk.2", answer);

        var run = await _bench.RunInVainAsync("Initialize-OkxConfig");

        Assert.Empty(run.Done<object>());
        Assert.Contains("Cancelled.", RunText.Of(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overwritten_profile_loses_its_old_address_and_keeps_the_rest()
    {
        _bench.Write("[profiles.a]\nbase_url = \"https://app.okx.com\" # old\nextra = 1 # mine\n");

        (await AnsweringAsync("3", "n", "a", "y")).DoneWithOne<OkxProfileInfo>();

        Assert.StartsWith(
            "default_profile = \"a\"\n\n[profiles.a]\nextra = 1 # mine\nsite = \"us\"\n",
            _bench.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("base_url", _bench.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Site")]
    [InlineData("-Site us", "Demo")]
    [InlineData("-Site us -Live", "Name")]
    [InlineData("-Site us -Live -Name a", "ApiKey")]
    [InlineData("-Site us -Live -Name a -ApiKey env:TEST_KEY", "SecretKey")]
    [InlineData("-Site us -Live -Name a -ApiKey env:TEST_KEY -SecretKey env:TEST_SECRET", "Passphrase")]
    [InlineData("-Site us -Live -Name desk.2 -ApiKey env:TEST_KEY", "Force")]
    public async Task Where_nobody_can_be_asked_the_missing_parameter_is_named(string words, string parameter)
    {
        _bench.Write(ConfigBench.Example);

        var error = (await _bench.RunInVainAsync($"Initialize-OkxConfig {words}")).Failed("Okx.ValidationError");

        Assert.Contains($"-{parameter} was not given", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_everything_given_nobody_is_asked()
    {
        var run = await _bench.RunAsync($"Initialize-OkxConfig us -Demo -Name a {OkxKey.Parameters}");

        Assert.Equal("a", run.DoneWithOne<OkxProfileInfo>().Name);
    }

    [Fact]
    public async Task A_site_that_is_none_is_refused_at_once()
    {
        (await _bench.RunInVainAsync("Initialize-OkxConfig EU")).Failed("Okx.ConfigError");
        (await _bench.RunInVainAsync("Initialize-OkxConfig us -Demo -Live")).Failed("Okx.ConfigError");
    }

    private Task<CmdletRun> AnsweringAsync(params string[] answers)
    {
        _bench.Session.Answer([.. answers, $"  {OkxKey.ApiKey} "]);
        _bench.Session.AnswerSecretly(OkxKey.SecretKey, OkxKey.Passphrase);
        return _bench.RunAsync("Initialize-OkxConfig");
    }

    private static int TimesAsked(CmdletRun run) =>
        run.HostText.Split(OkxTemplates.Menu, StringSplitOptions.None).Length - 1;
}
