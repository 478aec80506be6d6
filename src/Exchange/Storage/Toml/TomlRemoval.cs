namespace Exchange.Storage.Toml;

/// <summary>
/// What goes with a key: its line; with a table: its headers, the comments directly above them, its keys and its sub-tables; nothing
/// else (okx-account.md 2.2, rule 2).
/// </summary>
internal static class TomlRemoval
{
    public static IReadOnlyList<TomlChange> Of(TomlDocument document, IReadOnlyList<string> path)
    {
        var table = document.Root;
        (TomlTable Table, int Depth)? inline = null;
        for (var depth = 0; depth < path.Count - 1; depth++)
        {
            table = table.TryGet(path[depth], out var next) && next is TomlTable known ? known : table;
            inline = table.Form == TomlTableForm.Inline ? (table, depth + 1) : inline;
        }
        return inline is { } found
            ? FromInlineTable(found.Table, [.. path.Skip(found.Depth)])
            : FromLines(document, path);
    }

    private static List<TomlChange> FromLines(TomlDocument document, IReadOnlyList<string> path)
    {
        var changes = new List<TomlChange>();
        TomlStatement? section = null;
        foreach (var statement in document.Statements.Where(statement => statement.IsWithin(path)))
        {
            var end = TomlLines.EndOf(document.Text, statement.End);
            if (!statement.IsHeader && section is not null && ReferenceEquals(statement.Header, section))
            {
                changes[^1] = changes[^1] with { End = end };
                continue;
            }
            section = statement.IsHeader ? statement : null;
            var start = statement.IsHeader
                ? TomlLines.StartWithComments(document.Text, statement.Start)
                : TomlLines.StartOf(document.Text, statement.Start);
            changes.Add(new TomlChange(start, end, ""));
        }
        return changes;
    }

    private static List<TomlChange> FromInlineTable(TomlTable table, List<string> path)
    {
        var pairs = table.Written;
        var first = 0;
        while (first < pairs.Count && pairs[first].IsWithin(path))
        {
            first++;
        }
        if (first == pairs.Count)
        {
            return [new TomlChange(table.Start + 1, table.End - 1, "")];
        }
        var changes = new List<TomlChange>();
        if (first > 0)
        {
            changes.Add(new TomlChange(pairs[0].Start, pairs[first].Start, ""));
        }
        for (var i = first + 1; i < pairs.Count; i++)
        {
            if (pairs[i].IsWithin(path))
            {
                changes.Add(new TomlChange(pairs[i - 1].End, pairs[i].End, ""));
            }
        }
        return changes;
    }
}
