namespace Exchange.Storage.Toml;

/// <summary>A place in a text that moves forward, and the white space and comments it moves over.</summary>
internal sealed class TomlScanner(string text)
{
    public const string ControlCharacter = "A control character is not allowed here";

    /// <summary>What <see cref="Current"/> is past the end: no text may hold it.</summary>
    public const char Nothing = '\0';

    public string Text { get; } = text;

    public int Position { get; set; }

    public bool IsAtEnd => Position >= Text.Length;

    public char Current => Peek(0);

    public char Peek(int ahead) => Position + ahead < Text.Length ? Text[Position + ahead] : Nothing;

    public bool Is(string expected) => string.CompareOrdinal(Text, Position, expected, 0, expected.Length) == 0;

    public TomlSyntaxException Error(string reason) => TomlSyntaxException.At(Text, Position, reason);

    public TomlSyntaxException ErrorAt(int index, string reason) => TomlSyntaxException.At(Text, index, reason);

    /// <summary>Moves over one expected character.</summary>
    public void Take(char expected, string reason)
    {
        if (IsAtEnd || Current != expected)
        {
            throw Error(reason);
        }
        Position++;
    }

    /// <summary>Moves over one character if it is there.</summary>
    public bool TryTake(char expected)
    {
        if (IsAtEnd || Current != expected)
        {
            return false;
        }
        Position++;
        return true;
    }

    public void SkipBlanks()
    {
        while (Current is ' ' or '\t')
        {
            Position++;
        }
    }

    /// <summary>Moves over blanks, comments and line ends.</summary>
    public void SkipLines()
    {
        do
        {
            SkipBlanks();
            SkipComment();
        } while (TryTakeLineEnd());
    }

    /// <summary>Moves over the rest of a line, which may hold a comment and nothing else.</summary>
    public void EndLine()
    {
        SkipBlanks();
        SkipComment();
        if (!IsAtEnd && !TryTakeLineEnd())
        {
            throw Error("Only a comment may follow on the same line");
        }
    }

    public bool TryTakeLineEnd()
    {
        if (Current == '\r' && Peek(1) == '\n')
        {
            Position += 2;
            return true;
        }
        return TryTake('\n');
    }

    public bool IsAtLineEnd => Current == '\n' || (Current == '\r' && Peek(1) == '\n');

    private void SkipComment()
    {
        if (Current != '#')
        {
            return;
        }
        while (!IsAtEnd && !IsAtLineEnd)
        {
            if (IsControl(Current))
            {
                throw Error(ControlCharacter);
            }
            Position++;
        }
    }

    /// <summary>True for what strings and comments may not hold as it is: U+0000 to U+001F except tab, and U+007F.</summary>
    public static bool IsControl(char c) => c is (< ' ' and not '\t') or '\u007f';
}
