using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Http;

/// <summary>A truth value from JSON true or false, or from a string that says so.</summary>
internal sealed class FlexibleBoolean : JsonConverter<bool?>
{
    public override bool? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return reader.GetBoolean();
        }
        var text = FlexibleText.Of(ref reader);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        return bool.TryParse(text, out var value)
            ? value
            : throw new JsonException("A truth value that cannot be read.");
    }

    public override void Write(Utf8JsonWriter writer, bool? value, JsonSerializerOptions options)
    {
        if (value is { } known)
        {
            writer.WriteBooleanValue(known);
            return;
        }
        writer.WriteNullValue();
    }
}
