using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.Strategy.Wire;

internal sealed class PriceWire
{
    [JsonPropertyName("chainIndex"), JsonConverter(typeof(FlexibleText))]
    public string? ChainIndex { get; set; }

    [JsonPropertyName("tokenContractAddress")]
    public string? TokenContractAddress { get; set; }

    [JsonPropertyName("time"), JsonConverter(typeof(FlexibleText))]
    public string? Time { get; set; }

    [JsonPropertyName("price"), JsonConverter(typeof(FlexibleText))]
    public string? Price { get; set; }
}

internal sealed class TokenInfoWire
{
    [JsonPropertyName("chainIndex"), JsonConverter(typeof(FlexibleText))]
    public string? ChainIndex { get; set; }

    [JsonPropertyName("tokenContractAddress")]
    public string? TokenContractAddress { get; set; }

    [JsonPropertyName("tokenName")]
    public string? TokenName { get; set; }

    [JsonPropertyName("tokenSymbol")]
    public string? TokenSymbol { get; set; }

    [JsonPropertyName("decimal"), JsonConverter(typeof(FlexibleText))]
    public string? Decimal { get; set; }

    [JsonPropertyName("tagList")]
    public System.Text.Json.JsonElement? TagList { get; set; }
}
