namespace Exchange.BitoPro;

/// <summary>What deposits and withdrawals have in common.</summary>
public abstract record BitoProTransfer : BitoProObject
{
    /// <summary>The service's number of it; what pages are walked with.</summary>
    public required string Id { get; init; }

    /// <summary>The service's serial of it, such as 20240101BW00000001.</summary>
    public required string Serial { get; init; }

    /// <summary>Lower-case code without a network.</summary>
    public required string Currency { get; init; }

    /// <summary>What arrives, currency units.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Currency units.</summary>
    public decimal? Fee { get; init; }

    /// <summary>Amount and fee, currency units.</summary>
    public decimal? Total { get; init; }

    /// <summary>The service's word, such as COMPLETE.</summary>
    public string? Status { get; init; }

    /// <summary>The status in words.</summary>
    public string? StatusLabel => BitoProTransferStatusLabels.LabelOf(Status);

    /// <summary>True when it can no longer change.</summary>
    public bool IsFinal => BitoProTransferStatusLabels.IsFinal(Status);

    /// <summary>Network, upper-case.</summary>
    public string? Protocol { get; init; }

    /// <summary>Address on the chain, or a masked bank account.</summary>
    public string? Address { get; init; }

    /// <summary>Memo or tag.</summary>
    public string? Message { get; init; }

    /// <summary>The transaction on the chain; empty until there is one.</summary>
    public string? TxId { get; init; }

    /// <summary>When the service recorded it.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}

/// <summary>A deposit (T19).</summary>
public sealed record BitoProDeposit : BitoProTransfer;

/// <summary>A withdrawal (T20, T21).</summary>
public sealed record BitoProWithdrawal : BitoProTransfer;

/// <summary>What is said of the status of a transfer (bitopro.md section 3). A word that is not listed is kept as it is.</summary>
public static class BitoProTransferStatusLabels
{
    /// <summary>The label in the language of the UI culture.</summary>
    public static string? LabelOf(string? status) =>
        TransferStatuses.Find(status) is { } known ? Language.Choose(known.English, known.Chinese) : status;

    /// <summary>True when the transfer can no longer change; false for a word that is not listed.</summary>
    public static bool IsFinal(string? status) => TransferStatuses.Find(status)?.IsFinal == true;
}
