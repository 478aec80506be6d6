using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Strategy.Wire;

/// <summary>An answer: a code that was looked at before, and what it is about.</summary>
internal sealed class Envelope<T>
    where T : class
{
    [JsonPropertyName("data")]
    public T? Data { get; set; }
}

/// <summary>A list of the market's, in an envelope or bare (strategy.md 2.2).</summary>
internal sealed class ListConverter<T> : JsonConverter<MarketList<T>>
    where T : class
{
    public override MarketList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return new MarketList<T>(Items(ref reader, options));
        }
        var items = Array.Empty<T?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.ValueTextEquals("data"u8);
            reader.Read();
            if (isData && reader.TokenType == JsonTokenType.StartArray)
            {
                items = Items(ref reader, options);
                continue;
            }
            reader.Skip();
        }
        return new MarketList<T>(items);
    }

    public override void Write(Utf8JsonWriter writer, MarketList<T> value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are not written.");

    private static T?[] Items(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(
            ref reader,
            (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T?[]>)options.GetTypeInfo(typeof(T[]))
        ) ?? [];
}

/// <summary>The items of such a list.</summary>
internal sealed record MarketList<T>(T?[] Items)
    where T : class;

/// <summary>A date from Unix milliseconds or ISO text; what is neither is none (strategy.md 2.4).</summary>
internal static class LenientTime
{
    public static DateTimeOffset? Of(string? text)
    {
        if (
            long.TryParse(
                text,
                System.Globalization.NumberStyles.AllowLeadingSign,
                System.Globalization.CultureInfo.InvariantCulture,
                out var milliseconds
            )
        )
        {
            return milliseconds is > 0 and < 253_402_300_800_000
                ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
                : null;
        }
        return DateTimeOffset.TryParse(
            text,
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;
    }
}
