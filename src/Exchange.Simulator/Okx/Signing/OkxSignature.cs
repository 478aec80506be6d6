using System.Globalization;
using System.Text.RegularExpressions;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx.Signing;

/// <summary>okx-account.md 8: Base64 of HMAC-SHA256 over timestamp, method, request path with query, body.</summary>
internal static partial class OkxSignature
{
    /// <summary>Whether the text is the signature of these parts.</summary>
    public static bool IsValid(
        string signature,
        string secret,
        string timestamp,
        string method,
        string pathAndQuery,
        ReadOnlySpan<byte> body
    ) => HmacText.Of(secret, timestamp + method + pathAndQuery, body).Equals(signature, StringComparison.Ordinal);

    /// <summary>The part of a path that is signed: a prefix before <c>/api/</c> is not.</summary>
    public static string SignedPath(string path, string query)
    {
        var start = path.IndexOf("/api/", StringComparison.Ordinal);
        var signed = start > 0 ? path[start..] : path;
        return query.Length == 0 ? signed : $"{signed}?{query}";
    }

    /// <summary>Unix ms of a timestamp with exactly three decimals; null for any other form.</summary>
    public static long? Milliseconds(string timestamp) =>
        Form().IsMatch(timestamp)
        && DateTimeOffset.TryParseExact(
            timestamp,
            "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time.ToUnixTimeMilliseconds()
            : null;

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z\z", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
