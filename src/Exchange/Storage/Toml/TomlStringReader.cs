using System.Buffers;
using System.Text;

namespace Exchange.Storage.Toml;

/// <summary>Reads the four forms of strings (TOML 1.0.0, "String"). The scanner stands on the first quote.</summary>
internal static class TomlStringReader
{
    private const string NotClosed = "A string is not closed";
    private const string BadEscape = "An escape sequence is not known or not complete";

    // Whatever a plain run of a string's characters can end at.
    private static readonly SearchValues<char> Stops = SearchValues.Create(
        "\"'\\\u007f" + string.Concat(Enumerable.Range(0, 32).Where(c => c != '\t').Select(c => (char)c))
    );

    public static string Read(TomlScanner scanner)
    {
        var quote = scanner.Current;
        if (scanner.Peek(1) == quote && scanner.Peek(2) == quote)
        {
            scanner.Position += 3;
            return ReadLines(scanner, quote);
        }
        scanner.Position++;
        return ReadLine(scanner, quote);
    }

    /// <summary>A string of one line.</summary>
    public static string ReadLine(TomlScanner scanner, char quote)
    {
        var content = new StringBuilder();
        while (true)
        {
            TakePlain(scanner, content);
            RefuseEnd(scanner);
            if (scanner.TryTake(quote))
            {
                return content.ToString();
            }
            if (quote == '"' && scanner.Current == '\\')
            {
                TakeEscape(scanner, content);
                continue;
            }
            if (scanner.IsAtLineEnd)
            {
                throw scanner.Error(NotClosed);
            }
            TakeOne(scanner, content);
        }
    }

    private static string ReadLines(TomlScanner scanner, char quote)
    {
        var content = new StringBuilder();
        scanner.TryTakeLineEnd();
        while (true)
        {
            TakePlain(scanner, content);
            RefuseEnd(scanner);
            if (scanner.Current == quote)
            {
                if (TakeQuotes(scanner, quote, content))
                {
                    return content.ToString();
                }
                continue;
            }
            if (quote == '"' && scanner.Current == '\\')
            {
                if (!TrySkipFold(scanner))
                {
                    TakeEscape(scanner, content);
                }
                continue;
            }
            var start = scanner.Position;
            if (scanner.TryTakeLineEnd())
            {
                content.Append(scanner.Text, start, scanner.Position - start);
                continue;
            }
            TakeOne(scanner, content);
        }
    }

    // Up to two quotes may stand before the three that close the string.
    private static bool TakeQuotes(TomlScanner scanner, char quote, StringBuilder content)
    {
        var count = 0;
        while (count < 6 && scanner.Current == quote)
        {
            scanner.Position++;
            count++;
        }
        if (count == 6)
        {
            throw scanner.ErrorAt(scanner.Position - 1, "Too many quotes in a row");
        }
        content.Append(quote, count < 3 ? count : count - 3);
        return count >= 3;
    }

    // A backslash at the end of a line: it, the line end and all white space up to the next other character.
    private static bool TrySkipFold(TomlScanner scanner)
    {
        var ahead = 1;
        while (scanner.Peek(ahead) is ' ' or '\t')
        {
            ahead++;
        }
        var isFold = scanner.Peek(ahead) == '\n' || (scanner.Peek(ahead) == '\r' && scanner.Peek(ahead + 1) == '\n');
        if (!isFold)
        {
            return false;
        }
        scanner.Position += ahead;
        do
        {
            scanner.SkipBlanks();
        } while (scanner.TryTakeLineEnd());
        return true;
    }

    private static void TakeEscape(TomlScanner scanner, StringBuilder content)
    {
        var plain = scanner.Peek(1) switch
        {
            'b' => '\b',
            't' => '\t',
            'n' => '\n',
            'f' => '\f',
            'r' => '\r',
            '"' => '"',
            '\\' => '\\',
            _ => TomlScanner.Nothing,
        };
        if (plain != TomlScanner.Nothing)
        {
            content.Append(plain);
            scanner.Position += 2;
            return;
        }
        var digits = scanner.Peek(1) switch
        {
            'u' => 4,
            'U' => 8,
            _ => throw scanner.Error(BadEscape),
        };
        content.Append(CodePoint(scanner, digits).ToString());
        scanner.Position += 2 + digits;
    }

    private static Rune CodePoint(TomlScanner scanner, int digits)
    {
        uint value = 0;
        for (var i = 0; i < digits; i++)
        {
            var digit = scanner.Peek(2 + i);
            if (!char.IsAsciiHexDigit(digit))
            {
                throw scanner.Error(BadEscape);
            }
            value = (value * 16) + (uint)Convert.ToInt32(digit.ToString(), 16);
        }
        return Rune.TryCreate(value, out var rune)
            ? rune
            : throw scanner.Error("An escape sequence is not a Unicode scalar value");
    }

    private static void TakePlain(TomlScanner scanner, StringBuilder content)
    {
        var rest = scanner.Text.AsSpan(scanner.Position);
        var length = rest.IndexOfAny(Stops);
        if (length < 0)
        {
            length = rest.Length;
        }
        content.Append(rest[..length]);
        scanner.Position += length;
    }

    private static void TakeOne(TomlScanner scanner, StringBuilder content)
    {
        if (TomlScanner.IsControl(scanner.Current))
        {
            throw scanner.Error(TomlScanner.ControlCharacter);
        }
        content.Append(scanner.Current);
        scanner.Position++;
    }

    private static void RefuseEnd(TomlScanner scanner)
    {
        if (scanner.IsAtEnd)
        {
            throw scanner.Error(NotClosed);
        }
    }
}
