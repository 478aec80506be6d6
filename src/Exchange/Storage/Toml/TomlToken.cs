using System.Buffers;
using System.Globalization;
using System.Text;

namespace Exchange.Storage.Toml;

/// <summary>A value to write: what it will be read as, and its characters in the file.</summary>
internal readonly record struct TomlToken(TomlKind Kind, string Text, string Written)
{
    public static TomlToken Of(bool value) => Plain(TomlKind.Boolean, value ? "true" : "false");

    public static TomlToken Of(long value) => Plain(TomlKind.Integer, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// A string of one line: <c>"basic"</c>; <c>'literal'</c> when it holds a backslash or a double quote and nothing that a literal
    /// string cannot hold; else basic with escapes (okx-account.md 2.2, rule 4).
    /// </summary>
    /// <exception cref="TomlEditException">The text holds half a surrogate pair, which no file can.</exception>
    public static TomlToken Of(string value) => new(TomlKind.String, value, Quoted(value));

    /// <summary>A dotted key; each part bare where it can be.</summary>
    public static string Key(IEnumerable<string> path) => string.Join('.', path.Select(KeyPart));

    private static TomlToken Plain(TomlKind kind, string text) => new(kind, text, text);

    private static string KeyPart(string name) =>
        name.Length > 0 && name.All(TomlKeyReader.IsBare) ? name : Quoted(name);

    private static string Quoted(string value)
    {
        RefuseHalfPairs(value);
        var needsEscape = value.AsSpan().IndexOfAny('\\', '"') >= 0;
        var fitsLiteral = !value.Contains('\'', StringComparison.Ordinal) && !value.Any(IsEscaped);
        return needsEscape && fitsLiteral ? $"'{value}'" : $"\"{Escaped(value)}\"";
    }

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            text.Append(Escape(rune));
        }
        return text.ToString();
    }

    private static string Escape(Rune rune) =>
        rune.Value switch
        {
            '"' => "\\\"",
            '\\' => @"\\",
            '\b' => @"\b",
            '\t' => @"\t",
            '\n' => @"\n",
            '\f' => @"\f",
            '\r' => @"\r",
            < ' ' or 0x7f => $"\\u{rune.Value:X4}",
            _ => rune.ToString(),
        };

    private static void RefuseHalfPairs(string value)
    {
        for (var rest = value.AsSpan(); !rest.IsEmpty; )
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var length) != OperationStatus.Done)
            {
                throw new TomlEditException("A text is not valid Unicode");
            }
            rest = rest[length..];
        }
    }

    private static bool IsEscaped(char c) => c is < ' ' or '\u007f';
}
