using System.Globalization;
using System.Text;
using System.Xml;

namespace Exchange.Charts;

/// <summary>Numbers and text as SVG takes them.</summary>
internal static class SvgText
{
    /// <summary>How much wider bold labels are.</summary>
    public const double Bold = 1.15;

    private const double ColumnWidth = 7.2;

    /// <summary>A coordinate in pixels: plain digits, never an exponent, the same everywhere.</summary>
    public static string Of(double pixels) =>
        Math.Round(pixels, 2).ToString("0.##", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    /// <summary>About how wide a label is, in pixels; a little more rather than less.</summary>
    public static double WidthOf(string label) => TerminalText.Columns(label) * ColumnWidth;

    /// <summary>The text without what XML cannot hold, such as control characters.</summary>
    public static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isLegal = rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value);
            legal.Append(isLegal ? rune : Rune.ReplacementChar);
        }
        return legal.ToString();
    }
}
