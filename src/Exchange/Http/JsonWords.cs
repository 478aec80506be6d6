using System.Text.Json;

namespace Exchange.Http;

/// <summary>Texts of strangers' JSON.</summary>
internal static class JsonWords
{
    /// <summary>The text of a string; as it stands in the JSON when it holds half of a surrogate pair; null when it is no string.</summary>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText().Trim('"');
        }
    }

    /// <summary>The text of a member; null when there is none, or it is no string.</summary>
    public static string? Of(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? Of(value) : null;
}
