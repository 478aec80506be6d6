namespace Exchange.Strategy;

/// <summary>What a caller asks for, as it was written (strategy.md 1.1). Nothing of it was checked.</summary>
public sealed record StrategyOrderTicket
{
    /// <summary>Number or alias.</summary>
    public required string Chain { get; init; }

    /// <summary>What is sold: an address, or a name of the alias table.</summary>
    public required string FromToken { get; init; }

    /// <summary>What is bought.</summary>
    public required string ToToken { get; init; }

    /// <summary>From-token units.</summary>
    public required string Amount { get; init; }

    /// <summary>Which token's price is compared.</summary>
    public required StrategyDirection Direction { get; init; }

    /// <summary>USD.</summary>
    public required string TriggerPrice { get; init; }

    /// <summary>USD of the compared token; null asks the market.</summary>
    public string? CurrentPrice { get; init; }

    /// <summary>Percent; null for the default.</summary>
    public string? Slippage { get; init; }

    /// <summary>Protection against front-running.</summary>
    public MevProtection MevProtection { get; init; } = MevProtection.Default;

    /// <summary>Lifetime; null for seven days.</summary>
    public long? ExpiresInSeconds { get; init; }

    /// <summary>The wallet's account; null for the active one.</summary>
    public string? AccountId { get; init; }

    /// <summary>True when the market's price of the from-token is wanted even where the caller named one: a limit depends on it.</summary>
    public bool ValueAtMarket { get; init; }
}
