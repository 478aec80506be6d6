using System.Text;

namespace Exchange.Charts;

/// <summary>Text in the columns of a terminal.</summary>
internal static class TerminalText
{
    /// <summary>Columns that a text without escape sequences takes; Chinese signs take two.</summary>
    public static int Columns(string text) => text.EnumerateRunes().Sum(Columns);

    /// <summary>Puts blanks before a text until it is so wide.</summary>
    public static string PadLeft(string text, int columns) =>
        new string(' ', Math.Max(0, columns - Columns(text))) + text;

    /// <summary>The first part, and of the others as many as fit, in order; a figure is there whole or not at all.</summary>
    public static IReadOnlyList<string> Fitting(IEnumerable<string> parts, int width, int gap)
    {
        var kept = new List<string>();
        var used = -gap;
        foreach (var part in parts)
        {
            if (used + gap + Columns(part) > width)
            {
                break;
            }
            used += gap + Columns(part);
            kept.Add(part);
        }
        return kept;
    }

    /// <summary>The beginning of a text that fits.</summary>
    public static string Cut(string text, int width)
    {
        var kept = new StringBuilder();
        var used = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += Columns(rune);
            if (used > width)
            {
                break;
            }
            kept.Append(rune);
        }
        return kept.ToString();
    }

    private static int Columns(Rune rune) =>
        rune.Value is (>= 0x1100 and < 0x2000) or (>= 0x2E80 and < 0x10000) ? 2 : 1;
}
