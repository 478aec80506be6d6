using Exchange.Okx;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>okx-account.md 3.1, row for row, and what follows from the order of the checks.</summary>
public sealed class PreflightTests
{
    private const string Site = "[profiles.a]\nsite = \"us\"\n";
    private const string Key = "[profiles.k]\napi_key = \"k\"\n";
    private const string SiteAndKey = Site + Key;

    // Configuration; status; status.site; action; step.
    public static TheoryData<string, string, string?, string, string> Rows =>
        new()
        {
            { "", "NotLoggedIn", "global", "AskSite", "0.1" },
            { "", "NotLoggedIn", "eea", "AskSite", "0.1" },
            { "", "NotLoggedIn", "", "AskSite", "0.1" },
            { Key, "NotLoggedIn", "global", "AskSite", "0.1" },
            { "", "Unavailable", null, "AskSite", "0.1" },
            { Key, "Unavailable", null, "AskSite", "0.1" },
            { "", "LoggedIn", "", "AskSite", "0.1" },
            { Key, "LoggedIn", " ", "AskSite", "0.1" },
            { "", "Pending", null, "AskSite", "0.1" },
            { "", "LoggedIn", "eea", "LoggedIn", "0.3" },
            { "", "Pending", "eea", "PendingWait", "0.3" },
            { Key, "LoggedIn", "eea", "ApiKeyConfigured", "0.2" },
            { Key, "Pending", "eea", "ApiKeyConfigured", "0.2" },
            { SiteAndKey, "LoggedIn", "eea", "ApiKeyConfigured", "0.2" },
            { SiteAndKey, "Pending", "", "ApiKeyConfigured", "0.2" },
            { SiteAndKey, "NotLoggedIn", "global", "ApiKeyConfigured", "0.2" },
            { SiteAndKey, "Unavailable", null, "ApiKeyConfigured", "0.2" },
            { Site, "LoggedIn", "eea", "LoggedIn", "0.3" },
            { Site, "LoggedIn", "", "LoggedIn", "0.3" },
            { Site, "Pending", "eea", "PendingWait", "0.3" },
            { Site, "NotLoggedIn", "global", "Login", "0.3" },
            { Site, "Unavailable", null, "Login", "0.3" },
        };

    // After the menu and a choice: configuration; status; action; site.
    public static TheoryData<string, string, string, string?> Replies =>
        new()
        {
            { Key, "NotLoggedIn", "ApiKeyConfigured", "us" },
            { Key, "LoggedIn", "ApiKeyConfigured", "us" },
            { "", "LoggedIn", "LoggedIn", null },
            { "", "Pending", "PendingWait", null },
            { "", "NotLoggedIn", "Login", "us" },
            { "", "Unavailable", "Login", "us" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_walk_ends_where_the_table_says(string toml, string state, string? site, string action, string step)
    {
        var result = Decide(toml, state, site);

        Assert.Equal((action, step), ($"{result.Action}", result.Step));
    }

    [Theory]
    [MemberData(nameof(Replies))]
    public void A_choice_from_the_menu_goes_on_from_the_second_check(
        string toml,
        string state,
        string action,
        string? site
    )
    {
        var result = Decide(toml, state, "", reply: " 3 ");

        Assert.Equal((action, site), ($"{result.Action}", result.Site));
    }

    [Theory]
    [InlineData("")]
    [InlineData("4")]
    [InlineData("tr")]
    [InlineData("go on")]
    public void Any_other_reply_shows_the_menu_again(string reply)
    {
        var result = Decide("", "NotLoggedIn", "global", reply);

        Assert.Equal(OkxPreflightAction.AskSite, result.Action);
        Assert.Equal(OkxTemplates.Menu, result.Message);
        Assert.Null(result.Site);
    }

    [Fact]
    public void The_placeholder_site_is_never_believed()
    {
        Assert.Null(Decide("", "NotLoggedIn", "eea").Site);
        Assert.Null(Decide(Site, "NotLoggedIn", "eea").Site);
        Assert.Null(new OkxAuthSnapshot(OkxAuthState.NotLoggedIn, "eea", []).ChosenSite);
    }

    [Fact]
    public void A_sign_in_without_a_fresh_choice_gets_the_menu_and_no_site()
    {
        var result = Decide(Site, "NotLoggedIn", "global");

        Assert.Equal((OkxPreflightAction.Login, null, OkxTemplates.Menu), (result.Action, result.Site, result.Message));
    }

    [Fact]
    public void The_first_profile_with_a_key_is_named()
    {
        var result = Decide(
            Site + "[profiles.k1]\napi_key = \" \"\n[profiles.k2]\napi_key = \"x\"\n" + Key,
            "LoggedIn",
            "eea"
        );

        Assert.Equal("k2", result.Profile);
        Assert.Equal("已配置 API key (profile: k2)", result.Message);
    }

    [Fact]
    public void An_address_of_a_site_is_no_chosen_site() =>
        Assert.Equal(
            OkxPreflightAction.AskSite,
            Decide("[profiles.a]\nbase_url = \"https://us.okx.com\"\n", "NotLoggedIn", "global").Action
        );

    [Fact]
    public void Messages_are_the_templates_in_the_language_asked_for()
    {
        var auth = new OkxAuthSnapshot(OkxAuthState.LoggedIn, "eea", ["live:read"]);

        Assert.Equal(
            "Login successful.\nSite: eea\nScopes: live:read",
            OkxPreflight.Decide(OkxConfigs.Of(""), auth, null, isChinese: false).Message
        );
        Assert.Equal(
            "登录成功。\n站点:eea\n权限:live:read",
            OkxPreflight.Decide(OkxConfigs.Of(""), auth, null, isChinese: true).Message
        );
        Assert.Equal(OkxTemplates.Pending(isChinese: false), Decide("", "Pending", "eea").Message);
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_ends_the_walk_with_its_error()
    {
        var error = Caught.Error("Okx.ConfigError", () => OkxConfigs.Of("profiles = 1"));

        var result = OkxPreflight.Failed(error);

        Assert.Equal((OkxPreflightAction.Error, error.Message), (result.Action, result.Message));
    }

    [Fact]
    public void Every_row_of_the_table_is_tried_and_in_the_contracts_order()
    {
        var tried = Rows.Select(row =>
                OkxPreflightTable.Decide(
                    true,
                    row.Data.Item1.Contains("site", StringComparison.Ordinal),
                    row.Data.Item1.Contains("api_key", StringComparison.Ordinal),
                    Enum.Parse<OkxAuthState>(row.Data.Item2),
                    !string.IsNullOrWhiteSpace(row.Data.Item3)
                )
            )
            .Prepend(OkxPreflightTable.Decide(false, false, false, OkxAuthState.Unavailable, false));

        Assert.Equal(OkxPreflightTable.Rows, tried.Distinct());
    }

    [Fact]
    public void Every_case_has_a_row()
    {
        bool[] both = [false, true];
        foreach (var state in Enum.GetValues<OkxAuthState>())
        foreach (var site in both)
        foreach (var key in both)
        foreach (var statusSite in both)
        {
            Assert.NotNull(OkxPreflightTable.Decide(true, site, key, state, statusSite));
        }
        Assert.Equal(
            OkxPreflightAction.Error,
            OkxPreflightTable.Decide(false, true, true, OkxAuthState.LoggedIn, true).Action
        );
    }

    private static OkxPreflightResult Decide(string toml, string state, string? site, string? reply = null) =>
        OkxPreflight.Decide(
            OkxConfigs.Of(toml),
            new OkxAuthSnapshot(Enum.Parse<OkxAuthState>(state), site, []),
            reply,
            isChinese: false
        );
}
