using System.Xml.Linq;

namespace Exchange.Package;

/// <summary>
/// The views with Chinese headings: the same columns of the same widths. The module loads them where the interface is Chinese
/// (docs/decisions/0063).
/// </summary>
internal static class ChineseViews
{
    // What a terminal draws two cells wide: Chinese characters and the marks of their fonts.
    private const char FirstWide = '\u2E80';

    public static string Xml(string views, IEnumerable<string> lines)
    {
        var words = lines
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var document = XDocument.Parse(views);
        // What is Chinese already is chosen by the type of what is shown.
        document.Descendants("View").Where(IsChinese).ToList().ForEach(view => view.Remove());
        foreach (var table in document.Descendants("TableControl"))
        {
            var columns = table.Descendants("TableColumnItems").First().Elements("TableColumnItem");
            foreach (var (header, column) in table.Descendants("TableColumnHeader").Zip(columns))
            {
                var heading = Chosen(words, header.Element("Label")?.Value ?? column.Element("PropertyName")!.Value);
                Fit(heading, header.Element("Width")?.Value);
                header.Element("Label")?.Remove();
                header.AddFirst(new XElement("Label", heading));
            }
        }
        // A list without words of its own shows the names of properties, which scripts need as they are.
        foreach (var label in document.Descendants("ListItem").Elements("Label"))
        {
            label.Value = Chosen(words, label.Value);
        }
        return document.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static bool IsChinese(XElement view) =>
        view.Element("Name")!.Value is "StrategyOrder#zh" or "StrategyOrderTableChinese";

    private static string Chosen(Dictionary<string, string> words, string english) =>
        words.TryGetValue(english, out var chinese)
            ? chinese
            : throw new PackageFault($"module/Headings.zh.txt has no line for the heading {english}.");

    private static void Fit(string heading, string? width)
    {
        var cells = heading.Sum(c => c >= FirstWide ? 2 : 1);
        if (width is not null && cells > int.Parse(width, System.Globalization.CultureInfo.InvariantCulture))
        {
            throw new PackageFault($"The heading {heading} is wider than its column, which has {width} cells.");
        }
    }
}
