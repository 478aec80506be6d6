using System.Text;
using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>What is shown in place of a value, item by item (okx-account.md 6.2). No switch turns it off.</summary>
public static class OkxMasks
{
    /// <summary>In place of a secret key, a passphrase, and every text whose meaning is not known.</summary>
    public const string Hidden = "****";

    private const int LongestShown = 80;

    /// <summary><c>***</c> and the last four characters; <c>****</c> when there are fewer; null when there is nothing.</summary>
    public static string? ApiKey(Secret? key) =>
        key is null || key.IsBlank ? null
        : key.Reveal() is { Length: >= 4 } text ? $"***{text[^4..]}"
        : Hidden;

    /// <summary><c>****</c>; null when there is nothing.</summary>
    public static string? SecretText(Secret? secret) => secret is null || secret.IsBlank ? null : Hidden;

    /// <summary>An API key in verbose text: first and last three characters, <c>***</c> when there are eight or fewer.</summary>
    public static string VerboseKey(Secret key) =>
        key.Reveal() is { Length: > 8 } text ? $"{text[..3]}***{text[^3..]}" : "***";

    /// <summary>An address without its user and password: <c>http://***@host:port</c>. Null when there is nothing.</summary>
    public static string? Address(string? address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }
        var at = address.LastIndexOf('@');
        if (at < 0)
        {
            return Shown(address);
        }
        var start = address.IndexOf("://", StringComparison.Ordinal);
        return Shown($"{(start < 0 || start > at ? "" : address[..(start + 3)])}***{address[at..]}");
    }

    /// <summary>A value that is no secret, in a message: without control characters, and not endless.</summary>
    public static string Shown(string value)
    {
        var plain = string.Concat(value.Select(c => char.IsControl(c) ? '?' : c));
        return plain.Length <= LongestShown ? plain : $"{plain[..LongestShown]}…";
    }
}
