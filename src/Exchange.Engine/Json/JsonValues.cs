using System.Collections;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Exchange.Engine.Binding;

namespace Exchange.Engine.Json;

/// <summary>Writes any value as JSON, with all its parts.</summary>
internal static class JsonValues
{
    /// <summary>Chinese and other text stays readable; the output is a line for programs, not a part of a web page.</summary>
    public static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private static readonly ConcurrentDictionary<Type, JsonProperty[]> Plans = new();

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        if (JsonScalars.TryWrite(writer, value))
        {
            return;
        }
        if (writer.CurrentDepth >= JsonLine.WriteDepth)
        {
            throw new JsonException(
                $"{value!.GetType().Name} nests deeper than {JsonLine.WriteDepth}: does it hold itself?"
            );
        }
        WriteParts(writer, value!);
    }

    private static void WriteParts(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case PSObject { IsCustom: false } wrapped when wrapped.Properties.All(property => property is PSProperty):
                Write(writer, wrapped.BaseObject);
                return;
            case PSObject bag:
                WriteBag(writer, bag);
                return;
            case IDictionary dictionary:
                WriteObject(writer, Entries(dictionary));
                return;
        }
        if (JsonOwnConverters.TryWrite(writer, value))
        {
            return;
        }
        switch (value)
        {
            case IEnumerable pairs when KeyedPairs.Of(pairs) is { } entries:
                WriteObject(writer, entries);
                return;
            case IEnumerable elements:
                WriteArray(writer, elements);
                return;
            default:
                WriteProperties(writer, value);
                return;
        }
    }

    // A generic dictionary hands out pairs of its own kind to anyone who asks for less than IDictionary.
    private static IEnumerable<(string Name, object? Value)> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return (ValueText.Of(entry.Key), entry.Value);
        }
    }

    private static void WriteBag(Utf8JsonWriter writer, PSObject bag)
    {
        writer.WriteStartObject();
        foreach (var added in bag.Properties.Where(property => property is not PSProperty))
        {
            writer.WritePropertyName(added.Name);
            Write(writer, added.Value);
        }
        if (!bag.IsCustom)
        {
            WriteMembers(writer, bag.BaseObject, property => bag.Properties[property.Name] is PSProperty);
        }
        writer.WriteEndObject();
    }

    private static void WriteObject(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable elements)
    {
        writer.WriteStartArray();
        foreach (var element in elements)
        {
            Write(writer, element);
        }
        writer.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, object owner)
    {
        writer.WriteStartObject();
        WriteMembers(writer, owner, _ => true);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, object owner, Func<PropertyInfo, bool> isWanted)
    {
        foreach (var property in Plans.GetOrAdd(owner.GetType(), JsonProperty.Of))
        {
            if (isWanted(property.Property))
            {
                writer.WritePropertyName(property.Name);
                WriteProperty(writer, property, property.Read(owner));
            }
        }
    }

    // A converter that turned names into numbers, or money into doubles, would undo what this writer is for. So it is
    // asked only for text and for what has parts.
    private static void WriteProperty(Utf8JsonWriter writer, JsonProperty property, object? value)
    {
        if (property.ConverterType is null)
        {
            Write(writer, value);
            return;
        }
        if (value is string || !JsonScalars.TryWrite(writer, value))
        {
            JsonOwnConverters.Write(writer, property, value!);
        }
    }
}
