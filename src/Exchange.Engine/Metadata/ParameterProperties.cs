using System.Management.Automation;
using System.Reflection;

namespace Exchange.Engine;

/// <summary>The properties of a cmdlet class that are parameters.</summary>
internal static class ParameterProperties
{
    public static IEnumerable<PropertyInfo> Of(Type type)
    {
        var line = new Stack<Type>();
        // The engine's own base classes have no parameters, and their properties need no look.
        for (var t = type; t is not null && t != typeof(PSCmdlet) && t != typeof(Cmdlet); t = t.BaseType)
        {
            line.Push(t);
        }
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return line.SelectMany(Declared).Where(property => names.Add(property.Name)).ToList();
    }

    private static IEnumerable<PropertyInfo> Declared(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property =>
                property.SetMethod is { IsPublic: true }
                && property.IsDefined(typeof(ParameterAttribute), inherit: true)
            )
            .OrderBy(property => property.MetadataToken);
}
