namespace Exchange.BitoPro;

/// <summary>What a person or a file says of an order, before any of it is checked. Nothing in it is guessed or corrected.</summary>
public sealed record OrderTicket
{
    /// <summary>Lower-case pair.</summary>
    public required string? Pair { get; init; }

    /// <summary>Buy or sell.</summary>
    public required BitoProSide Side { get; init; }

    /// <summary>Order type.</summary>
    public required BitoProOrderType Type { get; init; }

    /// <summary>Plain decimal text: base units; quote units for a market buy.</summary>
    public required string? Amount { get; init; }

    /// <summary>Plain decimal text, quote per base; for limit and stop-limit orders only.</summary>
    public string? Price { get; init; }

    /// <summary>Plain decimal text; for stop-limit orders only.</summary>
    public string? StopPrice { get; init; }

    /// <summary>&gt;= or &lt;=; for stop-limit orders only.</summary>
    public string? Condition { get; init; }

    /// <summary>Null means good till cancelled.</summary>
    public BitoProTimeInForce? TimeInForce { get; init; }
}
