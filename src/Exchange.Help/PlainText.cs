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
            text.Append(section.Level <= 2 ? section.Title.ToUpperInvariant() : section.Title).Append("\n\n");
            foreach (var paragraph in MarkdownText.Paragraphs(section.Blocks))
            {
                WrappedText.Append(text, paragraph, Width);
                text.Append('\n');
            }
        }
        return text.ToString();
    }
}
