namespace Exchange.BitoPro;

/// <summary>
/// What the service said to a new withdrawal (T22), and the attempt it belongs to. Its figures settle which reading of the
/// draft's amount was right.
/// </summary>
public sealed record BitoProWithdrawalReceipt : BitoProObject
{
    /// <summary>The service's serial of it.</summary>
    public required string Serial { get; init; }

    /// <summary>The service's number of it; older answers have none.</summary>
    public string? Id { get; init; }

    /// <summary>Lower-case code without a network.</summary>
    public required string Currency { get; init; }

    /// <summary>What will arrive, currency units.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Currency units.</summary>
    public decimal? Fee { get; init; }

    /// <summary>What leaves the balance, currency units.</summary>
    public decimal? Total { get; init; }

    /// <summary>Network, upper-case.</summary>
    public string? Protocol { get; init; }

    /// <summary>Address on the chain, or a masked bank account.</summary>
    public string? Address { get; init; }

    /// <summary>Memo or tag.</summary>
    public string? Message { get; init; }

    /// <summary>The journal's id of the attempt.</summary>
    public string AttemptId { get; init; } = "";
}
