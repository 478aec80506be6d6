using Exchange.Okx;
using Exchange.Storage;

namespace Exchange.Tests.Okx;

/// <summary>Who wins (okx-account.md 2.3), and what may be shown (6.2).</summary>
public sealed class SettingsTests
{
    private static readonly OkxAuthSnapshot NoSession = new(OkxAuthState.NotLoggedIn, "us", []);

    private static readonly OkxAuthSnapshot Session = new(OkxAuthState.LoggedIn, "us", []);

    // -Site; OKX_SITE; site of the file; session; the site in the end.
    public static TheoryData<string?, string?, string?, string, string> SitesByRank =>
        new()
        {
            { "tr", "eea", "us", "us", "tr" },
            { " ", "EEA", "us", "us", "eea" },
            { null, "", "Tr", "us", "tr" },
            { null, null, " ", "us", "us" },
            { null, null, null, "mars", "global" },
            { null, null, null, "", "global" },
        };

    [Theory]
    [MemberData(nameof(SitesByRank))]
    public void The_site_is_the_callers_then_the_environments_then_the_files_then_the_sessions(
        string? parameter,
        string? variable,
        string? ofFile,
        string session,
        string site
    )
    {
        var settings = Resolve(
            ofFile is null ? "" : $"site = \"{ofFile}\"",
            new OkxCallerChoices(Site: parameter),
            Session with
            {
                Site = session,
            },
            ("OKX_SITE", variable ?? "")
        );

        Assert.Equal(site, settings.Site.Id);
    }

    [Fact]
    public void The_placeholder_of_no_session_is_no_site() => Assert.Equal("global", Resolve("").Site.Id);

    [Fact]
    public void A_waiting_code_is_no_site() =>
        Assert.Equal("global", Resolve("", null, Session with { State = OkxAuthState.Pending }).Site.Id);

    [Fact]
    public void A_site_that_is_not_the_sessions_is_warned_of_once_and_used()
    {
        var settings = Resolve("site = \"eea\"", null, Session);

        Assert.Equal("eea", settings.Site.Id);
        Assert.Contains("session belongs to site us", Assert.Single(settings.Warnings), StringComparison.Ordinal);
        Assert.Empty(Resolve("site = \"us\"", null, Session).Warnings);
    }

    [Fact]
    public void With_a_key_the_session_is_nobodys_business() =>
        Assert.Empty(
            Resolve($"site = \"eea\"\napi_key = \"k\"\nsecret_key = \"s\"\npassphrase = \"p\"", null, Session).Warnings
        );

    [Theory]
    [InlineData("http://127.0.0.1:1/x/", "https://file.example/", "http://127.0.0.1:1/x")]
    [InlineData("", "https://file.example///", "https://file.example/")]
    [InlineData(" ", " ", "https://eea.okx.com/")]
    public void The_address_is_the_environments_then_the_files_then_the_sites(
        string variable,
        string ofFile,
        string address
    ) =>
        Assert.Equal(
            address,
            Resolve($"site = \"eea\"\nbase_url = \"{ofFile}\"", null, null, ("OKX_API_BASE_URL", variable))
                .Address.ToString()
        );

    [Theory]
    [InlineData(true, false, "", "false", true)]
    [InlineData(false, true, "1", "true", false)]
    [InlineData(false, false, "1", "false", true)]
    [InlineData(false, false, "TRUE ", "false", true)]
    [InlineData(false, false, "0", "true", true)]
    [InlineData(false, false, "", "true", true)]
    [InlineData(false, false, "", "false", false)]
    public void Live_wins_over_demo_wins_over_the_environment_wins_over_the_file(
        bool demo,
        bool live,
        string variable,
        string ofFile,
        bool isDemo
    ) =>
        Assert.Equal(
            isDemo,
            Resolve(
                $"demo = {ofFile}",
                new OkxCallerChoices(Demo: demo, Live: live),
                null,
                ("OKX_DEMO", variable)
            ).IsDemo
        );

