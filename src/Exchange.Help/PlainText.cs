using System.Text;

namespace Exchange.Help;

/// <summary>An about topic as PowerShell shows it: headings in capitals, lines of eighty columns.</summary>
internal static class PlainText
{
    private const int Width = 80;

    public static string Of(string markdown)
    {
        var text = new StringBuilder();
        foreach (var section in MarkdownSections.Of(markdown).All)
        {
            text.AppendLine(section.Level <= 2 ? section.Title.ToUpperInvariant() : section.Title).AppendLine();
            foreach (var paragraph in MarkdownText.Paragraphs(section.Blocks))
            {
                foreach (var line in paragraph.Split('\n'))
                {
                    AppendWrapped(text, line);
                }
                text.AppendLine();
            }
        }
        return text.ToString().ReplaceLineEndings("\n");
    }

    // What is indented is code or a table and stays as it is.
    private static void AppendWrapped(StringBuilder text, string line)
    {
        if (line.Length <= Width || line.StartsWith("    ", StringComparison.Ordinal))
        {
            text.AppendLine(line);
            return;
        }
        var hang = line.StartsWith("- ", StringComparison.Ordinal) ? "  " : "";
        var current = new StringBuilder();
        foreach (var word in line.Split(' '))
        {
            if (current.Length > 0 && current.Length + 1 + word.Length > Width)
            {
                text.Append(current).AppendLine();
                current.Clear().Append(hang);
            }
            current
                .Append(current.Length > hang.Length || (current.Length > 0 && hang.Length == 0) ? " " : "")
                .Append(word);
        }
        text.Append(current).AppendLine();
    }
}
