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

/// <summary>From values of an answer to values of ours, where the contract allows less than JSON does.</summary>
internal static class WireValues
{
    /// <summary>Every item mapped; neither the list nor an item may be missing.</summary>
    public static IReadOnlyList<TModel> Map<TWire, TModel>(this TWire?[]? items, Func<TWire, TModel> map)
        where TWire : class =>
        Array.ConvertAll(
            items ?? throw new JsonException("A list is missing."),
            item => map(item ?? throw new JsonException("An item of a list is missing."))
        );

    /// <summary>An integer that fits, never a part of a larger one.</summary>
    public static int? Fitted(this long? value) =>
        value is null or (>= int.MinValue and <= int.MaxValue)
            ? (int?)value
            : throw new JsonException("An integer is too large.");
}
