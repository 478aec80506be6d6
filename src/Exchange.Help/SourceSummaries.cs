using System.Xml.Linq;

namespace Exchange.Help;

/// <summary>The summaries in the sources: the first words of a new page.</summary>
internal static class SourceSummaries
{
    private static readonly Lazy<Dictionary<string, XElement>> Members = new(() =>
        XDocument
            .Load(Path.Combine(AppContext.BaseDirectory, "Exchange.Console.xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal)
    );

    /// <summary>Of a class.</summary>
    public static string Of(Type type) => Text($"T:{type.FullName}");

    /// <summary>Of a property, where it is declared.</summary>
    public static string Of(Type type, string property) =>
        type.GetProperty(property) is { DeclaringType: { } declaring }
            ? Text($"P:{declaring.FullName}.{property}")
            : "";

    private static string Text(string member)
    {
        if (!Members.Value.TryGetValue(member, out var found) || found.Element("summary") is not { } summary)
        {
            return "";
        }
        var words = summary
            .Nodes()
            .Select(node =>
                node switch
                {
                    XText text => text.Value,
                    XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                    XElement element => $"`{element.Attribute("cref")?.Value.Split('.')[^1] ?? element.Value}`",
                    _ => "",
                }
            );
        return string.Join(' ', string.Concat(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
