using System.Text.Json;

namespace Exchange.BitoPro;

/// <summary>An order (T8, T9, T17 and their streams).</summary>
public sealed record BitoProOrder : BitoProObject
{
    /// <summary>The constant clientId of orders placed by this module (bitopro.md section 5). Not an idempotency key.</summary>
    public const int SkillClientId = 2_147_483_647;

    /// <summary>The service's id: digits, or <c>SL-</c> and digits for stop orders.</summary>
    public required string OrderId { get; init; }

    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Buy or sell; null when the service uses another word.</summary>
    public BitoProSide? Side { get; init; }

    /// <summary>The service's word: LIMIT, MARKET, STOP_LIMIT, or a website-only type.</summary>
    public string? Type { get; init; }

    /// <summary>Status code.</summary>
    public BitoProOrderStatus Status { get; init; }

    /// <summary>The status in words.</summary>
    public string StatusLabel => BitoProOrderStatusLabels.LabelOf(Status);

    /// <summary>True while it can still be filled or triggered.</summary>
    public bool IsOpen => BitoProOrderStatusLabels.IsOpen(Status);

    /// <summary>Limit price, quote per base; 0 or null for a market order.</summary>
    public decimal? Price { get; init; }

    /// <summary>Amount as ordered, base units (for a market buy the unit is not documented).</summary>
    public decimal? OriginalAmount { get; init; }

    /// <summary>What is not filled, same unit.</summary>
    public decimal? RemainingAmount { get; init; }

    /// <summary>What is filled, same unit.</summary>
    public decimal? ExecutedAmount { get; init; }

    /// <summary>Mean price of the fills; 0 while there are none.</summary>
    public decimal? AvgExecutionPrice { get; init; }

    /// <summary>Executed value, quote units.</summary>
    public decimal? Total { get; init; }

    /// <summary>Fee so far, in <see cref="FeeSymbol"/>.</summary>
    public decimal? Fee { get; init; }

    /// <summary>Currency of the fee, lower-case.</summary>
    public string? FeeSymbol { get; init; }

    /// <summary>Fee paid in BITO.</summary>
    public decimal? BitoFee { get; init; }

    /// <summary>Trigger price of a stop order.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>Trigger condition of a stop order: &gt;= or &lt;=.</summary>
    public string? Condition { get; init; }

    /// <summary>GTC or POST_ONLY.</summary>
    public string? TimeInForce { get; init; }

    /// <summary>The client's number; null on orders without one.</summary>
    public long? ClientId { get; init; }

    /// <summary>True when this module or a tool of the same convention placed it.</summary>
    public bool IsSkillOrder => ClientId == SkillClientId;

    /// <summary>The service's sequence name.</summary>
    public string? Seq { get; init; }

    /// <summary>When it was placed.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Website take-profit settings, as JSON.</summary>
    public JsonElement? StopProfitSetting { get; init; }

    /// <summary>Website stop-loss settings, as JSON.</summary>
    public JsonElement? StopLossSetting { get; init; }

    /// <summary>Website strategy settings, as JSON.</summary>
    public JsonElement? SelfOrderStrategySetting { get; init; }
}

/// <summary>One execution of an order (T18 and its stream). The key is <see cref="TradeId"/> and <see cref="OrderId"/> together.</summary>
public sealed record BitoProFill : BitoProObject
{
    /// <summary>Id of the match; both sides of it can share it.</summary>
    public required string TradeId { get; init; }

    /// <summary>The order that was filled.</summary>
    public required string OrderId { get; init; }

    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Buy or sell; null when the service uses another word.</summary>
    public BitoProSide? Side { get; init; }

    /// <summary>Quote per base.</summary>
    public decimal? Price { get; init; }

    /// <summary>Base units.</summary>
    public decimal? BaseAmount { get; init; }

    /// <summary>Quote units; a stream does not tell, there it is price times amount.</summary>
    public decimal? QuoteAmount { get; init; }

    /// <summary>Fee, in <see cref="FeeSymbol"/>.</summary>
    public decimal? Fee { get; init; }

    /// <summary>Currency of the fee, upper-case.</summary>
    public string? FeeSymbol { get; init; }

    /// <summary>True when this side took from the book.</summary>
    public bool? IsTaker { get; init; }

    /// <summary>When it happened; of a stream to the second.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The service's word for the order's type: LIMIT, MARKET, STOP_LIMIT; only streams tell.</summary>
    public string? OrderType { get; init; }
}

/// <summary>Balance of one currency (T5 and its stream).</summary>
public sealed record BitoProBalance : BitoProObject
{
    /// <summary>Lower-case code.</summary>
    public required string Currency { get; init; }

    /// <summary>All of it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>What can be used now.</summary>
    public decimal? Available { get; init; }

    /// <summary>What open orders hold: amount less available.</summary>
    public decimal? Held => Amount - Available is { } held ? ExactDecimal.Trim(held) : null;

    /// <summary>What is staked.</summary>
    public decimal? Stake { get; init; }

    /// <summary>True when it can be traded.</summary>
    public bool? Tradable { get; init; }
}
