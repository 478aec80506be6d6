using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Engine.Binding;

namespace Exchange.Engine.Json;

/// <summary>Property bags as instances of the class that they were written from, read back from their JSON.</summary>
internal static class JsonObject
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        // A bag with properties that the class has not is a bag of something else.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
        MaxDepth = JsonLine.ReadDepth,
    };

    public static Conversion ToInstance(object bag, Type target)
    {
        try
        {
            return JsonSerializer.Deserialize(JsonLine.Write(bag), target, Options) is { } instance
                ? Conversion.Of(instance)
                : Refuse(target);
        }
        catch (Exception e)
            when (e is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            return Refuse(target);
        }
    }

    private static Conversion Refuse(Type target) =>
        Conversion.Refuse($"The object does not have the properties of {TypeNames.Article(target)}.");
}
