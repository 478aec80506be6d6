using System.Text.Json;

namespace Exchange.Simulator.Strategy.Wire;

/// <summary>Fields of a request whose JSON types matter: a number where text is meant is refused (strategy.md 2.5).</summary>
internal readonly struct StrictFields(JsonElement parent, string path = "")
{
    /// <exception cref="BackendRefusal">100</exception>
    public StrictFields Object(string name) =>
        Of(name, JsonValueKind.Object) is { } value
            ? new(value, $"{path}{name}.")
            : throw Wrong(name, "is not an object");

    /// <summary>A string that is not blank.</summary>
    /// <exception cref="BackendRefusal">100</exception>
    public string Text(string name) =>
        Of(name, JsonValueKind.String)?.GetString() is { Length: > 0 } text
            ? text
            : throw Wrong(name, "is not a string or is blank");

    public string? OptionalText(string name) => Of(name, JsonValueKind.String)?.GetString();

    /// <summary>A whole number, not text.</summary>
    /// <exception cref="BackendRefusal">100</exception>
    public long Number(string name) =>
        Of(name, JsonValueKind.Number) is { } value && value.TryGetInt64(out var number)
            ? number
            : throw Wrong(name, "is not a number");

    public long? OptionalNumber(string name) => Has(name) ? Number(name) : null;

    /// <exception cref="BackendRefusal">100</exception>
    public bool Flag(string name) =>
        Of(name, JsonValueKind.True) is not null
        || (Of(name, JsonValueKind.False) is not null ? false : throw Wrong(name, "is not a boolean"));

    /// <summary>The strings of an array; null when the field is absent.</summary>
    /// <exception cref="BackendRefusal">100: it is something else.</exception>
    public IReadOnlyList<string>? Texts(string name) =>
        Items(name, JsonValueKind.String)?.Select(item => item.GetString()!).ToList();

    /// <summary>The whole numbers of an array; null when the field is absent.</summary>
    /// <exception cref="BackendRefusal">100: it is something else.</exception>
    public IReadOnlyList<int>? Numbers(string name) =>
        Items(name, JsonValueKind.Number)?.Select(item => item.GetInt32()).ToList();

    public bool Has(string name) => parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out _);

    /// <exception cref="BackendRefusal">100: a field is there that must not be.</exception>
    public void MustLack(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Has(name))
            {
                throw Wrong(name, "must be absent");
            }
        }
    }

    public BackendRefusal Wrong(string name, string reason) => BackendRefusal.Parameter(path + name, reason);

    private JsonElement? Of(string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(name, out var value)
        && value.ValueKind == kind
            ? value
            : null;

    private IEnumerable<JsonElement>? Items(string name, JsonValueKind kind)
    {
        if (!Has(name))
        {
            return null;
        }
        return Of(name, JsonValueKind.Array) is { } array && array.EnumerateArray().All(item => item.ValueKind == kind)
            ? array.EnumerateArray()
            : throw Wrong(name, $"is not an array of {kind}");
    }
}
