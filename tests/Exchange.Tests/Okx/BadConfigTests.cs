using System.Text;
using Exchange.Okx;
using Exchange.Storage;
using Exchange.Storage.Toml;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>The rows of okx-account.md section 11 about the configuration, in their order.</summary>
public sealed class BadConfigTests
{
    private static readonly OkxAuthSnapshot NoSession = new(OkxAuthState.NotLoggedIn, "global", []);

    private static readonly Func<string, string?> NoVariables = OkxConfigs.Environment();

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("# nothing\n", true)]
    [InlineData("[profiles]\n", true)]
    public void A_missing_or_empty_file_is_no_profiles(string toml, bool exists) =>
        Assert.Equal("{\"profiles\":{}}", OkxConfigJson.Of(OkxConfigs.Of(toml, exists)));

    [Theory]
    [InlineData("[profiles.a]\nsecret_key = hidden-value\n", "line 2, column 14")]
    [InlineData("[profiles.a]\nsecret_key = \"hidden-value\n", "line 2, column 27")]
    [InlineData("[profiles.a]\napi_key = \"1\"\napi_key = \"hidden-value\"\n", "line 3, column 1")]
    [InlineData("passphrase = 'hidden-value\xff'\n", "line 1, column 27")]
    public void What_is_no_TOML_is_told_by_line_and_reason_and_its_value_is_not_shown(string latin, string place)
    {
        using var home = new TemporaryFolder();
        var bytes = Encoding.Latin1.GetBytes(latin);
        File.WriteAllBytes(home["config.toml"], bytes);
        var file = new OkxConfigFile(home.Path, [home.Path]);

        var error = Caught.Error("Okx.ConfigError", () => file.Read());

        Assert.StartsWith($"Failed to parse {file.Path}: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains("Quote", error.Remedy, StringComparison.Ordinal);
        OkxConfigs.AssertShowsNone(error);
        Assert.Equal(bytes, File.ReadAllBytes(home["config.toml"]));
    }

    [Theory]
    [InlineData("profiles = 'hidden-value'", "profiles", "table")]
    [InlineData("[[profiles]]\n", "profiles", "table")]
    [InlineData("profiles.a = 'hidden-value'", "profiles.a", "table")]
    [InlineData("[profiles.a]\napi_key = 123456789", "profiles.a.api_key", "string")]
    [InlineData("[profiles.a]\nsecret_key = ['hidden-value']", "profiles.a.secret_key", "string")]
    [InlineData("[profiles.a]\npassphrase = true", "profiles.a.passphrase", "string")]
    [InlineData("[profiles.a]\ndemo = \"true\"", "profiles.a.demo", "boolean")]
    [InlineData("[profiles.a]\ndemo = 1", "profiles.a.demo", "boolean")]
    [InlineData("[profiles.a]\nproxy_url = ['hidden-value']", "profiles.a.proxy_url", "string")]
    [InlineData("default_profile = 1", "default_profile", "string")]
    public void A_value_of_the_wrong_type_is_named_with_the_wanted_one(string toml, string key, string type)
    {
        var error = Caught.Error("Okx.ConfigError", () => OkxConfigs.Of(toml));

        Assert.StartsWith($"{key} in the configuration must be a {type}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("123456789", error.Message, StringComparison.Ordinal);
        OkxConfigs.AssertShowsNone(error);
    }

    [Theory]
    [InlineData("site = \"EU\"", null, null, "EU")]
    [InlineData("site = 2", null, null, "2")]
    [InlineData("site = \"us\"", "xx", null, "xx")]
    [InlineData("site = \"us\"", null, "xx", "xx")]
    public void An_unknown_site_is_refused(string toml, string? parameter, string? variable, string shown)
    {
        var error = Caught.Error(
            "Okx.ConfigError",
            () =>
                Settings(
                    $"[profiles.default]\n{toml}",
                    new OkxCallerChoices(Site: parameter),
                    variable is null ? [] : [("OKX_SITE", variable)]
                )
        );

        Assert.Equal($"Unknown site \"{shown}\".", error.Message);
        Assert.Contains("Use one of: global, eea, us", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_site_or_key_is_absent(string blank)
    {
        var config = OkxConfigs.Of($"[profiles.default]\nsite = \"{blank}\"\napi_key = \"{blank}\"\n");

        Assert.False(config.HasSite);
        Assert.Null(config.FirstWithKey);
        Assert.Equal(
            "global",
            OkxConnectionSettings.Resolve(config, new(), NoSession, OkxConfigs.Environment(("OKX_SITE", blank))).Site.Id
        );
        Assert.Equal("{\"profiles\":{\"default\":{}}}", OkxConfigJson.Of(config));
    }

    [Fact]
    public void A_key_alone_stops_the_sign_in_and_fails_the_call()
    {
        var config = OkxConfigs.Of("[profiles.default]\nsite = \"eea\"\napi_key = \"hidden-value\"\n");

        Assert.Equal("default", config.FirstWithKey?.Name);
        var error = Caught.Error(
            "Okx.ConfigError",
            () => OkxConnectionSettings.Resolve(config, new(), NoSession, NoVariables)
        );
        Assert.Equal("Partial API credentials detected.", error.Message);
        OkxConfigs.AssertShowsNone(error);
    }

    [Fact]
    public void A_default_that_names_nothing_is_a_profile_with_nothing_in_it()
    {
        var config = OkxConfigs.Of("default_profile = \"gone\"\n" + OkxConfigs.Profile("there"));

        var settings = OkxConnectionSettings.Resolve(config, new(), NoSession, NoVariables);

        Assert.Null(settings.Credentials);
        Assert.Equal(
            OkxPreflightAction.ApiKeyConfigured,
            OkxPreflight.Decide(config, NoSession, null, isChinese: false).Action
        );
    }

    [Fact]
    public void A_named_profile_must_exist()
    {
        var error = Caught.Error(
            "Okx.ConfigError",
            () => Settings(OkxConfigs.Example, new OkxCallerChoices(Profile: "OKX-demo"))
        );

        Assert.Equal("profile \"OKX-demo\" does not exist.", error.Message);
        Assert.Equal("Profiles: okx-demo, desk.2.", error.Remedy);
    }

    [Fact]
    public void A_named_profile_without_any_file_asks_for_one()
    {
        var error = Caught.Error("Okx.ConfigError", () => OkxConfigs.Of("", exists: false).Select("a"));

        Assert.Equal("No config found. Run okx config init first.", error.Message);
    }

    [Fact]
    public void Demo_and_live_exclude_each_other()
    {
        var error = Caught.Error("Okx.ConfigError", () => Settings("", new OkxCallerChoices(Demo: true, Live: true)));

        Assert.Equal("--demo and --live are mutually exclusive.", error.Message);
    }

    [Theory]
    [InlineData("okx.com", "okx.com")]
    [InlineData("ftp://okx.com", "ftp://okx.com")]
    [InlineData("http://www.okx.com", "http://www.okx.com")]
    [InlineData("https://me:hidden-value@www.okx.com/", "https://***@www.okx.com")]
    [InlineData("https://www.okx.com?a=1", "https://www.okx.com?a=1")]
    public void A_base_address_is_https_or_this_machine(string address, string shown)
    {
        var error = Caught.Error("Okx.ConfigError", () => Settings($"[profiles.default]\nbase_url = \"{address}\"\n"));

        Assert.Equal($"Invalid base URL \"{shown}\".", error.Message);
        OkxConfigs.AssertShowsNone(error);
        Caught.Error("Okx.ConfigError", () => Settings("", null, ("OKX_API_BASE_URL", address)));
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-1", "-1")]
    [InlineData("0.5", "0.5")]
    [InlineData("nan", "nan")]
    [InlineData("inf", "inf")]
    [InlineData("\"15000\"", "15000")]
    [InlineData("true", "true")]
    [InlineData("99_999_999_999", "99999999999")]
    public void A_time_limit_is_a_number_above_zero(string toml, string shown)
    {
        var error = Caught.Error("Okx.ConfigError", () => Settings($"[profiles.default]\ntimeout_ms = {toml}\n"));

        Assert.Equal($"Invalid timeout value \"{shown}\".", error.Message);
        Caught.Error("Okx.ConfigError", () => Settings("", null, ("OKX_TIMEOUT_MS", "soon")));
    }

    [Theory]
    [InlineData("socks5://127.0.0.1:1080", "socks5://127.0.0.1:1080")]
    [InlineData("socks5://me:hidden-value@127.0.0.1:1080", "socks5://***@127.0.0.1:1080")]
    [InlineData("me:hidden-value@127.0.0.1:1080", "***@127.0.0.1:1080")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    public void A_proxy_is_http_or_https(string address, string shown)
    {
        var error = Caught.Error("Okx.ConfigError", () => Settings($"[profiles.default]\nproxy_url = \"{address}\"\n"));

        Assert.Equal($"Invalid proxy URL \"{shown}\".", error.Message);
        OkxConfigs.AssertShowsNone(error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    [InlineData("a\nb")]
    [InlineData("a\u007f")]
    [InlineData("oauth")]
    [InlineData(" OAuth ")]
    [InlineData("env")]
    public void A_profile_name_is_text_of_its_own(string? name) =>
        Caught.Error("Okx.ValidationError", () => OkxNewProfile.CheckedName(name));

    [Theory]
    [InlineData(" ", "s", "p", "API Key")]
    [InlineData("k", "", "p", "Secret Key")]
    [InlineData("k", "s", "\t", "Passphrase")]
    public void An_empty_field_is_named(string key, string secret, string passphrase, string field)
    {
        var error = Caught.Error("Okx.ValidationError", () => NewProfile(key, secret, passphrase));

        Assert.StartsWith(field, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("k\r\nX-Evil: hidden-value", "s", "p")]
    [InlineData("k", "s", "hidden-value\nb")]
    [InlineData("kéy", "s", "p")]
    [InlineData("k", "s", "密码")]
    public void What_no_header_can_carry_is_refused_before_anything_is_written_or_sent(
        string key,
        string secret,
        string passphrase
    )
    {
        OkxConfigs.AssertShowsNone(Caught.Error("Okx.ConfigError", () => NewProfile(key, secret, passphrase)));
        var toml = new StringBuilder("[profiles.default]\n");
        foreach (var (name, value) in new[] { ("api_key", key), ("secret_key", secret), ("passphrase", passphrase) })
        {
            toml.Append(name).Append(" = ").Append(TomlToken.Of(value).Written).Append('\n');
        }
        OkxConfigs.AssertShowsNone(Caught.Error("Okx.ConfigError", () => Settings(toml.ToString())));
    }

    private static OkxNewProfile NewProfile(string key, string secret, string passphrase) =>
        OkxNewProfile.From(
            "a",
            OkxSites.Checked("us"),
            isDemo: false,
            Secret.From(key),
            Secret.From(secret),
            Secret.From(passphrase)
        );

    private static OkxConnectionSettings Settings(
        string toml,
        OkxCallerChoices? choices = null,
        params (string, string)[] variables
    ) =>
        OkxConnectionSettings.Resolve(
            OkxConfigs.Of(toml),
            choices ?? new OkxCallerChoices(),
            NoSession,
            OkxConfigs.Environment(variables)
        );
}
