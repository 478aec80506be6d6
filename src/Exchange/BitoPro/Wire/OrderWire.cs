using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.BitoPro.Wire;

internal sealed class OrderWire : WireObject
{
    [JsonPropertyName("id"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? Id { get; set; }

    [JsonPropertyName("pair")]
    public string? Pair { get; set; }

    [JsonPropertyName("price"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Price { get; set; }

    [JsonPropertyName("avgExecutionPrice"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? AvgExecutionPrice { get; set; }

    [JsonPropertyName("action")]
    public string? Action { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("status"), JsonConverter(typeof(FlexibleInteger)), JsonRequired]
    public long? Status { get; set; }

    [JsonPropertyName("originalAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? OriginalAmount { get; set; }

    [JsonPropertyName("remainingAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? RemainingAmount { get; set; }

    [JsonPropertyName("executedAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? ExecutedAmount { get; set; }

    [JsonPropertyName("fee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Fee { get; set; }

    [JsonPropertyName("feeSymbol")]
    public string? FeeSymbol { get; set; }

    [JsonPropertyName("bitoFee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? BitoFee { get; set; }

    [JsonPropertyName("total"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Total { get; set; }

    [JsonPropertyName("seq"), JsonConverter(typeof(FlexibleText))]
    public string? Seq { get; set; }

    [JsonPropertyName("stopPrice"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? StopPrice { get; set; }

    [JsonPropertyName("condition")]
    public string? Condition { get; set; }

    [JsonPropertyName("timeInForce")]
    public string? TimeInForce { get; set; }

    [JsonPropertyName("clientId"), JsonConverter(typeof(FlexibleInteger))]
    public long? ClientId { get; set; }

    // Its spelling in streams (bitopro.md section 8).
    [JsonPropertyName("clientID"), JsonConverter(typeof(FlexibleInteger))]
    public long? ClientIdOfStream { get; set; }

    [JsonPropertyName("createdTimestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? CreatedTimestamp { get; set; }

    [JsonPropertyName("updatedTimestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? UpdatedTimestamp { get; set; }

    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonPropertyName("stopProfitSetting")]
    public JsonElement? StopProfitSetting { get; set; }

    [JsonPropertyName("stopLossSetting")]
    public JsonElement? StopLossSetting { get; set; }

    [JsonPropertyName("selfOrderStrategySetting")]
    public JsonElement? SelfOrderStrategySetting { get; set; }

    public BitoProOrder ToModel(string? asked = null) =>
        new()
        {
            OrderId = Id ?? throw new JsonException("An order without an id."),
            Pair = Pair ?? asked ?? "",
            Side = BitoProWords.SideOf(Action),
            Type = Type,
            Status = (BitoProOrderStatus)(Status.Fitted() ?? throw new JsonException("An order without a status.")),
            Price = Price,
            OriginalAmount = OriginalAmount,
            RemainingAmount = RemainingAmount,
            ExecutedAmount = ExecutedAmount,
            AvgExecutionPrice = AvgExecutionPrice,
            Total = Total,
            Fee = Fee,
            FeeSymbol = FeeSymbol,
            BitoFee = BitoFee,
            StopPrice = StopPrice,
            Condition = Condition,
            TimeInForce = TimeInForce,
            ClientId = ClientId ?? ClientIdOfStream,
            Seq = Seq,
            CreatedAt = CreatedTimestamp ?? Timestamp,
            UpdatedAt = UpdatedTimestamp ?? Timestamp,
            StopProfitSetting = StopProfitSetting,
            StopLossSetting = StopLossSetting,
            SelfOrderStrategySetting = SelfOrderStrategySetting,
            Extra = Extra,
        };
}

internal sealed class FillWire : WireObject
{
    [JsonPropertyName("tradeId"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? TradeId { get; set; }

    [JsonPropertyName("orderId"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? OrderId { get; set; }

    [JsonPropertyName("price"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Price { get; set; }

    [JsonPropertyName("action")]
    public string? Action { get; set; }

    [JsonPropertyName("baseAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? BaseAmount { get; set; }

    [JsonPropertyName("quoteAmount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? QuoteAmount { get; set; }

    [JsonPropertyName("fee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Fee { get; set; }

    [JsonPropertyName("feeSymbol")]
    public string? FeeSymbol { get; set; }

    [JsonPropertyName("isTaker")]
    public bool? IsTaker { get; set; }

    [JsonPropertyName("createdTimestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? CreatedTimestamp { get; set; }

    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Timestamp { get; set; }

    public BitoProFill ToModel(string pair) =>
        new()
        {
            TradeId = TradeId ?? throw new JsonException("A fill without an id."),
            OrderId = OrderId ?? throw new JsonException("A fill without an order."),
            Pair = pair,
            Side = BitoProWords.SideOf(Action),
            Price = Price,
            BaseAmount = BaseAmount,
            QuoteAmount = QuoteAmount,
            Fee = Fee,
            FeeSymbol = FeeSymbol,
            IsTaker = IsTaker,
            CreatedAt = CreatedTimestamp ?? Timestamp,
            Extra = Extra,
        };
}

internal sealed class BalanceWire : WireObject
{
    [JsonPropertyName("currency"), JsonRequired]
    public string Currency { get; set; } = "";

    [JsonPropertyName("amount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Amount { get; set; }

    [JsonPropertyName("available"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Available { get; set; }

    [JsonPropertyName("stake"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Stake { get; set; }

    [JsonPropertyName("tradable")]
    public bool? Tradable { get; set; }

    public BitoProBalance ToModel() =>
        new()
        {
            Currency = Currency,
            Amount = Amount,
            Available = Available,
            Stake = Stake,
            Tradable = Tradable,
            Extra = Extra,
        };
}
