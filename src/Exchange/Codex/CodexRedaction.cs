using System.Text.RegularExpressions;

namespace Exchange.Codex;

/// <summary>Takes out of other programs' words what must not be shown (codex-auth.md 5.10).</summary>
internal static partial class CodexRedaction
{
    private const string Blank = "***";

    /// <summary>The text with query values, user names, fragments and tokens blanked.</summary>
    public static string Redact(string text)
    {
        text = SecretPair().Replace(text, match => match.Groups["name"].Value + match.Groups["join"].Value + Blank);
        text = UserInfo().Replace(text, "${scheme}" + Blank + "@");
        text = Fragment().Replace(text, "${page}#" + Blank);
        text = Bearer().Replace(text, "Bearer " + Blank);
        return Jwt().Replace(text, Blank);
    }

    [GeneratedRegex(
        """(?<name>\b(access_token|api_key|client_secret|code|code_verifier|id_token|key|refresh_token|requested_token|state|subject_token|token|access|refresh|verifier))(?<join>=|"\s*:\s*"?)(?<value>[^\s&"'#,}]+)""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SecretPair();

    [GeneratedRegex(
        @"(?<scheme>\b[a-z][a-z0-9+.-]*://)[^/\s@]+@",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"(?<page>\bhttps?://[^\s#]+)#\S+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fragment();

    [GeneratedRegex(@"\bBearer\s+\S+", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]*){0,2}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Jwt();
}
