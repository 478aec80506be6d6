namespace Exchange.Storage.Toml;

/// <summary>A header, or a <c>key = value</c> pair, as it stands in the text.</summary>
/// <param name="Path">The parts of its key as written; of a pair relative to its body.</param>
/// <param name="Start">Index of the first character: the bracket, or the first of the key.</param>
/// <param name="End">Index after the last character, before white space and comment.</param>
internal sealed record TomlStatement(IReadOnlyList<string> Path, int Start, int End)
{
    /// <summary>The value of a pair; null for a header.</summary>
    public TomlNode? Value { get; init; }

    /// <summary>The header that a pair of the file stands under; null above the first one and inside inline tables.</summary>
    public TomlStatement? Header { get; init; }

    public bool IsHeader => Value is null;

    /// <summary>True when the full name of what this states is <paramref name="path"/> or lies beneath it.</summary>
    public bool IsWithin(IReadOnlyList<string> path)
    {
        var above = Header?.Path ?? [];
        if (above.Count + Path.Count < path.Count)
        {
            return false;
        }
        for (var i = 0; i < path.Count; i++)
        {
            if ((i < above.Count ? above[i] : Path[i - above.Count]) != path[i])
            {
                return false;
            }
        }
        return true;
    }
}
