using System.Text;
using Exchange.Engine;

namespace Exchange.Help;

/// <summary>The table of contents that <c>exchange list</c> shows: the cmdlets by area, each with its sentence.</summary>
internal static class ContentsText
{
    private const string Indent = "  ";

    public static string Of(
        IReadOnlyList<(CommandPage Page, CmdletMetadata Cmdlet)> pages,
        IReadOnlyList<(string Name, string Sentence)> topics,
        IEnumerable<CmdletMetadata> all
    )
    {
        var text = new StringBuilder();
        var width = all.Max(cmdlet => cmdlet.Name.Length);
        foreach (var area in PageAreas.All)
        {
            Append(
                text,
                area,
                [
                    .. pages
                        .Where(page => page.Page.Area == area)
                        .Select(page => page.Cmdlet.Name.PadRight(width) + "  " + page.Page.Synopsis[0]),
                ]
            );
        }
        Append(text, "Topics", [.. topics.Select(topic => topic.Name.PadRight(width) + "  " + topic.Sentence)]);
        Append(
            text,
            "More",
            [.. all.Select(cmdlet => cmdlet.Name).Except(pages.Select(page => page.Page.Name), StringComparer.Ordinal)]
        );
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }
        text.Append(text.Length == 0 ? "" : "\n").Append(title).Append('\n');
        foreach (var line in lines)
        {
            text.Append(Indent).Append(line).Append('\n');
        }
    }
}
