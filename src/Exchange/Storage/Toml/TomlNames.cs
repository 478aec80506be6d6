namespace Exchange.Storage.Toml;

/// <summary>Who may name what: where a header or a key leads, and what is already taken (TOML 1.0.0, "Table", "Keys").</summary>
internal static class TomlNames
{
    private const string Taken = "This name is already in use";
    private const string NoTable = "This name leads through something that is not a table";
    private const string Closed = "This table is complete where it is defined; nothing can be added to it";

    /// <summary>Adds a value under a possibly dotted key to a body.</summary>
    public static void Add(TomlScanner scanner, TomlTable body, IReadOnlyList<string> key, int at, TomlNode value)
    {
        var table = body;
        for (var i = 0; i < key.Count - 1; i++)
        {
            table = Dotted(scanner, table, key[i], at);
        }
        if (table.TryGet(key[^1], out _))
        {
            throw scanner.ErrorAt(at, Taken);
        }
        table.Add(key[^1], value);
    }

    /// <summary>The table that <c>[key]</c> begins.</summary>
    public static TomlTable Begin(TomlScanner scanner, TomlTable root, IReadOnlyList<string> key, int at)
    {
        var parent = Parent(scanner, root, key, at);
        if (!parent.TryGet(key[^1], out var present))
        {
            var table = new TomlTable(TomlTableForm.Header, 0);
            parent.Add(key[^1], table);
            return table;
        }
        if (present is not TomlTable { Form: TomlTableForm.Implicit } named)
        {
            throw scanner.ErrorAt(at, Taken);
        }
        named.Form = TomlTableForm.Header;
        return named;
    }

    /// <summary>The table that <c>[[key]]</c> adds to its array.</summary>
    public static TomlTable BeginElement(TomlScanner scanner, TomlTable root, IReadOnlyList<string> key, int at)
    {
        var parent = Parent(scanner, root, key, at);
        if (!parent.TryGet(key[^1], out var present))
        {
            present = new TomlArray(0, isOfTables: true);
            parent.Add(key[^1], present);
        }
        if (present is not TomlArray { IsOfTables: true } array)
        {
            throw scanner.ErrorAt(at, Taken);
        }
        var table = new TomlTable(TomlTableForm.Header, 0);
        array.Add(table);
        return table;
    }

    private static TomlTable Dotted(TomlScanner scanner, TomlTable table, string name, int at)
    {
        if (!table.TryGet(name, out var present))
        {
            var added = new TomlTable(TomlTableForm.Dotted, 0);
            table.Add(name, added);
            return added;
        }
        return present switch
        {
            TomlTable { Form: TomlTableForm.Dotted } known => known,
            TomlTable => throw scanner.ErrorAt(at, Closed),
            _ => throw scanner.ErrorAt(at, NoTable),
        };
    }

    private static TomlTable Parent(TomlScanner scanner, TomlTable root, IReadOnlyList<string> key, int at)
    {
        var table = root;
        for (var i = 0; i < key.Count - 1; i++)
        {
            if (!table.TryGet(key[i], out var present))
            {
                present = new TomlTable(TomlTableForm.Implicit, 0);
                table.Add(key[i], present);
            }
            table = present switch
            {
                TomlTable { Form: not TomlTableForm.Inline } known => known,
                TomlTable => throw scanner.ErrorAt(at, Closed),
                TomlArray { IsOfTables: true } array => (TomlTable)array.Items[^1],
                _ => throw scanner.ErrorAt(at, NoTable),
            };
        }
        return table;
    }
}
