namespace Exchange.BitoPro;

/// <summary>What the service said to a new order (T6), and the attempt it belongs to. It holds no fill: see the order.</summary>
public sealed record BitoProOrderReceipt : BitoProObject
{
    /// <summary>The service's id.</summary>
    public required string OrderId { get; init; }

    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Buy or sell.</summary>
    public BitoProSide? Side { get; init; }

    /// <summary>The type that was sent.</summary>
    public required string Type { get; init; }

    /// <summary>As the service repeats it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>As the service repeats it; 0 or null for a market order.</summary>
    public decimal? Price { get; init; }

    /// <summary>GTC or POST_ONLY.</summary>
    public string? TimeInForce { get; init; }

    /// <summary>The client's number.</summary>
    public long? ClientId { get; init; }

    /// <summary>When the service took it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The journal's id of the attempt.</summary>
    public string AttemptId { get; init; } = "";
}

/// <summary>
/// What the service said to a cancellation, and the attempt it belongs to. For several orders (T15, T16) the service names only
/// pair and id.
/// </summary>
public sealed record BitoProCancellation : BitoProObject
{
    /// <summary>The service's id.</summary>
    public required string OrderId { get; init; }

    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Buy or sell.</summary>
    public BitoProSide? Side { get; init; }

    /// <summary>As the service repeats it.</summary>
    public decimal? Amount { get; init; }

    /// <summary>As the service repeats it.</summary>
    public decimal? Price { get; init; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>True when the answer was lost and the order's own state showed the cancellation.</summary>
    public bool Verified { get; init; }

    /// <summary>The journal's id of the attempt.</summary>
    public string AttemptId { get; init; } = "";

    internal static BitoProCancellation Seen(BitoProOrder order) =>
        new()
        {
            OrderId = order.OrderId,
            Pair = order.Pair,
            Side = order.Side,
            Amount = order.OriginalAmount,
            Price = order.Price,
            CancelledAt = order.UpdatedAt,
            Verified = true,
        };
}
