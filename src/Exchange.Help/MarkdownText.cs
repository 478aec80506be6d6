using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Exchange.Help;

/// <summary>Markdown as the plain paragraphs that a terminal shows.</summary>
internal static class MarkdownText
{
    private const string CodeIndent = "    ";

    /// <summary>One paragraph each; a list, a code block or a table is one paragraph of several lines.</summary>
    public static IEnumerable<string> Paragraphs(IEnumerable<Block> blocks) => blocks.SelectMany(Of);

    /// <summary>The text of a line of Markdown, without its marks.</summary>
    public static string Of(ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            text.Append(
                inline switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    CodeInline code => code.Content,
                    LineBreakInline => " ",
                    LinkInline { Url: { } url } link when !Of(link).Equals(url, StringComparison.Ordinal) => IsPage(url)
                        ? Of(link)
                        : $"{Of(link)} ({url})",
                    ContainerInline container => Of(container),
                    AutolinkInline link => link.Url,
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    _ => "",
                }
            );
        }
        return text.ToString();
    }

    /// <summary>The lines of a code block.</summary>
    public static string Code(LeafBlock code) => code.Lines.ToString().TrimEnd();

    /// <summary>True for a link to another page or place of the same documentation.</summary>
    public static bool IsPage(string url) => url.EndsWith(".md", StringComparison.Ordinal) || url.StartsWith('#');

    private static IEnumerable<string> Of(Block block)
    {
        switch (block)
        {
            case ListBlock list:
                yield return string.Join('\n', list.OfType<ListItemBlock>().Select((item, i) => Item(list, item, i)));
                break;
            case Table table:
                yield return Table(table);
                break;
            case CodeBlock code:
                yield return CodeIndent + Code(code).ReplaceLineEndings("\n").Replace("\n", "\n" + CodeIndent);
                break;
            case QuoteBlock quote:
                foreach (var line in Paragraphs(quote))
                {
                    yield return line;
                }
                break;
            case LeafBlock { Inline: { } inline }:
                yield return Of(inline);
                break;
        }
    }

    private static string Item(ListBlock list, ListItemBlock item, int index)
    {
        var mark = list.IsOrdered ? $"{index + 1}. " : "- ";
        var lines = string.Join('\n', Paragraphs(item));
        return mark + lines.Replace("\n", "\n" + new string(' ', mark.Length), StringComparison.Ordinal);
    }

    // Columns side by side, padded to the widest cell.
    private static string Table(Table table)
    {
        var rows = table
            .OfType<TableRow>()
            .Select(row => row.OfType<TableCell>().Select(cell => string.Join(' ', Paragraphs(cell))).ToList())
            .ToList();
        var widths = Enumerable
            .Range(0, rows.Max(row => row.Count))
            .Select(column => rows.Max(row => column < row.Count ? row[column].Length : 0))
            .ToList();
        return string.Join(
            "\n",
            rows.Select(row =>
                CodeIndent + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()
            )
        );
    }
}
