using System.Text.Json;
using Exchange.Http;

namespace Exchange.Strategy.Wallet;

/// <summary>When a token ends, by its own word; its signature is the service's business (strategy.md 14.4).</summary>
internal static class JwtExpiry
{
    /// <summary>The <c>exp</c> of the token; null when it cannot be read, which counts as ended.</summary>
    public static DateTimeOffset? Of(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(Decoded(parts[1]));
            return
                JsonWords.Find(json.RootElement, "exp", out var expiry)
                && expiry.ValueKind == JsonValueKind.Number
                && expiry.TryGetInt64(out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    // base64url without padding.
    private static byte[] Decoded(string part) =>
        Convert.FromBase64String(
            part.Replace('-', '+').Replace('_', '/').PadRight(part.Length + ((4 - (part.Length % 4)) % 4), '=')
        );
}
