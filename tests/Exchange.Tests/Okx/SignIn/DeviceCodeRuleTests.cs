using Exchange.Okx.SignIn;

namespace Exchange.Tests.Okx.SignIn;

/// <summary>Which pages a person may be sent to (okx-account.md 5.1).</summary>
public sealed class DeviceCodeRuleTests
{
    private static readonly Uri Address = new("https://www.okx.com");

    [Theory]
    [InlineData("https://www.okx.com/activate", true)]
    [InlineData("https://www.okx.com.example.com/activate", false)]
    // Found by the campaign of bad bytes: the runtime takes the address and then has no name for its host.
    [InlineData("https://www\u2028.okx.com/activate", false)]
    public void A_page_is_one_of_OKX_or_none(string page, bool isOne) =>
        Assert.Equal(isOne, DeviceCodeRules.IsPage(page, OAuthServer.Of("global", Address, Address)));
}
