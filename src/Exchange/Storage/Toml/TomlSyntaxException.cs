namespace Exchange.Storage.Toml;

/// <summary>
/// The text is not TOML. Tells the place and a fixed reason, never a character of the text: a secret may stand on that line.
/// </summary>
internal sealed class TomlSyntaxException(string reason, int line, int column)
    : Exception($"{reason} (line {line}, column {column})")
{
    public string Reason { get; } = reason;

    /// <summary>From 1.</summary>
    public int Line { get; } = line;

    /// <summary>From 1, in characters; in bytes when the bytes are not UTF-8.</summary>
    public int Column { get; } = column;

    /// <summary>The error at an index of a text.</summary>
    public static TomlSyntaxException At(string text, int index, string reason)
    {
        var before = text.AsSpan(0, Math.Min(index, text.Length));
        var line = before[(before.LastIndexOf('\n') + 1)..];
        var column = 1;
        foreach (var c in line)
        {
            column += char.IsLowSurrogate(c) ? 0 : 1;
        }
        return new(reason, before.Count('\n') + 1, column);
    }
}
