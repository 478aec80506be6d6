using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>
/// What people hand over as an object - a hashtable, a custom object, JSON text - as JSON, names as they are. A number that JSON has
/// no form for becomes text, which counts as no number wherever a number is asked for.
/// </summary>
internal static class PlainJson
{
    private const int Deepest = 32;

    /// <exception cref="FormatException">It is no JSON, nests too deep, or holds something that is no value.</exception>
    public static JsonElement Of(object? value)
    {
        try
        {
            var bare = Unwrap(value);
            return bare switch
            {
                JsonElement element => element,
                string text => Parse(Encoding.UTF8.GetBytes(text)),
                _ => Parse(Written(bare)),
            };
        }
        catch (JsonException trouble)
        {
            throw new FormatException($"It is no JSON: {trouble.Message}", trouble);
        }
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return document.RootElement.Clone();
    }

    private static ReadOnlyMemory<byte> Written(object? value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, value);
        }
        return bytes.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        if (json.CurrentDepth > Deepest)
        {
            throw new FormatException($"It nests deeper than {Deepest}: does it hold itself?");
        }
        switch (Unwrap(value))
        {
            case PSObject bag:
                WriteObject(json, bag.Properties.Select(property => (property.Name, (object?)property.Value)));
                break;
            case IDictionary table:
                WriteObject(
                    json,
                    table.Cast<DictionaryEntry>().Select(entry => ($"{entry.Key}", (object?)entry.Value))
                );
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case IEnumerable elements:
                WriteArray(json, elements);
                break;
            case var scalar:
                WriteScalar(json, scalar);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<(string Name, object? Value)> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, IEnumerable elements)
    {
        json.WriteStartArray();
        foreach (var element in elements)
        {
            Write(json, element);
        }
        json.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case JsonElement element:
                element.WriteTo(json);
                break;
            case TradeSession session:
                json.WriteRawValue(session.ToJson());
                break;
            case double or float when !double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)):
                json.WriteStringValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case double
            or float
            or decimal
            or BigInteger
            or sbyte
            or byte
            or short
            or ushort
            or int
            or uint
            or long
            or ulong:
                json.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case DateTime or DateTimeOffset:
                json.WriteStringValue(((IFormattable)value).ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    // A wrapping is kept only where it is all there is.
    private static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
