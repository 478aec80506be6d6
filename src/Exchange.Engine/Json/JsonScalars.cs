using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Security;
using System.Text.Json;
using Exchange.Engine.Binding;

namespace Exchange.Engine.Json;

/// <summary>Values without parts as JSON: money as text, times as ISO 8601, secrets never.</summary>
internal static class JsonScalars
{
    private const string Secret = "***";

    /// <summary>Writes the value if it has no parts; else says that it has.</summary>
    public static bool TryWrite(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                return true;
            case string text:
                writer.WriteStringValue(text);
                return true;
            case bool truth:
                writer.WriteBooleanValue(truth);
                return true;
            case SwitchParameter given:
                writer.WriteBooleanValue(given.IsPresent);
                return true;
            case Enum:
                writer.WriteStringValue(value.ToString());
                return true;
            case ulong unsigned:
                writer.WriteNumberValue(unsigned);
                return true;
            case sbyte or byte or short or ushort or int or uint or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            // As a JSON number, most programs would read it back as a double.
            case decimal or BigInteger or Int128 or UInt128:
                writer.WriteStringValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
            case double or float:
                WriteBinary(writer, (IFormattable)value);
                return true;
            case SecureString or PSCredential:
                writer.WriteStringValue(Secret);
                return true;
            case byte[] bytes:
                writer.WriteBase64StringValue(bytes);
                return true;
            case ReadOnlyMemory<byte> bytes:
                writer.WriteBase64StringValue(bytes.Span);
                return true;
            case JsonElement element:
                WriteElement(writer, element);
                return true;
            default:
                return TryWriteText(writer, value);
        }
    }

    private static bool TryWriteText(Utf8JsonWriter writer, object value)
    {
        var text = value switch
        {
            TimeSpan duration => duration.ToString("c", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset or DateTime or Guid or char => ValueText.Of(value),
            Uri or Version or Type or CultureInfo => value.ToString(),
            // A folder holds its parent and its root, and a root holds itself.
            DirectoryInfo folder => folder.FullName,
            _ => null,
        };
        if (text is null)
        {
            return false;
        }
        writer.WriteStringValue(text);
        return true;
    }

    // JSON has no number for what is not finite.
    private static void WriteBinary(Utf8JsonWriter writer, IFormattable number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        if (double.IsFinite(Convert.ToDouble(number, CultureInfo.InvariantCulture)))
        {
            writer.WriteRawValue(text, skipInputValidation: true);
            return;
        }
        writer.WriteStringValue(text);
    }

    private static void WriteElement(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
            return;
        }
        element.WriteTo(writer);
    }
}
