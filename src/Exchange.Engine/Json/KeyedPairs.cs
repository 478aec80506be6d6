using System.Collections;
using Exchange.Engine.Binding;

namespace Exchange.Engine.Json;

/// <summary>The entries of a dictionary that can only be read.</summary>
internal static class KeyedPairs
{
    /// <summary>The entries by their keys as text; null if the object is no dictionary.</summary>
    public static IEnumerable<(string Name, object? Value)>? Of(IEnumerable pairs) =>
        Array.Exists(pairs.GetType().GetInterfaces(), IsDictionary) ? Read(pairs) : null;

    private static bool IsDictionary(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static IEnumerable<(string Name, object? Value)> Read(IEnumerable pairs)
    {
        foreach (var pair in pairs)
        {
            var type = pair.GetType();
            yield return (
                ValueText.Of(type.GetProperty("Key")!.GetValue(pair)),
                type.GetProperty("Value")!.GetValue(pair)
            );
        }
    }
}
