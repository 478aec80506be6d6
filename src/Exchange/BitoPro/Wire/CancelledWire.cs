using System.Text.Json.Serialization;

namespace Exchange.BitoPro.Wire;

/// <summary>The answer of T15 and T16: ids by upper-case pair; <c>data</c> may be empty or absent when nothing was open.</summary>
internal sealed class CancelledWire : WireObject
{
    [JsonPropertyName("data")]
    public Dictionary<string, string[]?>? Data { get; set; }

    public IReadOnlyList<BitoProCancellation> ToCancellations() =>
        [
            .. (Data ?? []).SelectMany(ofPair =>
                (ofPair.Value ?? []).Select(id => new BitoProCancellation
                {
                    OrderId = id,
                    Pair = ofPair.Key.ToLowerInvariant(),
                })
            ),
        ];
}
