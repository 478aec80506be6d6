using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exchange.Http;

/// <summary>A decimal from a JSON string or number, exactly; an empty string or null is none (bitopro.md 2.1).</summary>
internal sealed class FlexibleDecimal : JsonConverter<decimal?>
{
    public override decimal? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return reader.TryGetDecimal(out var number) ? ExactDecimal.Trim(number) : throw Unreadable("number");
        }
        var text = FlexibleText.Of(ref reader);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? ExactDecimal.Trim(value)
            : throw Unreadable("decimal");
    }

    public override void Write(Utf8JsonWriter writer, decimal? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value is { } known ? ExactDecimal.Format(known) : null);

    private static JsonException Unreadable(string what) => new($"A {what} that cannot be read.");
}

/// <summary>An integer from a JSON number or string.</summary>
internal sealed class FlexibleInteger : JsonConverter<long?>
{
    public override long? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number))
        {
            return number;
        }
        var text = FlexibleText.Of(ref reader);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new JsonException("An integer that cannot be read.");
    }

    public override void Write(Utf8JsonWriter writer, long? value, JsonSerializerOptions options)
    {
        if (value is { } known)
        {
            writer.WriteNumberValue(known);
            return;
        }
        writer.WriteNullValue();
    }
}

/// <summary>Text from a JSON string or number, as it stands there: an id keeps every digit.</summary>
internal sealed class FlexibleText : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Of(ref reader);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    internal static string? Of(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.ASCII.GetString(
                reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan
            ),
            JsonTokenType.Null => null,
            _ => throw new JsonException("A text or number was expected."),
        };
}

/// <summary>A time from Unix milliseconds, as a JSON number or string.</summary>
internal sealed class UnixMilliseconds : JsonConverter<DateTimeOffset?>
{
    private static readonly FlexibleInteger Integer = new();

    public override DateTimeOffset? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => UnixTime.Of(Integer.Read(ref reader, typeof(long?), options), DateTimeOffset.FromUnixTimeMilliseconds);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        Integer.Write(writer, value?.ToUnixTimeMilliseconds(), options);
}

/// <summary>A time from Unix seconds, as a JSON number or string.</summary>
internal sealed class UnixSeconds : JsonConverter<DateTimeOffset?>
{
    private static readonly FlexibleInteger Integer = new();

    public override DateTimeOffset? Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => UnixTime.Of(Integer.Read(ref reader, typeof(long?), options), DateTimeOffset.FromUnixTimeSeconds);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) =>
        Integer.Write(writer, value?.ToUnixTimeSeconds(), options);
}

internal static class UnixTime
{
    public static DateTimeOffset? Of(long? value, Func<long, DateTimeOffset> convert)
    {
        try
        {
            return value is { } known ? convert(known) : null;
        }
        catch (ArgumentOutOfRangeException trouble)
        {
            throw new JsonException("A time outside the calendar.", trouble);
        }
    }
}
