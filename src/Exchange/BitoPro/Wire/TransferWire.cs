using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.BitoPro.Wire;

/// <summary>A deposit or withdrawal (T19, T20, T21).</summary>
internal sealed class TransferWire : WireObject
{
    [JsonPropertyName("serial"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? Serial { get; set; }

    [JsonPropertyName("timestamp"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? Timestamp { get; set; }

    [JsonPropertyName("datetime"), JsonConverter(typeof(UnixSeconds))]
    public DateTimeOffset? DateTime { get; set; }

    [JsonPropertyName("address"), JsonConverter(typeof(FlexibleText))]
    public string? Address { get; set; }

    [JsonPropertyName("amount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Amount { get; set; }

    [JsonPropertyName("fee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Fee { get; set; }

    [JsonPropertyName("total"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Total { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("txid"), JsonConverter(typeof(FlexibleText))]
    public string? TxId { get; set; }

    [JsonPropertyName("message"), JsonConverter(typeof(FlexibleText))]
    public string? Message { get; set; }

    [JsonPropertyName("protocol")]
    public string? Protocol { get; set; }

    [JsonPropertyName("id"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? Id { get; set; }

    public BitoProDeposit ToDeposit(string currency) =>
        new()
        {
            Id = KnownId,
            Serial = KnownSerial,
            Currency = currency,
            Amount = Amount,
            Fee = Fee,
            Total = Total,
            Status = Status,
            Protocol = Protocol,
            Address = Address,
            Message = Message,
            TxId = TxId,
            CreatedAt = Timestamp ?? DateTime,
            Extra = Extra,
        };

    public BitoProWithdrawal ToWithdrawal(string currency) =>
        new()
        {
            Id = KnownId,
            Serial = KnownSerial,
            Currency = currency,
            Amount = Amount,
            Fee = Fee,
            Total = Total,
            Status = Status,
            Protocol = Protocol,
            Address = Address,
            Message = Message,
            TxId = TxId,
            CreatedAt = Timestamp ?? DateTime,
            Extra = Extra,
        };

    private string KnownId => Id ?? throw new JsonException("A transfer without an id.");

    private string KnownSerial => Serial ?? throw new JsonException("A transfer without a serial.");
}

/// <summary>The answer to a new withdrawal (T22).</summary>
internal sealed class WithdrawalAcceptedWire : WireObject
{
    [JsonPropertyName("serial"), JsonConverter(typeof(FlexibleText)), JsonRequired]
    public string? Serial { get; set; }

    [JsonPropertyName("currency")]
    public string? Currency { get; set; }

    [JsonPropertyName("protocol")]
    public string? Protocol { get; set; }

    [JsonPropertyName("address"), JsonConverter(typeof(FlexibleText))]
    public string? Address { get; set; }

    [JsonPropertyName("amount"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Amount { get; set; }

    [JsonPropertyName("fee"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Fee { get; set; }

    [JsonPropertyName("total"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Total { get; set; }

    [JsonPropertyName("message"), JsonConverter(typeof(FlexibleText))]
    public string? Message { get; set; }

    [JsonPropertyName("id"), JsonConverter(typeof(FlexibleText))]
    public string? Id { get; set; }

    public BitoProWithdrawalReceipt ToReceipt(BitoProWithdrawalDraft draft) =>
        new()
        {
            Serial = string.IsNullOrEmpty(Serial)
                ? throw new JsonException("An accepted withdrawal without a serial.")
                : Serial,
            Id = Id,
            Currency = Currency?.ToLowerInvariant() ?? draft.Currency,
            Amount = Amount,
            Fee = Fee,
            Total = Total,
            Protocol = Protocol,
            Address = Address,
            Message = Message,
            Extra = Extra,
        };
}
