using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.BitoPro.Wire;

/// <summary>What every frame says of itself (bitopro.md section 8).</summary>
internal interface IFrameWire
{
    /// <summary>The stream's word: TICKER, ORDER_BOOK and so on.</summary>
    string? Event { get; }
}

internal sealed class TickerFrameWire : TickerWire, IFrameWire
{
    [JsonPropertyName("event"), JsonRequired]
    public string? Event { get; set; }

    [JsonPropertyName("lastPriceUSD"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? LastPriceUsd { get; set; }

    [JsonPropertyName("lastPriceTWD"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? LastPriceTwd { get; set; }

    [JsonPropertyName("volume24hrUSD"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Volume24HrUsd { get; set; }

    [JsonPropertyName("volume24hrTWD"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Volume24HrTwd { get; set; }

    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Timestamp { get; set; }

    // UTC+8 that is marked Z: never read (bitopro.md section 8).
    [JsonPropertyName("datetime")]
    public JsonElement Datetime { get; set; }

    public BitoProTicker ToFrameModel(string pair) =>
        ToModel(null) with
        {
            Pair = pair,
            LastPriceUsd = LastPriceUsd,
            LastPriceTwd = LastPriceTwd,
            Volume24HrUsd = Volume24HrUsd,
            Volume24HrTwd = Volume24HrTwd,
            Time = Timestamp,
        };
}

internal sealed class OrderBookFrameWire : OrderBookWire, IFrameWire
{
    [JsonPropertyName("event"), JsonRequired]
    public string? Event { get; set; }

    [JsonPropertyName("eventID"), JsonConverter(typeof(FlexibleText))]
    public string? EventId { get; set; }

    [JsonPropertyName("pair")]
    public string? Pair { get; set; }

    // What was asked for.
    [JsonPropertyName("limit"), JsonConverter(typeof(FlexibleInteger))]
    public long? Limit { get; set; }

    [JsonPropertyName("scale"), JsonConverter(typeof(FlexibleInteger))]
    public long? Scale { get; set; }

    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonPropertyName("datetime")]
    public JsonElement Datetime { get; set; }

    public BitoProOrderBook ToFrameModel(string pair) => ToModel(pair) with { Time = Timestamp, EventId = EventId };
}

/// <summary>A frame whose news are in <c>data</c>.</summary>
internal sealed class FrameWire<T> : WireObject, IFrameWire
    where T : class
{
    [JsonPropertyName("event"), JsonRequired]
    public string? Event { get; set; }

    [JsonPropertyName("pair")]
    public string? Pair { get; set; }

    // When the frame was made; what happened has a time of its own.
    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonPropertyName("datetime")]
    public JsonElement Datetime { get; set; }

    [JsonPropertyName("data"), JsonRequired]
    public T? Data { get; set; }

    public T Required => Data ?? throw new JsonException("The field data is missing.");
}

/// <summary>A fill as its stream tells it: other words than T18, for the same facts.</summary>
internal sealed class UserTradeWire : WireObject
{
    [JsonPropertyName("base"), JsonRequired]
    public string? Base { get; set; }

    [JsonPropertyName("quote"), JsonRequired]
    public string? Quote { get; set; }

    [JsonPropertyName("side")]
    public string? Side { get; set; }

    [JsonPropertyName("price"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Price { get; set; }

    [JsonPropertyName("volume"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Volume { get; set; }

    [JsonPropertyName("fee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Fee { get; set; }

    [JsonPropertyName("feeCurrency")]
    public string? FeeCurrency { get; set; }

    [JsonPropertyName("transactionTimestamp"), JsonConverter(typeof(UnixSeconds))]
    public DateTimeOffset? TransactionTimestamp { get; set; }

    // When it was told; when it happened is what counts.
    [JsonPropertyName("eventTimestamp"), JsonConverter(typeof(UnixSeconds))]
    public DateTimeOffset? EventTimestamp { get; set; }

    [JsonPropertyName("orderID"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? OrderId { get; set; }

    [JsonPropertyName("orderType")]
    public string? OrderType { get; set; }

    [JsonPropertyName("matchID"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? MatchId { get; set; }

    // The order's type says it too.
    [JsonPropertyName("isMarket"), JsonConverter(typeof(FlexibleBoolean))]
    public bool? IsMarket { get; set; }

    // The contract's table says text, its sample says true.
    [JsonPropertyName("isMaker"), JsonConverter(typeof(FlexibleBoolean))]
    public bool? IsMaker { get; set; }

    public BitoProFill ToModel() =>
        new()
        {
            TradeId = MatchId ?? throw new JsonException("A fill without an id."),
            OrderId = OrderId ?? throw new JsonException("A fill without an order."),
            Pair = StreamCase.Lower($"{Base}_{Quote}"),
            Side = SideOf(Side),
            Price = Price,
            BaseAmount = Volume,
            QuoteAmount = Value(Price, Volume),
            Fee = Fee,
            FeeSymbol = FeeCurrency?.ToUpperInvariant(),
            IsTaker = !IsMaker,
            CreatedAt = TransactionTimestamp,
            OrderType = OrderType?.ToUpperInvariant(),
            Extra = Extra,
        };

    private static BitoProSide? SideOf(string? word) =>
        word?.ToUpperInvariant() switch
        {
            "BID" => BitoProSide.Buy,
            "ASK" => BitoProSide.Sell,
            _ => null,
        };

    private static decimal? Value(decimal? price, decimal? amount)
    {
        try
        {
            return price * amount is { } value ? ExactDecimal.Trim(value) : null;
        }
        catch (OverflowException trouble)
        {
            throw new JsonException("A fill larger than any number.", trouble);
        }
    }
}
