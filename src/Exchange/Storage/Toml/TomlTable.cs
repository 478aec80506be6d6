using System.Diagnostics.CodeAnalysis;

namespace Exchange.Storage.Toml;

/// <summary>How a table came to be; it decides who may add to it (TOML 1.0.0, "Table" and "Inline Table").</summary>
internal enum TomlTableForm
{
    /// <summary>Named on the way to a deeper header only; a header of its own may still follow.</summary>
    Implicit,

    /// <summary>The file itself, <c>[name]</c>, or an element of <c>[[name]]</c>.</summary>
    Header,

    /// <summary>Named by dotted keys of one body; sub-tables may have headers, it itself may not.</summary>
    Dotted,

    /// <summary><c>{ … }</c>: whole where it stands, nobody adds to it.</summary>
    Inline,
}

/// <summary>A table whose keys keep the order of the file. Keys are compared by their characters.</summary>
internal sealed class TomlTable(TomlTableForm form, int start) : TomlNode(TomlKind.Table, start)
{
    private const int IndexedFrom = 8;

    private readonly List<KeyValuePair<string, TomlNode>> _entries = [];
    private Dictionary<string, TomlNode>? _index;
    private List<TomlStatement>? _written;

    public TomlTableForm Form { get; set; } = form;

    /// <summary>Keys and values in the order of the file.</summary>
    public IReadOnlyList<KeyValuePair<string, TomlNode>> Entries => _entries;

    /// <summary>The <c>key = value</c> pairs of an inline table, as they are written.</summary>
    public IReadOnlyList<TomlStatement> Written => _written ?? [];

    public bool TryGet(string key, [NotNullWhen(true)] out TomlNode? value)
    {
        if (_index is not null)
        {
            return _index.TryGetValue(key, out value);
        }
        foreach (var entry in _entries)
        {
            if (entry.Key == key)
            {
                value = entry.Value;
                return true;
            }
        }
        value = null;
        return false;
    }

    /// <summary>Adds a key that is not there yet.</summary>
    public void Add(string key, TomlNode value)
    {
        _entries.Add(new(key, value));
        if (_index is not null)
        {
            _index.Add(key, value);
        }
        else if (_entries.Count > IndexedFrom)
        {
            _index = new Dictionary<string, TomlNode>(_entries, StringComparer.Ordinal);
        }
    }

    public void AddWritten(TomlStatement statement) => (_written ??= []).Add(statement);
}
