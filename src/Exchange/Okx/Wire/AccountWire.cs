using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Http;

namespace Exchange.Okx.Wire;

/// <summary>The trading account; its balances are in <c>details</c>.</summary>
internal sealed class AccountWire
{
    [JsonPropertyName("details")]
    public BalanceWire?[]? Details { get; set; }
}

/// <summary>One currency of the trading account; a number that does not apply is an empty text.</summary>
internal sealed class BalanceWire
{
    [JsonPropertyName("ccy"), JsonRequired]
    public string Currency { get; set; } = "";

    [JsonPropertyName("eq"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Equity { get; set; }

    [JsonPropertyName("cashBal"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Cash { get; set; }

    [JsonPropertyName("availBal"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Available { get; set; }

    [JsonPropertyName("frozenBal"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? Frozen { get; set; }

    [JsonPropertyName("eqUsd"), JsonConverter(typeof(FlexibleDecimal))]
    public decimal? EquityUsd { get; set; }

    [JsonPropertyName("uTime"), JsonConverter(typeof(UnixMilliseconds))]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    public OkxBalance ToModel() =>
        new()
        {
            Currency = Currency,
            Equity = Equity,
            Cash = Cash,
            Available = Available,
            Frozen = Frozen,
            EquityUsd = EquityUsd,
            UpdatedAt = UpdatedAt,
            Extra = Extra,
        };
}

internal static class AccountWires
{
    /// <summary>The balances of every account of the answer, of which there is one.</summary>
    public static IReadOnlyList<OkxBalance> ToBalances(this OkxData<AccountWire> wire) =>
        [
            .. wire
                .Items.SelectMany(account =>
                    account.Details ?? throw new JsonException("The field details is missing.")
                )
                .Select(balance => (balance ?? throw new JsonException("A balance is missing.")).ToModel()),
        ];
}