    [Theory]
    [InlineData("", "", 15_000)]
    [InlineData("", "timeout_ms = 20_000", 20_000)]
    [InlineData("", "timeout_ms = 1.5e3", 1_500)]
    [InlineData("", "timeout_ms = 1000.9", 1_000)]
    [InlineData(" 7 ", "timeout_ms = 20000", 7)]
    public void The_time_limit_is_the_environments_then_the_files(string variable, string ofFile, int milliseconds) =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(milliseconds),
            Resolve(ofFile, null, null, ("OKX_TIMEOUT_MS", variable)).TimeLimit
        );

    [Theory]
    [InlineData("proxy_url = \"http://a:1\"", "http://b:2", "", "http://a:1/")]
    [InlineData("", "http://b:2", "", "http://b:2/")]
    [InlineData("", "http://me:pw@b:2", "", "http://***@b:2")]
    [InlineData("", "http://b:2", "okx.com", null)]
    [InlineData("", "http://b:2", "example.com, .okx.com", null)]
    [InlineData("", "http://b:2", "*", null)]
    [InlineData("", "http://b:2", "x.com", "http://b:2/")]
    [InlineData("", "http://b:2", "www.okx.com:444", "http://b:2/")]
    [InlineData("", "", "", null)]
    public void The_proxy_is_the_files_then_the_environments(
        string ofFile,
        string proxy,
        string exempt,
        string? shown
    ) =>
        Assert.Equal(
            shown,
            Resolve(ofFile, null, null, ("HTTPS_PROXY", proxy), ("NO_PROXY", exempt)).Proxy?.ToString()
        );

    [Fact]
    public void A_proxys_password_is_apart_from_its_address()
    {
        var proxy = Resolve("proxy_url = \"http://me:p%40ss@proxy:3128\"").Proxy!;

        Assert.Equal(("http://proxy:3128/", "me"), (proxy.Address.ToString(), proxy.User));
        Assert.Equal("p@ss", proxy.Password!.Use(System.Text.Encoding.UTF8.GetString));
    }

    [Fact]
    public void Each_variable_replaces_its_own_field_and_blank_ones_are_not_set()
    {
        const string file = "api_key = \"k\"\nsecret_key = \"s\"\npassphrase = \"p\"";

        var settings = Resolve(file, null, null, ("OKX_API_KEY", " other "), ("OKX_PASSPHRASE", "  "));

        Assert.Equal("default", settings.Credentials!.Profile);
        Assert.Equal("other", settings.Credentials.Key.Key.Use(System.Text.Encoding.UTF8.GetString));
        Assert.Equal("p", settings.Credentials.Key.Passphrase.Use(System.Text.Encoding.UTF8.GetString));
    }

    [Fact]
    public void A_key_of_the_environment_alone_is_profile_env()
    {
        (string, string)[] variables = [("OKX_API_KEY", "k"), ("OKX_SECRET_KEY", "s"), ("OKX_PASSPHRASE", "p")];

        Assert.Equal("env", Resolve("", null, null, variables).Credentials!.Profile);
        Assert.True(OkxCredentials.AreIn(OkxConfigs.Environment(variables)));
        Assert.False(OkxCredentials.AreIn(OkxConfigs.Environment(variables[..2])));
    }

    [Fact]
    public void Without_key_and_without_variables_there_are_no_credentials() => Assert.Null(Resolve("").Credentials);

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData("abc", "****")]
    [InlineData("abcd", "***abcd")]
    [InlineData(OkxConfigs.ApiKey, "***8c9d")]
    public void A_key_is_shown_by_its_end(string? key, string? shown) =>
        Assert.Equal(shown, OkxMasks.ApiKey(key is null ? null : Secret.From(key)));

    [Theory]
    [InlineData("12345678", "***")]
    [InlineData("123456789", "123***789")]
    public void A_key_is_told_by_both_ends(string key, string shown) =>
        Assert.Equal(shown, OkxMasks.VerboseKey(Secret.From(key)));

    [Fact]
    public void The_configuration_is_shown_masked_and_in_one_line()
    {
        var config = OkxConfigs.Of(
            OkxConfigs.Example.Replace("127.0.0.1", "me:hidden-value@127.0.0.1", StringComparison.Ordinal)
                + "other = { note = \"hidden-value\", list = [0xff, 1_0, +1.5, nan, 1979-05-27, [true]] }\n"
        );

        Assert.Equal(
            """
            {"default_profile":"okx-demo","profiles":{"okx-demo":{"api_key":"***8c9d","secret_key":"****","passphrase":"****","site":"eea","demo":true,"timeout_ms":20000,"proxy_url":"http://***@127.0.0.1:7890"},"desk.2":{"site":"us","base_url":"https://us.okx.com","future_option":[1,2],"other":{"note":"****","list":["0xff",10,1.5,"nan","1979-05-27",[true]]}}},"knowledge_dir":"****"}
            """,
            OkxConfigJson.Of(config)
        );
    }

    [Fact]
    public void The_mode_is_demo_only_when_the_file_says_so()
    {
        var config = OkxConfigs.Of("[profiles.a]\ndemo = true\n[profiles.b]\ndemo = false\n[profiles.c]\n");

        Assert.Equal(
            "demo live live",
            string.Join(' ', OkxConfigInfo.Of(config).Profiles.Select(profile => profile.Mode))
        );
    }

    [Fact]
    public void An_array_in_ten_thousand_arrays_is_shown_as_far_as_it_is_sensible()
    {
        var config = OkxConfigs.Of($"a = {new string('[', 10_000)}{new string(']', 10_000)}");

        Assert.Contains("****", OkxConfigJson.Of(config), StringComparison.Ordinal);
    }

    private static OkxConnectionSettings Resolve(
        string profile,
        OkxCallerChoices? choices = null,
        OkxAuthSnapshot? session = null,
        params (string, string)[] variables
    ) =>
        OkxConnectionSettings.Resolve(
            OkxConfigs.Of($"[profiles.default]\n{profile}\n"),
            choices ?? new OkxCallerChoices(),
            session ?? NoSession,
            OkxConfigs.Environment(variables)
        );
}
