using System.Text;
using System.Text.Unicode;

namespace Exchange.Storage.Toml;

/// <summary>
/// A TOML 1.0 text and what it says. The text is kept to the character; a leading byte order mark is tolerated on read and
/// dropped on write.
/// </summary>
internal sealed class TomlDocument
{
    private static readonly UTF8Encoding Encoding = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private readonly List<TomlStatement> _statements = [];

    private TomlDocument(string text) => Text = text;

    /// <summary>The text without byte order mark.</summary>
    public string Text { get; }

    /// <summary>What the text says.</summary>
    public TomlTable Root { get; } = new(TomlTableForm.Header, 0);

    /// <summary>Headers and pairs of the file in its order.</summary>
    public IReadOnlyList<TomlStatement> Statements => _statements;

    /// <summary>How lines end in it: as the first one does, LF when there is none.</summary>
    public string LineEnd =>
        Text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var at && Text[at - 1] == '\r' ? "\r\n" : "\n";

    /// <exception cref="TomlSyntaxException">The bytes are not UTF-8, or not TOML.</exception>
    public static TomlDocument Parse(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }
        var characters = new char[utf8.Length];
        Utf8.ToUtf16(utf8, characters, out var read, out var written, replaceInvalidSequences: false);
        if (read < utf8.Length)
        {
            var before = utf8[..read];
            throw new TomlSyntaxException(
                "The text is not valid UTF-8",
                before.Count((byte)'\n') + 1,
                read - before.LastIndexOf((byte)'\n')
            );
        }
        return Parse(new string(characters, 0, written));
    }

    /// <exception cref="TomlSyntaxException">The text is not TOML.</exception>
    public static TomlDocument Parse(string text)
    {
        var document = new TomlDocument(text);
        document.Read();
        return document;
    }

    /// <summary>The text in UTF-8.</summary>
    public byte[] ToBytes() => Encoding.GetBytes(Text);

    /// <summary>What stands under a path of names; null when nothing does, or when the path leads through an array.</summary>
    public TomlNode? Find(IReadOnlyList<string> path)
    {
        TomlNode? node = Root;
        foreach (var name in path)
        {
            if (node is not TomlTable table || !table.TryGet(name, out node))
            {
                return null;
            }
        }
        return node;
    }

    private void Read()
    {
        var scanner = new TomlScanner(Text);
        var values = new TomlValueReader(scanner);
        var body = Root;
        TomlStatement? header = null;
        while (true)
        {
            scanner.SkipLines();
            if (scanner.IsAtEnd)
            {
                return;
            }
            if (scanner.Current == '[')
            {
                (header, body) = ReadHeader(scanner);
            }
            else
            {
                ReadPair(scanner, values, body, header);
            }
            scanner.EndLine();
        }
    }

    private (TomlStatement Header, TomlTable Body) ReadHeader(TomlScanner scanner)
    {
        const string reason = "A header is not closed";
        var start = scanner.Position;
        var isElement = scanner.Is("[[");
        scanner.Position += isElement ? 2 : 1;
        var key = TomlKeyReader.Read(scanner);
        scanner.Take(']', reason);
        if (isElement)
        {
            scanner.Take(']', reason);
        }
        var body = isElement
            ? TomlNames.BeginElement(scanner, Root, key, start)
            : TomlNames.Begin(scanner, Root, key, start);
        var header = new TomlStatement(key, start, scanner.Position);
        _statements.Add(header);
        return (header, body);
    }

    private void ReadPair(TomlScanner scanner, TomlValueReader values, TomlTable body, TomlStatement? header)
    {
        var start = scanner.Position;
        var key = TomlKeyReader.Read(scanner);
        TomlValueReader.TakeEquals(scanner);
        var value = values.Read();
        TomlNames.Add(scanner, body, key, start, value);
        _statements.Add(new TomlStatement(key, start, value.End) { Value = value, Header = header });
    }
}
