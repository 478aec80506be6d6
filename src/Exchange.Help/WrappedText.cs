using System.Text;
using System.Text.RegularExpressions;

namespace Exchange.Help;

/// <summary>Paragraphs in lines of a width, for a terminal.</summary>
internal static partial class WrappedText
{
    /// <summary>What four columns or more are left of is code or a table, and stays as it is.</summary>
    private const string Verbatim = "    ";

    /// <summary>Appends a paragraph, each line of it behind an indent; what is broken off hangs, of a list item under its text.</summary>
    public static void Append(StringBuilder text, string paragraph, int width, string indent = "", string hang = "")
    {
        foreach (var line in paragraph.Split('\n'))
        {
            AppendLine(text, line, width, indent, hang);
        }
    }

    private static void AppendLine(StringBuilder text, string line, int width, string indent, string hang)
    {
        if (indent.Length + line.Length <= width || line.StartsWith(Verbatim, StringComparison.Ordinal))
        {
            text.Append((indent + line).TrimEnd()).Append('\n');
            return;
        }
        var rest = indent + hang + new string(' ', ItemMark().Match(line).Length);
        var current = indent;
        foreach (var word in line.Split(' '))
        {
            var isFirst = string.IsNullOrWhiteSpace(current);
            if (!isFirst && current.Length + 1 + word.Length > width)
            {
                text.Append(current).Append('\n');
                current = rest;
                isFirst = true;
            }
            current += (isFirst ? "" : " ") + word;
        }
        text.Append(current).Append('\n');
    }

    [GeneratedRegex(@"^(-|[0-9]+\.) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ItemMark();
}
