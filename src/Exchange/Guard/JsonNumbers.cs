using System.Collections.Concurrent;
using System.Text.Json;

namespace Exchange.Guard;

/// <summary>The numbers of one JSON object, each read once: a session is judged again and again and never changes.</summary>
internal sealed class JsonNumbers(JsonElement? owner)
{
    private readonly ConcurrentDictionary<string, JsonQuantity> _read = new(StringComparer.Ordinal);

    public JsonQuantity this[string name] =>
        _read.TryGetValue(name, out var known)
            ? known
            : _read.GetOrAdd(name, static (of, json) => JsonMembers.Number(json, of), owner);
}
