using System.Management.Automation;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Engine.Json;

/// <summary>A property of a type as it is written: its name, and its own converter if it has one.</summary>
internal sealed record JsonProperty(JsonEncodedText Name, PropertyInfo Property, Type? ConverterType)
{
    /// <summary>The properties of a type that are written, in order.</summary>
    public static JsonProperty[] Of(Type type) => [.. ReadableProperties.Of(type).Where(IsWritten).Select(From)];

    public object? Read(object owner) => Property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null);

    private static bool IsWritten(PropertyInfo property) =>
        !property.IsDefined(typeof(HiddenAttribute), inherit: true)
        && !property.IsDefined(typeof(JsonExtensionDataAttribute), inherit: true)
        && property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }
        && !property.PropertyType.IsByRefLike;

    private static JsonProperty From(PropertyInfo property)
    {
        var name =
            property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        return new JsonProperty(
            JsonEncodedText.Encode(name, JsonValues.Writing.Encoder),
            property,
            property.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType
        );
    }
}
