namespace Exchange.BitoPro;

/// <summary>Last price and 24-hour figures of a pair (T1 and its stream).</summary>
public sealed record BitoProTicker : BitoProObject
{
    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Last price, quote per base.</summary>
    public decimal? LastPrice { get; init; }

    /// <summary>Change over 24 hours in percent.</summary>
    public decimal? PriceChange24Hr { get; init; }

    /// <summary>Volume over 24 hours in base units.</summary>
    public decimal? Volume24Hr { get; init; }

    /// <summary>Highest price of 24 hours.</summary>
    public decimal? High24Hr { get; init; }

    /// <summary>Lowest price of 24 hours.</summary>
    public decimal? Low24Hr { get; init; }

    /// <summary>The raw flag of the last trade; its meaning is not settled (bitopro.md open question 9).</summary>
    public bool? IsBuyer { get; init; }

    /// <summary>Last price in US dollars; only streams have it, and not for every pair.</summary>
    public decimal? LastPriceUsd { get; init; }

    /// <summary>Last price in TWD; likewise.</summary>
    public decimal? LastPriceTwd { get; init; }

    /// <summary>Volume over 24 hours in US dollars; likewise.</summary>
    public decimal? Volume24HrUsd { get; init; }

    /// <summary>Volume over 24 hours in TWD; likewise.</summary>
    public decimal? Volume24HrTwd { get; init; }

    /// <summary>When the service said so; only streams tell.</summary>
    public DateTimeOffset? Time { get; init; }
}

/// <summary>One price level of an order book.</summary>
/// <param name="Price">Quote per base.</param>
/// <param name="Amount">Base units at this price.</param>
/// <param name="Count">Orders at this price.</param>
/// <param name="Total">Running sum of amounts from the touch, base units.</param>
public sealed record BitoProBookLevel(decimal Price, decimal Amount, int Count, decimal Total);

/// <summary>An order book (T2 and its stream).</summary>
public sealed record BitoProOrderBook : BitoProObject
{
    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Lowest ask, quote per base.</summary>
    public decimal? BestAsk => Asks.Count > 0 ? Asks[0].Price : null;

    /// <summary>Highest bid, quote per base.</summary>
    public decimal? BestBid => Bids.Count > 0 ? Bids[0].Price : null;

    /// <summary>Best ask less best bid.</summary>
    public decimal? Spread => BestAsk - BestBid is { } spread ? ExactDecimal.Trim(spread) : null;

    /// <summary>Sell orders, lowest price first.</summary>
    public required IReadOnlyList<BitoProBookLevel> Asks { get; init; }

    /// <summary>Buy orders, highest price first.</summary>
    public required IReadOnlyList<BitoProBookLevel> Bids { get; init; }

    /// <summary>When it stood so; only streams tell.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The service's number of the event; only streams have it.</summary>
    public string? EventId { get; init; }
}

/// <summary>A public trade (T3 and its stream).</summary>
public sealed record BitoProTrade : BitoProObject
{
    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>When it happened, to the second.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Quote per base.</summary>
    public decimal? Price { get; init; }

    /// <summary>Base units.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The raw flag; its meaning is not settled (bitopro.md open question 9).</summary>
    public bool? IsBuyer { get; init; }
}

/// <summary>A candlestick (T4). The service leaves out candles without trades.</summary>
public sealed record BitoProCandlestick : BitoProObject
{
    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>The candle's length: 1m to 1M.</summary>
    public required string Resolution { get; init; }

    /// <summary>When it opens.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>First price, quote per base.</summary>
    public decimal? Open { get; init; }

    /// <summary>Highest price.</summary>
    public decimal? High { get; init; }

    /// <summary>Lowest price.</summary>
    public decimal? Low { get; init; }

    /// <summary>Last price.</summary>
    public decimal? Close { get; init; }

    /// <summary>Base units traded.</summary>
    public decimal? Volume { get; init; }
}
