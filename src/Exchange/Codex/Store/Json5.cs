using System.Globalization;
using System.Text;

namespace Exchange.Codex.Store;

/// <summary>
/// JSON5 as JSON: comments and trailing commas go, names and single quotes become double quotes. Enough to read a configuration; what it
/// does not understand, the JSON reader behind it refuses.
/// </summary>
internal static class Json5
{
    public static string ToJson(string text)
    {
        var json = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (c is '"' or '\'')
            {
                i = CopyText(text, i, json);
            }
            else if (c == '/' && i + 1 < text.Length && text[i + 1] is '/' or '*' && IsComment(text, i))
            {
                i = EndOfComment(text, i);
            }
            else if (c == ',')
            {
                i = CopyComma(text, i, json);
            }
            else if (IsWord(c))
            {
                i = CopyWord(text, i, json);
            }
            else
            {
                json.Append(char.IsWhiteSpace(c) || c == '\uFEFF' ? ' ' : c);
                i++;
            }
        }
        return json.ToString();
    }

    private static bool IsComment(string text, int i) =>
        text[i] == '/' && i + 1 < text.Length && text[i + 1] is '/' or '*';

    private static int EndOfComment(string text, int i)
    {
        var isLine = text[i + 1] == '/';
        var end = text.IndexOf(isLine ? "\n" : "*/", i + 2, StringComparison.Ordinal);
        return end < 0 ? text.Length : end + (isLine ? 1 : 2);
    }

    // A comma before a closing bracket says nothing.
    private static int CopyComma(string text, int i, StringBuilder json)
    {
        var next = i + 1;
        while (next < text.Length && (char.IsWhiteSpace(text[next]) || IsComment(text, next)))
        {
            next = char.IsWhiteSpace(text[next]) ? next + 1 : EndOfComment(text, next);
        }
        if (next >= text.Length || text[next] is not ('}' or ']'))
        {
            json.Append(',');
        }
        return next;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '+' or '-' or '.';

    private static int CopyWord(string text, int i, StringBuilder json)
    {
        var end = i;
        while (end < text.Length && IsWord(text[end]))
        {
            end++;
        }
        var word = text[i..end];
        var after = end;
        while (after < text.Length && char.IsWhiteSpace(text[after]))
        {
            after++;
        }
        var isName = after < text.Length && text[after] == ':';
        json.Append(isName ? $"\"{word}\"" : Value(word));
        return end;
    }

    // Numbers that JSON has no form for are of no interest here; they become null.
    private static string Value(string word) =>
        word is "true" or "false" or "null"
        || (
            decimal.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            && (char.IsAsciiDigit(word[0]) || word[0] == '-')
        )
            ? word
        : "+-.".Contains(word[0], StringComparison.Ordinal) || char.IsAsciiDigit(word[0]) || word is "Infinity" or "NaN"
            ? "null"
        : word;

    private static int CopyText(string text, int i, StringBuilder json)
    {
        var quote = text[i];
        json.Append('"');
        for (i++; i < text.Length && text[i] != quote; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i = CopyEscape(text, i, json);
                continue;
            }
            json.Append(text[i] == '"' ? "\\\"" : text[i].ToString());
        }
        json.Append('"');
        return i + 1;
    }

    private static int CopyEscape(string text, int i, StringBuilder json)
    {
        switch (text[i + 1])
        {
            case '\r' when i + 2 < text.Length && text[i + 2] == '\n':
                return i + 2;
            case '\n' or '\r' or '\u2028' or '\u2029':
                return i + 1;
            case '\'':
                json.Append('\'');
                return i + 1;
            case 'x' when i + 3 < text.Length:
                json.Append("\\u00").Append(text, i + 2, 2);
                return i + 3;
            case 'v':
                json.Append("\\u000b");
                return i + 1;
            case '0':
                json.Append("\\u0000");
                return i + 1;
            default:
                json.Append('\\').Append(text[i + 1]);
                return i + 1;
        }
    }
}
