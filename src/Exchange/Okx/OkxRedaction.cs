using System.Text.RegularExpressions;

namespace Exchange.Okx;

/// <summary>Takes out of somebody else's text whatever could be a secret (okx-account.md 6.2).</summary>
internal static partial class OkxRedaction
{
    /// <summary>The text without keys, tokens and long hexadecimal runs, on one line.</summary>
    public static string Of(string text)
    {
        var clean = Bearer().Replace(text, "Bearer ***");
        clean = Uuid().Replace(clean, "***");
        clean = Hexadecimal().Replace(clean, "***");
        return string.Concat(clean.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
    }

    /// <summary>The same without the values themselves, wherever they stand.</summary>
    public static string Of(string text, IEnumerable<string?> secrets) =>
        Of(
            secrets
                .OfType<string>()
                .Where(secret => secret.Length >= 4)
                .Aggregate(text, (shown, secret) => shown.Replace(secret, "***", StringComparison.Ordinal))
        );

    [GeneratedRegex(@"(?i:bearer)\s+[^\s"",;]+", RegexOptions.None, 1000)]
    private static partial Regex Bearer();

    [GeneratedRegex(
        "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Uuid();

    [GeneratedRegex("[0-9a-fA-F]{32,}", RegexOptions.None, 1000)]
    private static partial Regex Hexadecimal();
}
