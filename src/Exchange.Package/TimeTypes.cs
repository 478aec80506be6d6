using System.Reflection;
using System.Xml.Linq;
using Exchange.Loader;

namespace Exchange.Package;

/// <summary>
/// PowerShell's types file for every time that a cmdlet can emit. Export-Csv and the like write a property by its ToString(); a time's
/// own follows the culture and drops the milliseconds. With these types each is the same DateTimeOffset with a ToString() of ISO 8601
/// (docs/decisions/0021).
/// </summary>
internal static class TimeTypes
{
    public static string Xml()
    {
        Assembly[] assemblies = [typeof(ExchangeException).Assembly, typeof(PowerShell.ExchangeCmdlet).Assembly];
        var types = assemblies
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.Namespace!.StartsWith("Exchange", StringComparison.Ordinal))
            .Where(type => !type.IsSubclassOf(typeof(PowerShell.ExchangeCmdlet)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(Type)
            .OfType<XElement>();
        return new XElement("Types", types).ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static XElement? Type(Type type)
    {
        var times = type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property =>
                (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(DateTimeOffset)
            )
            .Select(property => property.Name)
            .Order(StringComparer.Ordinal)
            .Select(Property)
            .ToList();
        return times.Count == 0
            ? null
            : new XElement("Type", new XElement("Name", type.FullName), new XElement("Members", times));
    }

    private static XElement Property(string name) =>
        typeof(ExactTime).GetMethod(name) is null
            ? throw new PackageFault($"{nameof(ExactTime)} has no method for the property {name}, which is a time.")
            : new XElement(
                "CodeProperty",
                new XElement("Name", name),
                new XElement(
                    "GetCodeReference",
                    new XElement("TypeName", typeof(ExactTime).FullName),
                    new XElement("MethodName", name)
                )
            );
}
