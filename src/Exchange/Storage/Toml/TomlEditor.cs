namespace Exchange.Storage.Toml;

/// <summary>
/// Changes one thing in a document and keeps every other byte: comments, order, quoting, line ends. Each result is read again and
/// compared with what was wanted before anybody gets it.
/// </summary>
internal static class TomlEditor
{
    /// <summary>
    /// Sets a value: in place when the key is there; else at the end of its table, above the first header, in its inline table, or in a
    /// new table at the end. A key that has the value already stays as it is written.
    /// </summary>
    /// <param name="document">The document before.</param>
    /// <param name="path">The names of the tables and of the key.</param>
    /// <param name="value">What it is to be.</param>
    /// <exception cref="TomlEditException">The key is a table, or its path leads through something that is none.</exception>
    public static TomlDocument Set(TomlDocument document, IReadOnlyList<string> path, TomlToken value)
    {
        var present = document.Find(path);
        if (present is TomlScalar same && same.Kind == value.Kind && same.Text == value.Text)
        {
            return document;
        }
        var change = present switch
        {
            null => TomlInsertion.Of(document, path, value),
            TomlScalar or TomlArray { IsOfTables: false } => new TomlChange(present.Start, present.End, value.Written),
            _ => throw new TomlEditException("A table stands where a value is to be"),
        };
        return Proved(document, [change], path, value);
    }

    /// <summary>Removes a key, or a table with all that is in it. What is not there needs no removal.</summary>
    /// <exception cref="TomlEditException">It cannot be taken out without touching more.</exception>
    public static TomlDocument Remove(TomlDocument document, IReadOnlyList<string> path) =>
        document.Find(path) is null ? document : Proved(document, TomlRemoval.Of(document, path), path, null);

    private static TomlDocument Proved(
        TomlDocument before,
        IReadOnlyList<TomlChange> changes,
        IReadOnlyList<string> path,
        TomlToken? value
    )
    {
        TomlDocument after;
        try
        {
            after = TomlDocument.Parse(TomlChange.Apply(before.Text, changes));
        }
        catch (TomlSyntaxException)
        {
            throw Unsafe();
        }
        return TomlComparison.DiffersOnlyAt(before.Root, after.Root, path, value) ? after : throw Unsafe();
    }

    private static TomlEditException Unsafe() => new("It is written in a form that cannot be changed in place");
}
