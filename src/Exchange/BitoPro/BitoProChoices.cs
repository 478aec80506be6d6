namespace Exchange.BitoPro;

/// <summary>Closed lists that a prompt can complete.</summary>
public static class BitoProChoices
{
    /// <summary>Resolutions of candlesticks, case-sensitive.</summary>
    public static IReadOnlyList<string> Resolutions => BitoProRules.Resolutions;

    /// <summary>Depths of an order book.</summary>
    public static IReadOnlyList<int> BookLimits => BitoProRules.BookLimits;

    /// <summary>Order status codes.</summary>
    public static IReadOnlyList<int> Statuses => BitoProRules.Statuses;

    /// <summary>Statuses that a deposit of some currency can have.</summary>
    public static IReadOnlyList<string> DepositStatuses { get; } =
    [.. TransferStatuses.All.Where(status => status.DepositCrypto || status.DepositTwd).Select(status => status.Word)];

    /// <summary>Statuses that a withdrawal of some currency can have.</summary>
    public static IReadOnlyList<string> WithdrawalStatuses { get; } =
    [
        .. TransferStatuses
            .All.Where(status => status.WithdrawCrypto || status.WithdrawTwd)
            .Select(status => status.Word),
    ];

    /// <summary>Networks of withdrawals, and what they are.</summary>
    public static IReadOnlyList<(string Word, string Network)> Networks => Protocols.All;
}
