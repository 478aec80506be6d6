using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.BitoPro.Wire;

/// <summary>Fields that the contract does not name; none may be lost.</summary>
internal abstract class WireObject
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>An answer wrapped in <c>data</c>.</summary>
internal sealed class Envelope<T> : WireObject
    where T : class
{
    [JsonPropertyName("data")]
    public T? Data { get; set; }

    /// <summary>The data, which this endpoint's answers must have.</summary>
    public T Required => Data ?? throw new JsonException("The field data is missing.");
}

/// <summary>The answer of T1, whose data is one object or an array of them (bitopro.md T1).</summary>
internal sealed class TickersWire : WireObject
{
    [JsonPropertyName("data"), JsonConverter(typeof(OneOrMany<TickerWire>)), JsonRequired]
    public TickerWire[] Data { get; set; } = [];
}

/// <summary>Reads an array, or a single object as an array of one.</summary>
internal sealed class OneOrMany<T> : JsonConverter<T[]>
{
    public override T[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var item = (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            return [JsonSerializer.Deserialize(ref reader, item)!];
        }
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An object or an array was expected.");
        }
        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(JsonSerializer.Deserialize(ref reader, item) ?? throw new JsonException("An element is null."));
        }
        return [.. items];
    }

    public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are not written.");
}
