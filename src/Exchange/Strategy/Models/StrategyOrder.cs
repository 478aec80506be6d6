using System.Text.Json;

namespace Exchange.Strategy;

/// <summary>A strategy order as the service shows it (strategy.md 2.4), with labels in the language of the UI culture.</summary>
public sealed record StrategyOrder
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    /// <summary>The service's id; digits, kept as text.</summary>
    public required string OrderId { get; init; }

    /// <summary>The status; a number that the contract does not list is kept.</summary>
    public required StrategyOrderStatus Status { get; init; }

    /// <summary>What is said of the status.</summary>
    public required string StatusLabel { get; init; }

    /// <summary>What makes it fire; null when the service does not say.</summary>
    public StrategyType? StrategyType { get; init; }

    /// <summary>What is said of the type.</summary>
    public string? StrategyTypeLabel { get; init; }

    /// <summary>Buy or sell; null when the service does not say.</summary>
    public StrategyDirection? Direction { get; init; }

    /// <summary>The chain's number.</summary>
    public string? ChainId { get; init; }

    /// <summary>The chain's name.</summary>
    public string? ChainName { get; init; }

    /// <summary>The wallet's account that the order belongs to.</summary>
    public string? AccountId { get; init; }

    /// <summary>The address that pays and receives.</summary>
    public string? WalletAddress { get; init; }

    /// <summary>What is sold, in units of the token; null when it has more digits than a decimal holds.</summary>
    public decimal? FromAmount { get; init; }

    /// <summary>Symbol of what is sold.</summary>
    public string? FromSymbol { get; init; }

    /// <summary>Contract address of what is sold.</summary>
    public string? FromTokenAddress { get; init; }

    /// <summary>The estimate of what is bought, in units of the token; null when it has more digits than a decimal holds.</summary>
    public decimal? ToAmount { get; init; }

    /// <summary>Symbol of what is bought.</summary>
    public string? ToSymbol { get; init; }

    /// <summary>Contract address of what is bought.</summary>
    public string? ToTokenAddress { get; init; }

    /// <summary>USD; null when it has more digits than a decimal holds.</summary>
    public decimal? Value { get; init; }

    /// <summary>USD; null for an order with a trigger rate, or when it has more digits than a decimal holds.</summary>
    public decimal? TriggerPrice { get; init; }

    /// <summary>Another form of trigger; shown only.</summary>
    public string? TriggerRate { get; init; }

    /// <summary>True when <c>Resume-StrategyOrder</c> can take it up again.</summary>
    public bool CanResume { get; init; }

    /// <summary>When it was placed.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When its status last changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Seconds.</summary>
    public int? EstimatedWaitTime { get; init; }

    /// <summary>The transaction of the trade; null while there is none.</summary>
    public string? TxHash { get; init; }

    /// <summary>What happened so far, oldest first.</summary>
    public IReadOnlyList<StrategyEvent> Events { get; init; } = [];

    /// <summary>What happened last; null when nothing has.</summary>
    public string? LatestEvent => Events.Count > 0 ? Events[^1].Message : null;

    /// <summary>How often the latest event has repeated itself, itself included.</summary>
    public int RepeatCount => Events.Reverse().TakeWhile(happened => happened.Code == Events[^1].Code).Count();

    /// <summary>True when it has ended for good.</summary>
    public bool IsTerminal => StrategyOrderStatuses.IsTerminal(Status);

    /// <summary>The service's id of the strategy.</summary>
    public string? StrategyId { get; init; }

    /// <summary>The service's number of the mode.</summary>
    public int? StrategyMode { get; init; }

    /// <summary>The service's number of the kind of order.</summary>
    public int? OrderType { get; init; }

    /// <summary>Opaque.</summary>
    public string? EventCursor { get; init; }

    /// <summary>The service's facts about the trade, as JSON; null while there is none.</summary>
    public JsonElement? TransactionInfo { get; init; }

    /// <summary>The row of eight columns, in the language of the UI culture and the given zone.</summary>
    public StrategyOrderRow GetRow(TimeZoneInfo? zone = null) => StrategyOrderRow.Of(this, zone ?? TimeZoneInfo.Local);

    /// <summary>Fields of the answer that have no property here, as JSON. A method, so that tables and files stay flat.</summary>
    public IReadOnlyDictionary<string, JsonElement> GetExtensionData() => Extra ?? Nothing;

    internal IReadOnlyDictionary<string, JsonElement>? Extra { get; init; }

    // As they came: no digit is lost on the way to a table, a comparison or a message.
    internal string? FromAmountText { get; init; }

    internal string? ToAmountText { get; init; }

    internal string? ValueText { get; init; }

    internal string? TriggerPriceText { get; init; }
}
