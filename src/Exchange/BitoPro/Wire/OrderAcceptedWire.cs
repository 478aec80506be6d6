using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.BitoPro.Wire;

/// <summary>The answer to placing (T6) or cancelling (T7) one order.</summary>
internal sealed class OrderAcceptedWire : WireObject
{
    [JsonPropertyName("orderId"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? OrderId { get; set; }

    [JsonPropertyName("action")]
    public string? Action { get; set; }

    [JsonPropertyName("amount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Amount { get; set; }

    [JsonPropertyName("price"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Price { get; set; }

    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonPropertyName("timeInForce")]
    public string? TimeInForce { get; set; }

    [JsonPropertyName("clientId"), JsonConverter(typeof(FlexibleInteger))]
    public long? ClientId { get; set; }

    public BitoProOrderReceipt ToReceipt(BitoProOrderDraft draft) =>
        new()
        {
            OrderId = OrderId ?? throw new JsonException("An accepted order without an id."),
            Pair = draft.Pair,
            Side = BitoProWords.SideOf(Action) ?? draft.Side,
            Type = BitoProWords.Of(draft.Type),
            Amount = Amount,
            Price = Price,
            TimeInForce = TimeInForce,
            ClientId = ClientId,
            CreatedAt = Timestamp,
            Extra = Extra,
        };

    public BitoProCancellation ToCancellation(BitoProOrderKey order) =>
        new()
        {
            OrderId = OrderId ?? throw new JsonException("A cancelled order without an id."),
            Pair = order.Pair,
            Side = BitoProWords.SideOf(Action),
            Amount = Amount,
            Price = Price,
            CancelledAt = Timestamp,
            Extra = Extra,
        };
}
