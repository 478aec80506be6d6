using System.Globalization;
using System.Text.Json;

namespace Exchange.Simulator.Http;

/// <summary>Fields of a JSON object that may be absent, null, or a number where text is meant.</summary>
internal static class JsonFields
{
    /// <summary>The text of a string or a number; null when the field is absent, null, or neither.</summary>
    public static string? Text(this JsonElement parent, string name) =>
        Field(parent, name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    /// <summary>The text of a field that a command cannot do without.</summary>
    /// <exception cref="Refusal">400: it is absent or blank.</exception>
    public static string Needed(this JsonElement parent, string name) =>
        Text(parent, name) is { Length: > 0 } text ? text : throw new Refusal(400, $"'{name}' is needed.");

    /// <summary>A whole number, also as text; null when absent.</summary>
    public static long? Integer(this JsonElement parent, string name) =>
        Text(parent, name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value
        : throw new Refusal(400, $"'{name}' is not a whole number.");

    /// <summary>A boolean; null when absent.</summary>
    public static bool? Flag(this JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
            ? value.GetBoolean()
            : null;

    /// <summary>The strings of an array; null when the field is absent or not an array.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement parent, string name) =>
        Field(parent, name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Select(item => item.ToString())]
            : null;

    private static JsonElement? Field(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
