using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Engine.Json;

/// <summary>Types and properties that bring their own <c>JsonConverter</c>.</summary>
internal static class JsonOwnConverters
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JsonValues.Writing.Encoder };

    private static readonly ConcurrentDictionary<Type, bool> Types = new();

    private static readonly ConcurrentDictionary<Type, JsonSerializerOptions> Options = new();

    public static bool TryWrite(Utf8JsonWriter writer, object value)
    {
        var type = value.GetType();
        if (!Types.GetOrAdd(type, t => t.IsDefined(typeof(JsonConverterAttribute), inherit: true)))
        {
            return false;
        }
        JsonSerializer.Serialize(writer, value, type, Plain);
        return true;
    }

    public static void Write(Utf8JsonWriter writer, JsonProperty property, object value) =>
        JsonSerializer.Serialize(
            writer,
            value,
            property.Property.PropertyType,
            Options.GetOrAdd(property.ConverterType!, With)
        );

    private static JsonSerializerOptions With(Type converter) =>
        new(Plain) { Converters = { (JsonConverter)Activator.CreateInstance(converter)! } };
}
