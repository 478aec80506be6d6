using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Exchange.Codex;

/// <summary>What people call a profile, and what the store calls it (codex-auth.md section 3).</summary>
public static partial class CodexSelector
{
    // They collide with the command grammar.
    private static readonly string[] Reserved = ["all", "both", "finish", "status"];

    /// <summary>The selector without blanks and prefix; empty is <c>default</c>.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.bad_selector</c></exception>
    public static string Normalize(string? selector)
    {
        var text = (selector ?? "").Trim();
        if (text.Length == 0)
        {
            return CodexConstants.DefaultSelector;
        }
        var rest = text.StartsWith(CodexConstants.ProviderPrefix, StringComparison.Ordinal)
            ? text[CodexConstants.ProviderPrefix.Length..]
            : text;
        return Form().IsMatch(rest) && !Reserved.Contains(rest, StringComparer.OrdinalIgnoreCase)
            ? rest
            : throw CodexError.Of(
                "bad_selector",
                "A profile is named by up to 128 letters, digits and . _ @ + -, beginning with a letter or digit; "
                    + "all, both, finish and status are taken.",
                "Get-CodexProfile lists the profiles that are there."
            );
    }

    /// <summary>True for the words that mean every profile: empty, <c>all</c>, <c>both</c>.</summary>
    public static bool MeansAll(string? selector) =>
        (selector ?? "").Trim().ToUpperInvariant() is "" or "ALL" or "BOTH";

    /// <summary>The profile id that a normalized selector means in a store, and whether another profile had to stand in for the default.</summary>
    internal static (string ProfileId, bool IsFallback) Resolve(
        string selector,
        IReadOnlyList<string> storeIds,
        IReadOnlyList<string> discovered
    )
    {
        var literal = CodexConstants.ProviderPrefix + selector;
        return
            selector != CodexConstants.DefaultSelector
            || storeIds.Contains(literal, StringComparer.Ordinal)
            || discovered.Count == 0
            ? (literal, false)
            : (discovered[0], true);
    }

    /// <summary>The text behind the colon.</summary>
    internal static string Of(string profileId) => profileId[(profileId.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>An id as a part of a file's name.</summary>
    internal static string Slug(string profileId)
    {
        var plain = profileId.Replace(':', '_');
        var safe = NotInNames().Replace(plain, "_");
        return safe == plain ? safe : $"{safe}-{Digest8(profileId)}";
    }

    /// <summary>The first 8 hex digits of the SHA-256 of a text.</summary>
    internal static string Digest8(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8].ToLowerInvariant();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._@+-]{0,127}\z", RegexOptions.None, 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"[^A-Za-z0-9._-]", RegexOptions.None, 1000)]
    private static partial Regex NotInNames();
}
