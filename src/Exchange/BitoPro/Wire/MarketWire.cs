using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.BitoPro.Wire;

internal class TickerWire : WireObject
{
    [JsonPropertyName("pair")]
    public string? Pair { get; set; }

    [JsonPropertyName("lastPrice"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? LastPrice { get; set; }

    [JsonPropertyName("isBuyer")]
    public bool? IsBuyer { get; set; }

    [JsonPropertyName("priceChange24hr"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? PriceChange24Hr { get; set; }

    [JsonPropertyName("volume24hr"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Volume24Hr { get; set; }

    [JsonPropertyName("high24hr"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? High24Hr { get; set; }

    [JsonPropertyName("low24hr"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Low24Hr { get; set; }

    public BitoProTicker ToModel(string? asked) =>
        new()
        {
            Pair = Pair ?? asked ?? "",
            LastPrice = LastPrice,
            IsBuyer = IsBuyer,
            PriceChange24Hr = PriceChange24Hr,
            Volume24Hr = Volume24Hr,
            High24Hr = High24Hr,
            Low24Hr = Low24Hr,
            Extra = Extra,
        };
}

internal sealed class BookLevelWire : WireObject
{
    [JsonPropertyName("price"), JsonConverter(typeof(FlexibleDecimal)), JsonRequired]
    public decimal? Price { get; set; }

    [JsonPropertyName("amount"), JsonConverter(typeof(FlexibleDecimal)), JsonRequired]
    public decimal? Amount { get; set; }

    [JsonPropertyName("count"), JsonConverter(typeof(FlexibleInteger))]
    public long? Count { get; set; }

    [JsonPropertyName("total"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Total { get; set; }

    public BitoProBookLevel ToModel() => new(Price ?? 0, Amount ?? 0, Count.Fitted() ?? 0, Total ?? 0);
}

internal class OrderBookWire : WireObject
{
    [JsonPropertyName("asks"), JsonRequired]
    public BookLevelWire[] Asks { get; set; } = [];

    [JsonPropertyName("bids"), JsonRequired]
    public BookLevelWire[] Bids { get; set; } = [];

    public BitoProOrderBook ToModel(string pair) =>
        new()
        {
            Pair = pair,
            Asks = Asks.Map(level => level.ToModel()),
            Bids = Bids.Map(level => level.ToModel()),
            Extra = Extra,
        };
}

internal sealed class TradeWire : WireObject
{
    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixSeconds))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonPropertyName("price"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Price { get; set; }

    [JsonPropertyName("amount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Amount { get; set; }

    [JsonPropertyName("isBuyer")]
    public bool? IsBuyer { get; set; }

    public BitoProTrade ToModel(string pair) =>
        new()
        {
            Pair = pair,
            Time = Timestamp,
            Price = Price,
            Amount = Amount,
            IsBuyer = IsBuyer,
            Extra = Extra,
        };
}

internal sealed class CandlestickWire : WireObject
{
    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonPropertyName("open"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Open { get; set; }

    [JsonPropertyName("high"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? High { get; set; }

    [JsonPropertyName("low"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Low { get; set; }

    [JsonPropertyName("close"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Close { get; set; }

    [JsonPropertyName("volume"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Volume { get; set; }

    public BitoProCandlestick ToModel(string pair, string resolution) =>
        new()
        {
            Pair = pair,
            Resolution = resolution,
            Time = Timestamp,
            Open = Open,
            High = High,
            Low = Low,
            Close = Close,
            Volume = Volume,
            Extra = Extra,
        };
}
