namespace Exchange.Storage.Toml;

/// <summary>What a TOML value is (TOML 1.0.0).</summary>
internal enum TomlKind
{
    String,
    Integer,
    Float,
    Boolean,
    OffsetDateTime,
    LocalDateTime,
    LocalDate,
    LocalTime,
    Array,
    Table,
}

/// <summary>A value, and where its token stands in the text. A table made by headers or dotted keys has no token: it is 0 to 0.</summary>
internal abstract class TomlNode(TomlKind kind, int start)
{
    public TomlKind Kind { get; } = kind;

    /// <summary>Index of the first character of the token.</summary>
    public int Start { get; } = start;

    /// <summary>Index after the last character of the token.</summary>
    public int End { get; set; }
}

/// <summary>
/// A string, number, truth value or time. <see cref="Text"/> is the content of a string; of anything else the characters of the
/// file, so that a number keeps every digit.
/// </summary>
internal sealed class TomlScalar : TomlNode
{
    public TomlScalar(TomlKind kind, string text, int start, int end)
        : base(kind, start)
    {
        Text = text;
        End = end;
    }

    public string Text { get; }
}

/// <summary>An array: of values, or of the tables that <c>[[name]]</c> begins.</summary>
internal sealed class TomlArray(int start, bool isOfTables) : TomlNode(TomlKind.Array, start)
{
    private readonly List<TomlNode> _items = [];

    public bool IsOfTables { get; } = isOfTables;

    public IReadOnlyList<TomlNode> Items => _items;

    public void Add(TomlNode item) => _items.Add(item);
}
