namespace Exchange.BitoPro;

/// <summary>Which orders of a pair to ask for (T9).</summary>
public sealed record OrderHistoryQuery
{
    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Earliest creation; with neither bound the service goes back 90 days.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Latest creation.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>OPEN, DONE or ALL; DONE leaves out cancelled orders.</summary>
    public string? StatusKind { get; init; }

    /// <summary>One status code; overrides <see cref="StatusKind"/>.</summary>
    public int? Status { get; init; }

    /// <summary>Only orders with this client number, 1 to 2147483647.</summary>
    public int? ClientId { get; init; }

    /// <summary>Start at this order, inclusive.</summary>
    public string? FromOrderId { get; init; }

    /// <summary>Items a page, 1 to 1000; null for 1000, or <see cref="First"/> when that is less.</summary>
    public int? PageSize { get; init; }

    /// <summary>How many items will be taken, when that is known.</summary>
    public int? First { get; init; }
}

/// <summary>Which fills of a pair to ask for (T18).</summary>
public sealed record FillQuery
{
    /// <summary>Lower-case pair.</summary>
    public required string Pair { get; init; }

    /// <summary>Earliest time; with neither bound the service goes back 90 days.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Latest time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only fills of this order.</summary>
    public string? OrderId { get; init; }

    /// <summary>Start at this trade, inclusive.</summary>
    public string? FromTradeId { get; init; }

    /// <summary>Items a page, 1 to 1000; null for 1000, or <see cref="First"/> when that is less.</summary>
    public int? PageSize { get; init; }

    /// <summary>How many items will be taken, when that is known.</summary>
    public int? First { get; init; }
}
