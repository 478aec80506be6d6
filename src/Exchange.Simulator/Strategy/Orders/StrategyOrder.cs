using Exchange.Simulator.Strategy.Tokens;

namespace Exchange.Simulator.Strategy.Orders;

/// <summary>A price-triggered limit order and what has happened to it.</summary>
internal sealed class StrategyOrder
{
    public required long Number { get; init; }

    public required string AccountId { get; init; }

    public required string WalletAddress { get; init; }

    public required Chain Chain { get; init; }

    public required Token From { get; init; }

    public required Token To { get; init; }

    /// <summary>Human units of the from-token, as sent.</summary>
    public required string AmountText { get; init; }

    public required decimal Amount { get; init; }

    public required string TriggerText { get; init; }

    /// <summary>USD of the watched token.</summary>
    public required decimal Trigger { get; init; }

    /// <summary>2 buy dip, 3 take profit, 4 stop loss, 5 buy above (strategy.md 3.1).</summary>
    public required int Type { get; init; }

    /// <summary>A fraction: 0.15 is 15 %.</summary>
    public required decimal Slippage { get; init; }

    public required long CreatedMs { get; init; }

    public required long ExpiresMs { get; init; }

    public OrderStatus Status { get; set; } = OrderStatus.Creating;

    public long UpdatedMs { get; set; }

    /// <summary>From when on the trigger is watched; for an order that is being created, when that is over.</summary>
    public long WatchedFromMs { get; set; }

    /// <summary>When the next attempt to trade is made, or the cancellation is done.</summary>
    public long DueMs { get; set; }

    public bool CanResume { get; set; }

    public List<OrderEvent> Events { get; } = [];

    public string? TxHash { get; set; }

    /// <summary>What the trade brought, in units of the to-token.</summary>
    public decimal? Received { get; set; }

    public bool IsBuy => Type is 2 or 5;

    /// <summary>Whether it fires when the price falls to the trigger; else when it rises to it.</summary>
    public bool FiresOnFall => Type is 2 or 4;

    /// <summary>The token whose price is compared with the trigger.</summary>
    public Token Watched => IsBuy ? To : From;

    public string Id => DecimalText.Of(Number);

    public void Become(OrderStatus status, long ms)
    {
        Status = status;
        UpdatedMs = ms;
    }
}

/// <summary>An entry of <c>executionHistoryList</c> (strategy.md 13).</summary>
internal readonly record struct OrderEvent(int Code, string? TxHash = null);
