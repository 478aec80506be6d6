using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.Okx.Wire;

/// <summary>The last prices of an instrument.</summary>
internal sealed class TickerWire
{
    [JsonPropertyName("instId"), JsonRequired]
    public string InstId { get; set; } = "";

    [JsonPropertyName("instType")]
    public string? InstType { get; set; }

    [JsonPropertyName("last"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Last { get; set; }

    [JsonPropertyName("lastSz"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? LastSize { get; set; }

    [JsonPropertyName("askPx"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Ask { get; set; }

    [JsonPropertyName("askSz"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? AskSize { get; set; }

    [JsonPropertyName("bidPx"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Bid { get; set; }

    [JsonPropertyName("bidSz"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? BidSize { get; set; }

    [JsonPropertyName("open24h"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Open24h { get; set; }

    [JsonPropertyName("high24h"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? High24h { get; set; }

    [JsonPropertyName("low24h"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Low24h { get; set; }

    [JsonPropertyName("vol24h"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Volume24h { get; set; }

    [JsonPropertyName("volCcy24h"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? CurrencyVolume24h { get; set; }

    [JsonPropertyName("ts"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Time { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    public OkxTicker ToModel() =>
        new()
        {
            InstId = InstId,
            InstType = InstType,
            Last = Last,
            LastSize = LastSize,
            Ask = Ask,
            AskSize = AskSize,
            Bid = Bid,
            BidSize = BidSize,
            Open24h = Open24h,
            High24h = High24h,
            Low24h = Low24h,
            Volume24h = Volume24h,
            CurrencyVolume24h = CurrencyVolume24h,
            Time = Time,
            Extra = Extra,
        };
}
