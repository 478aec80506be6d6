using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Codex.Wire;

/// <summary>The answer of the token endpoint; every member is checked by hand, since a wrong type is an error and not a guess.</summary>
internal sealed class TokenWire
{
    [JsonPropertyName("access_token")]
    public JsonElement AccessToken { get; set; }

    [JsonPropertyName("refresh_token")]
    public JsonElement RefreshToken { get; set; }

    [JsonPropertyName("id_token")]
    public JsonElement IdToken { get; set; }

    [JsonPropertyName("expires_in")]
    public JsonElement ExpiresIn { get; set; }

    public static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>Milliseconds, truncated; null when it is not a number above 0 that ends within the calendar.</summary>
    public static long? Milliseconds(JsonElement seconds, DateTimeOffset from)
    {
        if (seconds.ValueKind != JsonValueKind.Number || !seconds.TryGetDecimal(out var number) || number <= 0)
        {
            return null;
        }
        var longest = (decimal)(DateTimeOffset.MaxValue - from).TotalMilliseconds;
        return number < longest / 1000 ? (long)decimal.Truncate(number * 1000) : null;
    }
}

[JsonSerializable(typeof(TokenWire))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class CodexJson : JsonSerializerContext;
