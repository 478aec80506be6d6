namespace Exchange.BitoPro;

/// <summary>Which deposits (T19) or withdrawals (T20) of a currency to ask for.</summary>
public sealed record TransferQuery
{
    /// <summary>Lower-case code without a network.</summary>
    public required string Currency { get; init; }

    /// <summary>Earliest time; with neither bound the service goes back 90 days. A window is 90 days at most.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Latest time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only these statuses; each must be one that this kind of transfer of this currency can have.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>Only transfers of this transaction on the chain; not for TWD.</summary>
    public string? TxId { get; init; }

    /// <summary>Start at this transfer, inclusive.</summary>
    public string? FromId { get; init; }

    /// <summary>Items a page, 1 to 100; null for 100, or <see cref="First"/> when that is less.</summary>
    public int? PageSize { get; init; }

    /// <summary>How many items will be taken, when that is known.</summary>
    public int? First { get; init; }
}
