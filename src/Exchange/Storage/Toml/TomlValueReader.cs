namespace Exchange.Storage.Toml;

/// <summary>
/// Reads a value. Arrays and inline tables lie on a stack of its own, so that ten thousand of them in each other are no more to it
/// than ten.
/// </summary>
internal sealed class TomlValueReader(TomlScanner scanner)
{
    private readonly Stack<Open> _open = new();

    /// <summary>The value that begins here. Afterwards the scanner stands behind it.</summary>
    public TomlNode Read()
    {
        while (true)
        {
            var value = ReadOne();
            while (value is not null)
            {
                if (_open.Count == 0)
                {
                    return value;
                }
                value = Attach(_open.Peek(), value);
            }
        }
    }

    // A finished value, or null when a container was opened and its first value comes next.
    private TomlNode? ReadOne()
    {
        var start = scanner.Position;
        switch (scanner.Current)
        {
            case '[':
                scanner.Position++;
                _open.Push(new Open(new TomlArray(start, isOfTables: false)));
                scanner.SkipLines();
                return scanner.TryTake(']') ? Close() : null;
            case '{':
                scanner.Position++;
                var open = new Open(new TomlTable(TomlTableForm.Inline, start));
                _open.Push(open);
                scanner.SkipBlanks();
                if (scanner.TryTake('}'))
                {
                    return Close();
                }
                TakeKey(open);
                return null;
            case '"' or '\'':
                var content = TomlStringReader.Read(scanner);
                return new TomlScalar(TomlKind.String, content, start, scanner.Position);
            default:
                return ReadWord(start);
        }
    }

    // The container when this was its last value, or null when another one comes next.
    private TomlNode? Attach(Open open, TomlNode value)
    {
        if (open.Container is TomlArray array)
        {
            array.Add(value);
            scanner.SkipLines();
            if (scanner.TryTake(','))
            {
                scanner.SkipLines();
                return scanner.TryTake(']') ? Close() : null;
            }
            scanner.Take(']', "An array goes on with a comma or ends with a bracket");
            return Close();
        }

        var table = (TomlTable)open.Container;
        table.AddWritten(new TomlStatement(open.Key, open.KeyStart, value.End) { Value = value });
        TomlNames.Add(scanner, table, open.Key, open.KeyStart, value);
        scanner.SkipBlanks();
        if (scanner.TryTake(','))
        {
            TakeKey(open);
            return null;
        }
        scanner.Take('}', "An inline table goes on with a comma or ends with a brace, on one line");
        return Close();
    }

    private TomlNode Close()
    {
        var container = _open.Pop().Container;
        container.End = scanner.Position;
        return container;
    }

    private void TakeKey(Open open)
    {
        scanner.SkipBlanks();
        open.KeyStart = scanner.Position;
        open.Key = TomlKeyReader.Read(scanner);
        TakeEquals(scanner);
    }

    /// <summary>Moves over the equals sign between a key and its value, and the blanks around it.</summary>
    public static void TakeEquals(TomlScanner scanner)
    {
        scanner.SkipBlanks();
        scanner.Take('=', "An equals sign is expected after a key");
        scanner.SkipBlanks();
    }

    private TomlScalar ReadWord(int start)
    {
        SkipWord();
        // A date and a time may have a blank between them.
        if (scanner.Current == ' ' && char.IsAsciiDigit(scanner.Peek(1)) && TomlTimes.IsDate(WordFrom(start)))
        {
            scanner.Position++;
            SkipWord();
        }
        var word = WordFrom(start);
        if (word.IsEmpty)
        {
            throw scanner.Error("A value is expected here");
        }
        if (KindOf(word) is not { } kind)
        {
            throw scanner.ErrorAt(start, "This is no value; text needs quotes");
        }
        return new TomlScalar(kind, word.ToString(), start, scanner.Position);
    }

    private static TomlKind? KindOf(ReadOnlySpan<char> word) =>
        word is "true" or "false" ? TomlKind.Boolean : TomlNumbers.KindOf(word) ?? TomlTimes.KindOf(word);

    private ReadOnlySpan<char> WordFrom(int start) => scanner.Text.AsSpan(start, scanner.Position - start);

    private void SkipWord()
    {
        while (char.IsAsciiLetterOrDigit(scanner.Current) || scanner.Current is '_' or '-' or '+' or '.' or ':')
        {
            scanner.Position++;
        }
    }

    private sealed class Open(TomlNode container)
    {
        public TomlNode Container { get; } = container;

        public List<string> Key { get; set; } = [];

        public int KeyStart { get; set; }
    }
}
