using System.Text;
using System.Text.Json;

namespace Exchange.Codex;

/// <summary>
/// What a token says of itself (codex-auth.md 5.4). The signature is not verified, so it is a label and nothing more: no decision but the
/// guard against another account's login rests on it.
/// </summary>
internal sealed record CodexClaims(string? AccountId, string? Email, string? Plan, string? Issuer)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The claims; null when it is not three parts with a JSON object in the second.</summary>
    public static CodexClaims? Read(string? token)
    {
        if (token?.Split('.') is not [_, var payload, _] || Base64Url.Decode(payload) is not { } bytes)
        {
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(Strict.GetString(bytes));
            return json.RootElement.ValueKind == JsonValueKind.Object ? Of(json.RootElement) : null;
        }
        catch (Exception trouble)
            when (trouble is DecoderFallbackException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The account of the access token, or else of the id token.</summary>
    public static string? AccountOf(string accessToken, string? idToken) =>
        Read(accessToken)?.AccountId ?? Read(idToken)?.AccountId;

    private static CodexClaims Of(JsonElement claims) =>
        new(
            Text(claims, CodexConstants.AuthClaim, CodexConstants.AccountClaim),
            Text(claims, "email") ?? Text(claims, CodexConstants.ProfileClaim, "email"),
            Text(claims, CodexConstants.AuthClaim, "chatgpt_plan_type"),
            Text(claims, "iss")
        );

    private static string? Text(JsonElement from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out from))
            {
                return null;
            }
        }
        return from.ValueKind == JsonValueKind.String && from.GetString() is { Length: > 0 } text ? text : null;
    }
}
