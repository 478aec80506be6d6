using System.Globalization;

namespace Exchange.Okx;

/// <summary>
/// The texts that people see on the way to an account, to the letter (okx-account.md section 10): fields are put in, nothing else is
/// changed. The menu and the note about a key exist in Chinese only, and are shown as they are in both languages.
/// </summary>
public static class OkxTemplates
{
    /// <summary>T-MENU: which site?</summary>
    public const string Menu = """
        您需要选择要连接的 OKX 站点:
        1) Global (www.okx.com)
        2) EEA (my.okx.com)
        3) US (app.okx.com)
        """;

    /// <summary>T-LONGEVITY: how long a session lasts.</summary>
    public const string Longevity = "Session stays active as long as you use the CLI periodically.";

    /// <summary>T-BLOCKOK: the end of a sign-in that waits.</summary>
    public const string BlockingOk = "Logged in successfully!";

    private const string LoginChinese = """
        请在浏览器中打开下面的链接并输入验证码完成授权:

        站点:<site>
        链接:<verificationUri>
        验证码:<userCode>
        (有效期 <expiresIn>/60 分钟)

        通过链接完成授权,然后告诉我。
        """;

    private const string LoginEnglish = """
        Please open the link below in your browser and enter the verification code to authorize:

        Site: <site>
        URL: <verificationUri>
        Code: <userCode>
        (Valid for <expiresIn/60> minutes)

        Please authorise current session with access to your account, tell me when you are done.
        """;

    private const string OkChinese = """
        登录成功。
        站点:<site>
        权限:<scopes>
        """;

    private const string OkEnglish = """
        Login successful.
        Site: <site>
        Scopes: <scopes>
        """;

    /// <summary>T-APIKEY: a profile holds a key, so there is nothing to sign in to.</summary>
    public static string ApiKey(string profile) => Filled("已配置 API key (profile: <name>)", ("<name>", profile));

    /// <summary>T-LOGIN: where to approve, and with which code.</summary>
    /// <param name="isChinese">The language.</param>
    /// <param name="site">The site's id.</param>
    /// <param name="verificationUri">The page to open.</param>
    /// <param name="userCode">The code to enter there.</param>
    /// <param name="expiresIn">Seconds; shown as whole minutes, at least one.</param>
    public static string Login(bool isChinese, string site, string verificationUri, string userCode, int expiresIn) =>
        Filled(
            isChinese ? LoginChinese : LoginEnglish,
            ("<site>", site),
            ("<verificationUri>", verificationUri),
            ("<userCode>", userCode),
            (
                isChinese ? "<expiresIn>/60" : "<expiresIn/60>",
                Math.Max(1, expiresIn / 60).ToString(CultureInfo.InvariantCulture)
            )
        );

    /// <summary>T-OK: signed in. Site and scopes, and no other field.</summary>
    public static string Ok(bool isChinese, string? site, IReadOnlyList<string> scopes) =>
        Filled(isChinese ? OkChinese : OkEnglish, ("<site>", site ?? ""), ("<scopes>", string.Join(", ", scopes)));

    /// <summary>T-PENDING and T-NOTYET: the person has not approved yet.</summary>
    public static string Pending(bool isChinese) =>
        isChinese ? "授权尚未完成,完成后请告诉我。" : "Authorization is not complete yet. Tell me when you are done.";

    /// <summary>T-RETRY: the wait was for nothing.</summary>
    public static string Retry(bool isChinese) =>
        isChinese ? "验证码已过期或被拒绝,是否重试?" : "The code expired or was rejected. Try again?";

    // One pass over the template: a value that looks like a field stays a value.
    private static string Filled(string template, params ReadOnlySpan<(string Field, string Value)> fields)
    {
        var text = new System.Text.StringBuilder();
        for (var at = 0; at < template.Length; )
        {
            var length = 0;
            foreach (var (field, value) in fields)
            {
                if (string.CompareOrdinal(template, at, field, 0, field.Length) == 0)
                {
                    text.Append(value);
                    length = field.Length;
                    break;
                }
            }
            if (length == 0)
            {
                text.Append(template[at]);
                length = 1;
            }
            at += length;
        }
        return text.ToString();
    }
}
