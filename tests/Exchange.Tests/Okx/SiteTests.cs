using Exchange.Okx;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

public sealed class SiteTests
{
    // okx-account.md section 1.
    public static TheoryData<string, string, string, string, string> Sites =>
        new()
        {
            { "global", "Global", "www.okx.com", "https://www.okx.com/", "https://www.okx.com/" },
            { "eea", "EEA", "my.okx.com", "https://eea.okx.com/", "https://my.okx.com/" },
            { "us", "US", "app.okx.com", "https://us.okx.com/", "https://app.okx.com/" },
            { "tr", "Türkiye", "tr.okx.com", "https://tr.okx.com/", "https://tr.okx.com/" },
        };

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_site_is_as_the_table_says(string id, string region, string web, string api, string oauth)
    {
        var site = OkxSites.Checked(id);

        Assert.Equal(
            (id, region, web, api, oauth),
            (site.Id, site.Region, site.WebHost, site.ApiAddress.ToString(), site.OAuthAddress.ToString())
        );
        Assert.Equal($"https://{web}/account/my-api", site.KeyPage.ToString());
    }

    [Fact]
    public void The_menu_offers_three_sites_in_their_order() =>
        Assert.Equal("global eea us", string.Join(' ', OkxSites.Menu));

    [Theory]
    [InlineData("1", "global")]
    [InlineData(" GLOBAL ", "global")]
    [InlineData("2", "eea")]
    [InlineData("Eea", "eea")]
    [InlineData("3\n", "us")]
    [InlineData("us", "us")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    [InlineData("4", null)]
    [InlineData("tr", null)]
    [InlineData("1)", null)]
    [InlineData("01", null)]
    [InlineData("yes", null)]
    public void A_reply_is_one_of_the_menu_or_none(string? reply, string? id) =>
        Assert.Equal(id, OkxSites.FromReply(reply)?.Id);

    [Theory]
    [InlineData(" EEA", "eea")]
    [InlineData("Tr", "tr")]
    public void An_id_is_taken_in_any_case(string text, string id) => Assert.Equal(id, OkxSites.Checked(text).Id);

    [Theory]
    [InlineData("EU")]
    [InlineData("1")]
    [InlineData("")]
    public void An_unknown_id_is_refused(string id)
    {
        var error = Caught.Error("Okx.ConfigError", () => OkxSites.Checked(id));

        Assert.Equal($"Unknown site \"{id}\".", error.Message);
        Assert.Contains("Use one of: global, eea, us", error.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://my.okx.com", "eea")]
    [InlineData("https://eea.okx.com/", "eea")]
    [InlineData("https://us.okx.com", "us")]
    [InlineData("https://us.okx.com/api", null)]
    [InlineData("https://example.com", null)]
    [InlineData("us.okx.com", null)]
    [InlineData(null, null)]
    public void An_old_address_shows_its_site(string? address, string? id) =>
        Assert.Equal(id, OkxSites.ShownFor(address)?.Id);

    [Fact]
    public void Keys_are_made_on_the_page_of_the_mode()
    {
        Assert.Equal(
            "https://my.okx.com/account/my-api?go-demo-trading=1",
            OkxSites.Checked("eea").KeyPageFor(isDemo: true).ToString()
        );
        Assert.Equal(
            "https://app.okx.com/account/my-api?go-live-trading=1",
            OkxSites.Checked("us").KeyPageFor(isDemo: false).ToString()
        );
    }
}
