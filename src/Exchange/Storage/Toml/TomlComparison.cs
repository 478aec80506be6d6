namespace Exchange.Storage.Toml;

/// <summary>Compares what documents say, whatever their form. Needs no call stack for depth.</summary>
internal static class TomlComparison
{
    private static readonly TomlTable Empty = new(TomlTableForm.Implicit, 0);

    /// <summary>True when both say the same, except that <paramref name="path"/> is now <paramref name="value"/>, or gone when that is null.</summary>
    public static bool DiffersOnlyAt(TomlTable before, TomlTable after, IReadOnlyList<string> path, TomlToken? value)
    {
        for (var i = 0; i < path.Count; i++)
        {
            if (!IsSame(before, after, except: path[i]))
            {
                return false;
            }
            before.TryGet(path[i], out var old);
            after.TryGet(path[i], out var now);
            if (i == path.Count - 1)
            {
                return value is { } wanted
                    ? now is TomlScalar scalar && scalar.Kind == wanted.Kind && scalar.Text == wanted.Text
                    : now is null;
            }
            // A table may come with its first key, and go with its last one.
            var (kept, other) = value is null ? (old, now) : (now, old);
            if (kept is not TomlTable || other is not (TomlTable or null))
            {
                return false;
            }
            before = old as TomlTable ?? Empty;
            after = now as TomlTable ?? Empty;
        }
        return true;
    }

    /// <summary>True when both say the same.</summary>
    public static bool IsSame(TomlTable one, TomlTable other) => IsSame(one, other, except: null);

    private static bool IsSame(TomlTable one, TomlTable other, string? except)
    {
        var open = new Stack<(TomlNode One, TomlNode Other)>();
        if (!TryOpen(open, one, other, except))
        {
            return false;
        }
        while (open.TryPop(out var pair))
        {
            var isSame = pair switch
            {
                (TomlScalar a, TomlScalar b) => a.Kind == b.Kind && a.Text == b.Text,
                (TomlTable a, TomlTable b) => TryOpen(open, a, b, except: null),
                (TomlArray a, TomlArray b) => TryOpen(open, a, b),
                _ => false,
            };
            if (!isSame)
            {
                return false;
            }
        }
        return true;
    }

    private static bool TryOpen(Stack<(TomlNode, TomlNode)> open, TomlTable one, TomlTable other, string? except)
    {
        foreach (var (key, value) in one.Entries)
        {
            if (key == except)
            {
                continue;
            }
            if (!other.TryGet(key, out var there))
            {
                return false;
            }
            open.Push((value, there));
        }
        return CountOf(one, except) == CountOf(other, except);
    }

    private static bool TryOpen(Stack<(TomlNode, TomlNode)> open, TomlArray one, TomlArray other)
    {
        if (one.Items.Count != other.Items.Count)
        {
            return false;
        }
        for (var i = 0; i < one.Items.Count; i++)
        {
            open.Push((one.Items[i], other.Items[i]));
        }
        return true;
    }

    private static int CountOf(TomlTable table, string? except) =>
        table.Entries.Count - (except is not null && table.TryGet(except, out _) ? 1 : 0);
}
