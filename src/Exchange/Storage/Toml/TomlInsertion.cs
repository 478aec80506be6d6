namespace Exchange.Storage.Toml;

/// <summary>Where a key goes that is not there yet (okx-account.md 2.2, rules 2 and 3).</summary>
internal static class TomlInsertion
{
    public static TomlChange Of(TomlDocument document, IReadOnlyList<string> path, TomlToken value)
    {
        var (parent, depth, inline) = Reach(document.Root, path);
        if (inline is { } found)
        {
            return InInlineTable(found.Table, path.Skip(found.Depth), value);
        }
        if (depth < path.Count - 1 || parent.Form == TomlTableForm.Implicit)
        {
            return AsNewTable(document, path, value);
        }
        if (parent.Form == TomlTableForm.Dotted)
        {
            return AmongDottedKeys(document, path, value);
        }
        return depth == 0 ? AtTop(document, path, value) : InBody(document, path, value);
    }

    // The deepest table on the way, how many names lead to it, and the deepest inline table among those passed.
    private static (TomlTable Parent, int Depth, (TomlTable Table, int Depth)? Inline) Reach(
        TomlTable root,
        IReadOnlyList<string> path
    )
    {
        var table = root;
        (TomlTable Table, int Depth)? inline = null;
        for (var depth = 0; depth < path.Count - 1; depth++)
        {
            if (!table.TryGet(path[depth], out var next))
            {
                return (table, depth, inline);
            }
            table = next as TomlTable ?? throw new TomlEditException("A name on the way is not a table");
            inline = table.Form == TomlTableForm.Inline ? (table, depth + 1) : inline;
        }
        return (table, path.Count - 1, inline);
    }

    private static TomlChange InInlineTable(TomlTable table, IEnumerable<string> path, TomlToken value)
    {
        var pair = Pair(path, value);
        if (table.Written.Count == 0)
        {
            return new TomlChange(table.Start + 1, table.End - 1, $" {pair} ");
        }
        var end = table.Written[^1].End;
        return new TomlChange(end, end, $", {pair}");
    }

    private static TomlChange AsNewTable(TomlDocument document, IReadOnlyList<string> path, TomlToken value)
    {
        var lineEnd = document.LineEnd;
        var header = $"[{TomlToken.Key(path.SkipLast(1))}]";
        var gap = TomlLines.UpToEmptyLine(document.Text, lineEnd);
        var end = document.Text.Length;
        return new TomlChange(end, end, $"{gap}{header}{lineEnd}{Pair(path.TakeLast(1), value)}{lineEnd}");
    }

    private static TomlChange AmongDottedKeys(TomlDocument document, IReadOnlyList<string> path, TomlToken value)
    {
        var parent = path.SkipLast(1).ToList();
        var last = document.Statements.Last(pair =>
            !pair.IsHeader && (pair.Header?.Path.Count ?? 0) < parent.Count && pair.IsWithin(parent)
        );
        return After(document, last, path.Skip(last.Header?.Path.Count ?? 0), value);
    }

    private static TomlChange AtTop(TomlDocument document, IReadOnlyList<string> path, TomlToken value)
    {
        if (document.Statements.LastOrDefault(pair => !pair.IsHeader && pair.Header is null) is { } last)
        {
            return After(document, last, path, value);
        }
        var pair = Pair(path, value) + document.LineEnd;
        if (document.Statements.Count > 0)
        {
            var first = TomlLines.StartWithComments(document.Text, document.Statements[0].Start);
            return new TomlChange(first, first, pair + document.LineEnd);
        }
        var end = document.Text.Length;
        var isOpen = end > 0 && document.Text[^1] != '\n';
        return new TomlChange(end, end, isOpen ? document.LineEnd + pair : pair);
    }

    private static TomlChange InBody(TomlDocument document, IReadOnlyList<string> path, TomlToken value)
    {
        var parent = path.SkipLast(1).ToList();
        var header = document.Statements.Last(header =>
            header.IsHeader && header.Path.Count == parent.Count && header.IsWithin(parent)
        );
        var last = document.Statements.LastOrDefault(pair => ReferenceEquals(pair.Header, header)) ?? header;
        return After(document, last, path.TakeLast(1), value);
    }

    private static TomlChange After(
        TomlDocument document,
        TomlStatement statement,
        IEnumerable<string> key,
        TomlToken value
    )
    {
        var end = TomlLines.EndOf(document.Text, statement.End);
        var line = TomlLines.Indentation(document.Text, statement.Start) + Pair(key, value) + document.LineEnd;
        return new TomlChange(end, end, document.Text[end - 1] == '\n' ? line : document.LineEnd + line);
    }

    private static string Pair(IEnumerable<string> key, TomlToken value) => $"{TomlToken.Key(key)} = {value.Written}";
}
