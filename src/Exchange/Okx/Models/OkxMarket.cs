using System.Text.Json;

namespace Exchange.Okx;

/// <summary>What every typed object keeps beside its properties.</summary>
public abstract record OkxObject
{
    private static readonly Dictionary<string, JsonElement> Nothing = [];

    internal IReadOnlyDictionary<string, JsonElement>? Extra { get; init; }

    /// <summary>Fields of the answer that have no property here, as JSON. A method, so that tables and files stay flat.</summary>
    public IReadOnlyDictionary<string, JsonElement> GetExtensionData() => Extra ?? Nothing;
}

/// <summary>One currency of the trading account. What does not apply to the account's mode is null.</summary>
public sealed record OkxBalance : OkxObject
{
    /// <summary>Upper-case currency.</summary>
    public required string Currency { get; init; }

    /// <summary>All of it, open positions included (<c>eq</c>), in the currency.</summary>
    public decimal? Equity { get; init; }

    /// <summary>Cash (<c>cashBal</c>), in the currency.</summary>
    public decimal? Cash { get; init; }

    /// <summary>What can be used (<c>availBal</c>), in the currency.</summary>
    public decimal? Available { get; init; }

    /// <summary>What orders and positions hold (<c>frozenBal</c>), in the currency.</summary>
    public decimal? Frozen { get; init; }

    /// <summary>What all of it is worth (<c>eqUsd</c>), in US dollars.</summary>
    public decimal? EquityUsd { get; init; }

    /// <summary>The last change.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>The last prices of an instrument.</summary>
public sealed record OkxTicker : OkxObject
{
    /// <summary>Instrument, such as <c>BTC-USDT</c>.</summary>
    public required string InstId { get; init; }

    /// <summary>SPOT, SWAP, FUTURES, OPTION.</summary>
    public string? InstType { get; init; }

    /// <summary>Last price, quote currency.</summary>
    public decimal? Last { get; init; }

    /// <summary>Size of the last trade: base currency for spot, contracts for derivatives.</summary>
    public decimal? LastSize { get; init; }

    /// <summary>Best ask, quote currency.</summary>
    public decimal? Ask { get; init; }

    /// <summary>Size at the best ask.</summary>
    public decimal? AskSize { get; init; }

    /// <summary>Best bid, quote currency.</summary>
    public decimal? Bid { get; init; }

    /// <summary>Size at the best bid.</summary>
    public decimal? BidSize { get; init; }

    /// <summary>Price 24 hours ago.</summary>
    public decimal? Open24h { get; init; }

    /// <summary>Highest price of 24 hours.</summary>
    public decimal? High24h { get; init; }

    /// <summary>Lowest price of 24 hours.</summary>
    public decimal? Low24h { get; init; }

    /// <summary>Traded in 24 hours: base currency for spot, contracts for derivatives.</summary>
    public decimal? Volume24h { get; init; }

    /// <summary>Traded in 24 hours: quote currency for spot, base currency for derivatives.</summary>
    public decimal? CurrencyVolume24h { get; init; }

    /// <summary>When the service made it.</summary>
    public DateTimeOffset? Time { get; init; }
}
