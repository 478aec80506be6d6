using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.Okx.Wire;

/// <summary>Source-generated readers of the typed answers.</summary>
[JsonSourceGenerationOptions(MaxDepth = 64, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(OkxData<TimeWire>), TypeInfoPropertyName = "Times")]
[JsonSerializable(typeof(OkxData<AccountWire>), TypeInfoPropertyName = "Balances")]
[JsonSerializable(typeof(OkxData<TickerWire>), TypeInfoPropertyName = "Tickers")]
internal sealed partial class OkxJson : JsonSerializerContext;

/// <summary>An envelope whose data is known.</summary>
internal sealed class OkxData<T>
    where T : class
{
    [JsonPropertyName("data")]
    public T?[]? Data { get; set; }

    /// <summary>The items; none may be missing.</summary>
    public IEnumerable<T> Items =>
        (Data ?? throw new JsonException("The field data is missing.")).Select(item =>
            item ?? throw new JsonException("An item of data is missing.")
        );

    /// <summary>The first item, which this answer must have.</summary>
    public T First() => Items.FirstOrDefault() ?? throw new JsonException("The field data is empty.");
}

internal sealed class TimeWire
{
    [JsonPropertyName("ts"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Ts { get; set; }

    public DateTimeOffset Time => Ts ?? throw new JsonException("The field ts is missing.");
}
