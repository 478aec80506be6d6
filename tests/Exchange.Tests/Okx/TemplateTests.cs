using System.Text;
using Exchange.Okx;

namespace Exchange.Tests.Okx;

/// <summary>okx-account.md section 10: the seed's bytes, and the same text as the published skill has it after NFKC.</summary>
public sealed class TemplateTests
{
    private static readonly string[] Scopes = ["live:read", "live:trade"];

    // What is shown; the contract's bytes; how the published skill writes it, with full-width signs.
    public static TheoryData<string, string, string> Texts =>
        new()
        {
            {
                OkxTemplates.Menu,
                "您需要选择要连接的 OKX 站点:\n1) Global (www.okx.com)\n2) EEA (my.okx.com)\n3) US (app.okx.com)",
                "您需要选择要连接的 OKX 站点：\n1) Global (www.okx.com)\n2) EEA (my.okx.com)\n3) US (app.okx.com)"
            },
            {
                OkxTemplates.ApiKey("okx-demo"),
                "已配置 API key (profile: okx-demo)",
                "已配置 API key (profile： okx-demo)"
            },
            {
                OkxTemplates.Login(true, "eea", "https://my.okx.com/device", "ABCD-EFGH", 600),
                "请在浏览器中打开下面的链接并输入验证码完成授权:\n\n站点:eea\n链接:https://my.okx.com/device\n验证码:ABCD-EFGH\n(有效期 10 分钟)\n\n通过链接完成授权,然后告诉我。",
                "请在浏览器中打开下面的链接并输入验证码完成授权：\n\n站点：eea\n链接：https://my.okx.com/device\n验证码：ABCD-EFGH\n（有效期 10 分钟）\n\n通过链接完成授权，然后告诉我。"
            },
            {
                OkxTemplates.Login(false, "us", "https://app.okx.com/device", "ABCD-EFGH", 600),
                "Please open the link below in your browser and enter the verification code to authorize:\n\nSite: us\nURL: https://app.okx.com/device\nCode: ABCD-EFGH\n(Valid for 10 minutes)\n\nPlease authorise current session with access to your account, tell me when you are done.",
                "Please open the link below in your browser and enter the verification code to authorize:\n\nSite: us\nURL: https://app.okx.com/device\nCode: ABCD-EFGH\n(Valid for 10 minutes)\n\nPlease authorise current session with access to your account, tell me when you are done."
            },
            {
                OkxTemplates.Ok(true, "global", Scopes),
                "登录成功。\n站点:global\n权限:live:read, live:trade",
                "登录成功。\n站点：global\n权限：live:read, live:trade"
            },
            {
                OkxTemplates.Ok(false, "global", Scopes),
                "Login successful.\nSite: global\nScopes: live:read, live:trade",
                "Login successful.\nSite: global\nScopes: live:read, live:trade"
            },
            {
                OkxTemplates.Longevity,
                "Session stays active as long as you use the CLI periodically.",
                "Session stays active as long as you use the CLI periodically."
            },
            { OkxTemplates.Pending(true), "授权尚未完成,完成后请告诉我。", "授权尚未完成，完成后请告诉我。" },
            {
                OkxTemplates.Pending(false),
                "Authorization is not complete yet. Tell me when you are done.",
                "Authorization is not complete yet. Tell me when you are done."
            },
            { OkxTemplates.Retry(true), "验证码已过期或被拒绝,是否重试?", "验证码已过期或被拒绝，是否重试？" },
            {
                OkxTemplates.Retry(false),
                "The code expired or was rejected. Try again?",
                "The code expired or was rejected. Try again?"
            },
            { OkxTemplates.BlockingOk, "Logged in successfully!", "Logged in successfully!" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_template_is_the_contracts_to_the_byte(string shown, string seed, string skill)
    {
        Assert.Equal(Encoding.UTF8.GetBytes(seed), Encoding.UTF8.GetBytes(shown));
        Assert.Equal(skill.Normalize(NormalizationForm.FormKC), shown.Normalize(NormalizationForm.FormKC));
    }

    [Theory]
    [InlineData(600, "10")]
    [InlineData(899, "14")]
    [InlineData(59, "1")]
    [InlineData(0, "1")]
    public void Seconds_are_shown_as_whole_minutes_and_never_as_none(int seconds, string minutes)
    {
        Assert.Contains(
            $"(Valid for {minutes} minutes)",
            OkxTemplates.Login(false, "", "", "", seconds),
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"(有效期 {minutes} 分钟)",
            OkxTemplates.Login(true, "", "", "", seconds),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_value_that_looks_like_a_field_stays_a_value() =>
        Assert.Contains(
            "Site: <userCode>\n",
            OkxTemplates.Login(false, "<userCode>", "u", "c", 600),
            StringComparison.Ordinal
        );

    [Fact]
    public void Signed_in_without_scopes_shows_an_empty_line_and_no_other_field() =>
        Assert.Equal("Login successful.\nSite: eea\nScopes: ", OkxTemplates.Ok(false, "eea", []));
}
