using System.Buffers;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Json;

namespace Exchange.Engine.Json;

/// <summary>One object, one line of JSON.</summary>
public static class JsonLine
{
    /// <summary>How deep an object may nest when it is written.</summary>
    public const int WriteDepth = 32;

    /// <summary>How deep a line may nest when it is read.</summary>
    public const int ReadDepth = 64;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = ReadDepth };

    /// <summary>The object as a line of JSON, without the line end.</summary>
    /// <exception cref="JsonException">It nests deeper than <see cref="WriteDepth"/>: it may hold itself.</exception>
    public static string Write(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the object as UTF-8 JSON on one line, without the line end.</summary>
    /// <exception cref="JsonException">It nests deeper than <see cref="WriteDepth"/>: it may hold itself.</exception>
    public static void Write(IBufferWriter<byte> output, object? value)
    {
        using var writer = new Utf8JsonWriter(output, JsonValues.Writing);
        JsonValues.Write(writer, value);
    }

    /// <summary>
    /// Reads a line. An object becomes a <see cref="PSObject"/> whose properties are not case-sensitive, an array an
    /// array; numbers keep their exact value and are never a <c>double</c>.
    /// </summary>
    /// <exception cref="JsonLineException">The line is no JSON, nests too deep, or has a property twice.</exception>
    public static object? Parse(string line, long lineNumber = 1)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var document = JsonDocument.Parse(line, Reading);
            return ToValue(document.RootElement, lineNumber);
        }
        catch (JsonException e)
        {
            var place = (e.BytePositionInLine ?? 0) + 1;
            throw new JsonLineException(
                $"it breaks at byte {place.ToString(CultureInfo.InvariantCulture)}.",
                lineNumber
            );
        }
    }

    /// <summary>
    /// Reads lines as they come; blank ones are passed over, and the elements of an array come one by one, as in a
    /// pipeline.
    /// </summary>
    /// <exception cref="JsonLineException">A line is no JSON; those before it have been handed on.</exception>
    public static IEnumerable<object?> ReadAll(TextReader lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Enumerate(lines);
    }

    /// <summary>The lines themselves, unread; blank ones are passed over.</summary>
    public static IEnumerable<object?> ReadText(TextReader lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return EnumerateText(lines);
    }

    private static IEnumerable<object?> EnumerateText(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<object?> Enumerate(TextReader lines)
    {
        for (var number = 1L; lines.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }
            var value = Parse(line, number);
            if (value is not object?[] elements)
            {
                yield return value;
                continue;
            }
            foreach (var element in elements)
            {
                yield return element;
            }
        }
    }

    private static object? ToValue(JsonElement element, long lineNumber) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => ToObject(element, lineNumber),
            JsonValueKind.Array => element.EnumerateArray().Select(item => ToValue(item, lineNumber)).ToArray(),
            JsonValueKind.String => ToText(element, lineNumber),
            JsonValueKind.Number => JsonNumber.Read(element.GetRawText()),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static PSObject ToObject(JsonElement element, long lineNumber)
    {
        var bag = new PSObject();
        foreach (var property in element.EnumerateObject())
        {
            var name = NameOf(property, lineNumber);
            if (name.Length == 0)
            {
                throw new JsonLineException("it has a property without a name.", lineNumber);
            }
            if (bag.Properties[name] is not null)
            {
                throw new JsonLineException(
                    $"it has the property \"{name}\" twice; case makes no difference.",
                    lineNumber
                );
            }
            bag.Properties.Add(new PSNoteProperty(name, ToValue(property.Value, lineNumber)));
        }
        return bag;
    }

    private static string NameOf(System.Text.Json.JsonProperty property, long lineNumber)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw new JsonLineException("it has a property whose name is no Unicode.", lineNumber);
        }
    }

    private static string? ToText(JsonElement element, long lineNumber)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new JsonLineException("it has text that is no Unicode.", lineNumber);
        }
    }
}
