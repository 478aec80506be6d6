namespace Exchange.BitoPro;

/// <summary>What a person or a file says of a withdrawal, before any of it is checked. Nothing in it is guessed or corrected.</summary>
public sealed record WithdrawalTicket
{
    /// <summary>Lower-case code without a network.</summary>
    public required string? Currency { get; init; }

    /// <summary>Plain decimal text, currency units.</summary>
    public required string? Amount { get; init; }

    /// <summary>The network; null leaves it to the service, which takes MAIN.</summary>
    public string? Protocol { get; init; }

    /// <summary>Where to; not for TWD.</summary>
    public string? Address { get; init; }

    /// <summary>Memo or tag.</summary>
    public string? Message { get; init; }

    /// <summary>The bank account; TWD only. Null leaves it to the service, which takes the verified one.</summary>
    public string? BankAccountSerial { get; init; }

    /// <summary>The bank; TWD only.</summary>
    public string? BankSerial { get; init; }
}
