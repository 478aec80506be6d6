using System.Text.Json;

namespace Exchange.Strategy;

/// <summary>
/// What the service said to a new order, and the attempt it belongs to (strategy.md 1.1). With -Wait also what a look three
/// seconds later showed; <see cref="Settled"/> is null when nothing was looked at, or the look failed.
/// </summary>
public sealed record StrategyOrderReceipt
{
    /// <summary>The service's id.</summary>
    public required string OrderId { get; init; }

    /// <summary>The status.</summary>
    public required StrategyOrderStatus Status { get; init; }

    /// <summary>What is said of the status.</summary>
    public required string StatusLabel { get; init; }

    /// <summary>What makes it fire.</summary>
    public required StrategyType StrategyType { get; init; }

    /// <summary>What is said of the type.</summary>
    public required string StrategyTypeLabel { get; init; }

    /// <summary>Seconds until the order is active; an estimate.</summary>
    public int? EstimatedWaitTime { get; init; }

    /// <summary>Opaque.</summary>
    public string? EventCursor { get; init; }

    /// <summary>The wallet's account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The journal's id of the attempt.</summary>
    public string AttemptId { get; init; } = "";

    /// <summary>With -Wait: true when the order had ended after three seconds.</summary>
    public bool? Settled { get; init; }

    /// <summary>The order as it was seen, when it had ended.</summary>
    public StrategyOrder? Order { get; init; }
}

/// <summary>
/// An order that is worth less than a dollar: it was not placed, and its one line says how much would be (strategy.md 7.5).
/// </summary>
public sealed record StrategyBelowMinimum
{
    /// <summary>Always true; tells this object from a receipt.</summary>
    public bool BelowMinimum { get; } = true;

    /// <summary>The least amount, from-token units, as it is shown; null when no price is known.</summary>
    public decimal? MinFromAmount { get; init; }

    /// <summary>The least amount to the token's own digits; null when no price is known.</summary>
    public decimal? MinFromAmountExact { get; init; }

    /// <summary>Symbol of the from-token.</summary>
    public string FromSymbol { get; init; } = "";

    /// <summary>The one line.</summary>
    public required string Message { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Message;
}

/// <summary>What became of a placement: a receipt, or that the amount is too small.</summary>
public sealed record StrategyPlacement(StrategyOrderReceipt? Receipt, StrategyBelowMinimum? TooSmall);

/// <summary>What the service said to a cancellation (strategy.md 1.2). It counts orders that it took, not orders that have ended.</summary>
public sealed record StrategyCancellation
{
    /// <summary>How many orders the service took.</summary>
    public required int UpdateNum { get; init; }

    /// <summary>Seconds; an estimate.</summary>
    public int? EstimatedWaitTime { get; init; }

    /// <summary>The ids that were named; empty when every order was meant.</summary>
    public IReadOnlyList<string> OrderIds { get; init; } = [];

    /// <summary>The wallet's account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The journal's ids of the attempts.</summary>
    public IReadOnlyList<string> AttemptIds { get; init; } = [];

    /// <summary>With -Wait: true when all of them had ended after three seconds; null when that could not be seen.</summary>
    public bool? Settled { get; init; }

    /// <summary>With -Wait: the orders as they were seen.</summary>
    public IReadOnlyList<StrategyOrder> Orders { get; init; } = [];
}

/// <summary>What the service said to a resumption (strategy.md 1.4).</summary>
public sealed record StrategyResumption
{
    /// <summary>Orders that wait for their trigger again.</summary>
    public IReadOnlyList<string> SuccessIds { get; init; } = [];

    /// <summary>Orders that could not be resumed.</summary>
    public IReadOnlyList<string> FailIds { get; init; } = [];

    /// <summary>Set when there was nothing to do.</summary>
    public string? Note { get; init; }

    /// <summary>What resumed orders may do; null when none was.</summary>
    public string? Advice { get; init; }

    /// <summary>The wallet's account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The journal's ids of the attempts.</summary>
    public IReadOnlyList<string> AttemptIds { get; init; } = [];

    /// <summary>With -Wait: true when all of them had ended after three seconds; null when that could not be seen.</summary>
    public bool? Settled { get; init; }

    /// <summary>With -Wait: the orders as they were seen.</summary>
    public IReadOnlyList<StrategyOrder> Orders { get; init; } = [];
}

/// <summary>A page of orders, and where the next one begins.</summary>
public sealed record StrategyOrderPage(IReadOnlyList<StrategyOrder> List, string? NextCursor);

/// <summary>A token's price (strategy.md 2.6).</summary>
public sealed record TokenPrice
{
    /// <summary>The chain's number.</summary>
    public required string ChainId { get; init; }

    /// <summary>The chain's name.</summary>
    public required string ChainName { get; init; }

    /// <summary>As it was asked for.</summary>
    public required string Address { get; init; }

    /// <summary>USD; null when it has more digits than a decimal holds.</summary>
    public decimal? Price { get; init; }

    /// <summary>USD, every digit of it.</summary>
    public required string PriceText { get; init; }

    /// <summary>When the service saw it.</summary>
    public DateTimeOffset? At { get; init; }

    internal ExactDecimal Exact { get; init; }
}

/// <summary>What is known of a token (strategy.md 2.7).</summary>
public sealed record TokenInfo
{
    /// <summary>The chain's number.</summary>
    public required string ChainId { get; init; }

    /// <summary>The chain's name.</summary>
    public required string ChainName { get; init; }

    /// <summary>As it was asked for.</summary>
    public required string Address { get; init; }

    /// <summary>Symbol; empty when the service has none. Anybody may give a token any symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Digits after the point.</summary>
    public required int Decimals { get; init; }

    /// <summary>Name; empty when the service has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>True when the service's community knows it; null when it does not say.</summary>
    public bool? CommunityRecognized { get; init; }
}

/// <summary>The wallet that orders are placed with (strategy.md 14.5). Shows no secret.</summary>
public sealed record AgenticWallet
{
    /// <summary>True while orders can be placed, listed and cancelled.</summary>
    public required bool LoggedIn { get; init; }

    /// <summary>Masked: first character and domain.</summary>
    public string? Email { get; init; }

    /// <summary>email, google, apple or ak.</summary>
    public string? LoginType { get; init; }

    /// <summary>The account.</summary>
    public string? AccountId { get; init; }

    /// <summary>Its name.</summary>
    public string? AccountName { get; init; }

    /// <summary>True for the account that is used when none is named.</summary>
    public bool IsActive { get; init; }

    /// <summary>How many accounts the wallet has.</summary>
    public int AccountCount { get; init; }

    /// <summary>The address on Ethereum and its like.</summary>
    public string? EvmAddress { get; init; }

    /// <summary>The address on Solana.</summary>
    public string? SolAddress { get; init; }

    /// <summary>When one must sign in again.</summary>
    public DateTimeOffset? SessionExpiresAt { get; init; }

    /// <summary>True when new orders can be placed; a session of an older sign-in only lists, cancels and resumes.</summary>
    public bool CanPlaceOrders { get; init; }

    /// <summary>Where it was made.</summary>
    public Uri? Endpoint { get; init; }
}
