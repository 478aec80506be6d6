using System.Text.Json;

namespace Exchange.BitoPro;

/// <summary>What every BitoPro object keeps beside its properties.</summary>
public abstract record BitoProObject
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    internal IReadOnlyDictionary<string, JsonElement>? Extra { get; init; }

    /// <summary>Fields of the answer that have no property here, as JSON. A method, so that tables and files stay flat.</summary>
    public IReadOnlyDictionary<string, JsonElement> GetExtensionData() => Extra ?? Nothing;
}
