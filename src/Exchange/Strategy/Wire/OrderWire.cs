using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.Strategy.Wire;

/// <summary>An order as the service shows it (strategy.md 2.4).</summary>
internal sealed class OrderWire
{
    [JsonPropertyName("orderId"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? OrderId { get; set; }

    [JsonPropertyName("status"), JsonConverter(typeof(FlexibleInteger)), JsonRequired]
    public long? Status { get; set; }

    [JsonPropertyName("strategyId"), JsonConverter(typeof(FlexibleText))]
    public string? StrategyId { get; set; }

    [JsonPropertyName("userWalletAddress")]
    public string? UserWalletAddress { get; set; }

    [JsonPropertyName("chainId"), JsonConverter(typeof(FlexibleText))]
    public string? ChainId { get; set; }

    [JsonPropertyName("chainName")]
    public string? ChainName { get; set; }

    [JsonPropertyName("createTime"), JsonConverter(typeof(FlexibleText))]
    public string? CreateTime { get; set; }

    [JsonPropertyName("orderStatusUpdateTime"), JsonConverter(typeof(FlexibleText))]
    public string? OrderStatusUpdateTime { get; set; }

    [JsonPropertyName("expireTime"), JsonConverter(typeof(FlexibleText))]
    public string? ExpireTime { get; set; }

    [JsonPropertyName("strategyMode"), JsonConverter(typeof(FlexibleInteger))]
    public long? StrategyMode { get; set; }

    [JsonPropertyName("orderType"), JsonConverter(typeof(FlexibleInteger))]
    public long? OrderType { get; set; }

    [JsonPropertyName("strategyType"), JsonConverter(typeof(FlexibleInteger))]
    public long? StrategyType { get; set; }

    [JsonPropertyName("exchangeDirection"), JsonConverter(typeof(FlexibleInteger))]
    public long? ExchangeDirection { get; set; }

    [JsonPropertyName("canResume"), JsonConverter(typeof(TruthOrNumber))]
    public bool? CanResume { get; set; }

    [JsonPropertyName("fromToken")]
    public OrderTokenWire? FromToken { get; set; }

    [JsonPropertyName("toToken")]
    public OrderTokenWire? ToToken { get; set; }

    [JsonPropertyName("triggerInfo")]
    public TriggerWire? TriggerInfo { get; set; }

    [JsonPropertyName("transactionInfo")]
    public JsonElement? TransactionInfo { get; set; }

    [JsonPropertyName("executionHistoryList")]
    public JsonElement[]? ExecutionHistoryList { get; set; }

    [JsonPropertyName("estimatedWaitTime"), JsonConverter(typeof(FlexibleInteger))]
    public long? EstimatedWaitTime { get; set; }

    [JsonPropertyName("eventCursor"), JsonConverter(typeof(FlexibleText))]
    public string? EventCursor { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

internal sealed class OrderTokenWire
{
    [JsonPropertyName("tokenAmount"), JsonConverter(typeof(FlexibleText))]
    public string? TokenAmount { get; set; }

    // The name of the amount in the first release (strategy.md 2.4).
    [JsonPropertyName("amount"), JsonConverter(typeof(FlexibleText))]
    public string? Amount { get; set; }

    [JsonPropertyName("tokenSymbol")]
    public string? TokenSymbol { get; set; }

    [JsonPropertyName("tokenContractAddress")]
    public string? TokenContractAddress { get; set; }

    [JsonPropertyName("tokenUsd"), JsonConverter(typeof(FlexibleText))]
    public string? TokenUsd { get; set; }
}

internal sealed class TriggerWire
{
    [JsonPropertyName("triggerPrice"), JsonConverter(typeof(FlexibleText))]
    public string? TriggerPrice { get; set; }

    [JsonPropertyName("triggerRate"), JsonConverter(typeof(FlexibleText))]
    public string? TriggerRate { get; set; }
}

internal sealed class OrderPageWire
{
    [JsonPropertyName("dataList")]
    public OrderWire?[]? DataList { get; set; }

    [JsonPropertyName("cursor"), JsonConverter(typeof(FlexibleText))]
    public string? Cursor { get; set; }
}

internal sealed class CancelWire
{
    [JsonPropertyName("updateNum"), JsonConverter(typeof(FlexibleInteger))]
    public long? UpdateNum { get; set; }

    [JsonPropertyName("estimatedWaitTime"), JsonConverter(typeof(FlexibleInteger))]
    public long? EstimatedWaitTime { get; set; }
}

internal sealed class ReactivateWire
{
    [JsonPropertyName("successIds"), JsonConverter(typeof(FlexibleTexts))]
    public string[]? SuccessIds { get; set; }

    [JsonPropertyName("failIds"), JsonConverter(typeof(FlexibleTexts))]
    public string[]? FailIds { get; set; }

    [JsonPropertyName("updateNum"), JsonConverter(typeof(FlexibleInteger))]
    public long? UpdateNum { get; set; }
}

/// <summary>Texts from JSON strings or numbers: an id keeps every digit.</summary>
internal sealed class FlexibleTexts : JsonConverter<string[]?>
{
    public override string[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list was expected.");
        }
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (FlexibleText.Of(ref reader) is { } text)
            {
                texts.Add(text);
            }
        }
        return [.. texts];
    }

    public override void Write(Utf8JsonWriter writer, string[]? value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are not written.");
}
