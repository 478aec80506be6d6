using System.Collections;
using System.Management.Automation;

namespace Exchange.Engine.Json;

/// <summary>Property bags as hashtables, all the way down; keys are not case-sensitive, as in <c>@{}</c>.</summary>
internal static class JsonTable
{
    public static Hashtable ToHashtable(object bag)
    {
        var table = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in Entries(bag))
        {
            table[key] = Plain(value);
        }
        return table;
    }

    private static IEnumerable<(string Key, object? Value)> Entries(object bag) =>
        bag is IDictionary dictionary
            ? dictionary.Cast<DictionaryEntry>().Select(entry => (entry.Key.ToString() ?? "", entry.Value))
            : PSObject.AsPSObject(bag).Properties.Select(property => (property.Name, (object?)property.Value));

    private static object? Plain(object? value) =>
        value switch
        {
            PSObject { IsCustom: true } bag => ToHashtable(bag),
            object?[] elements => Array.ConvertAll(elements, Plain),
            _ => PSObject.Unwrap(value),
        };
}
