using System.Collections.Concurrent;
using System.Reflection;

namespace Exchange.Engine;

/// <summary>The public properties of a type that can be read: base types first, each in the order it declares.</summary>
internal static class ReadableProperties
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    public static PropertyInfo[] Of(Type type) => Known.GetOrAdd(type, Find);

    private static PropertyInfo[] Find(Type type)
    {
        var found = new List<PropertyInfo>();
        foreach (var ancestor in FromBase(type))
        {
            AddDeclared(ancestor, found);
        }
        return [.. found];
    }

    private static void AddDeclared(Type type, List<PropertyInfo> found)
    {
        var declared = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        Array.Sort(declared, (a, b) => a.MetadataToken.CompareTo(b.MetadataToken));
        foreach (var property in declared)
        {
            if (property.GetMethod is not { IsPublic: true } || property.GetIndexParameters().Length > 0)
            {
                continue;
            }
            // An override keeps the place of what it overrides.
            var at = found.FindIndex(p => string.Equals(p.Name, property.Name, StringComparison.Ordinal));
            if (at >= 0)
            {
                found[at] = property;
                continue;
            }
            found.Add(property);
        }
    }

    private static Stack<Type> FromBase(Type type)
    {
        var line = new Stack<Type>();
        for (var t = type; t is not null && t != typeof(object) && t != typeof(ValueType); t = t.BaseType)
        {
            line.Push(t);
        }
        return line;
    }
}
