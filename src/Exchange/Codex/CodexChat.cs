using System.Globalization;
using System.Text;

namespace Exchange.Codex;

/// <summary>Names of buttons for chat surfaces (codex-auth.md section 7): at most 64 bytes, and never a callback URL.</summary>
internal static class CodexChat
{
    public const string Menu = "codex_auth_menu";
    public const string Status = "codex_auth_status";
    public const string Cancel = "codex_auth_cancel";
    private const int Longest = 64;

    /// <summary>The button that starts a sign-in of one of the profiles, given in ordinal order.</summary>
    public static string Start(IReadOnlyList<string> profileIds, int index)
    {
        var named = $"codex_auth_start_{CodexSelector.Of(profileIds[index])}";
        return Encoding.UTF8.GetByteCount(named) <= Longest
            ? named
            : string.Create(
                CultureInfo.InvariantCulture,
                $"codex_auth_pick_{index}_{CodexSelector.Digest8(string.Join('\n', profileIds))}"
            );
    }

    /// <summary>For channels without buttons.</summary>
    public static string TextFallback(IEnumerable<string> profileIds) =>
        string.Join(
            " | ",
            profileIds.Select(CodexSelector.Of).Prepend(CodexConstants.DefaultSelector).Distinct(StringComparer.Ordinal)
        );
}
