namespace Exchange.BitoPro;

/// <summary>One row of the table of transfer statuses: where it exists, whether it is final, and what it is called.</summary>
internal sealed record TransferStatus(
    string Word,
    bool DepositCrypto,
    bool DepositTwd,
    bool WithdrawCrypto,
    bool WithdrawTwd,
    bool IsFinal,
    string English,
    string Chinese
)
{
    /// <summary>True when transfers of this kind can have it.</summary>
    public bool IsOf(bool isWithdrawal, bool isTwd) =>
        isWithdrawal ? (isTwd ? WithdrawTwd : WithdrawCrypto) : (isTwd ? DepositTwd : DepositCrypto);
}

/// <summary>The table of transfer statuses of bitopro.md section 3, in its order.</summary>
internal static class TransferStatuses
{
    //   word, deposit crypto, deposit TWD, withdraw crypto, withdraw TWD, final, English, Chinese
    // csharpier-ignore
    public static readonly TransferStatus[] All =
    [
        new("PROCESSING", true, true, true, true, false, "Processing", "處理中"),
        new("COMPLETE", true, true, true, true, true, "Complete", "已完成"),
        new("EXPIRED", true, false, true, false, true, "Expired", "已逾期"),
        new("INVALID", true, true, true, true, true, "Invalid", "無效"),
        new("WAIT_PROCESS", true, true, true, true, false, "Waiting to process", "等待處理"),
        new("WAIT_CONFIRMATION", false, false, true, false, false, "Waiting to confirm", "等待確認"),
        new("EMAIL_VERIFICATION", false, false, true, true, false, "Verify by e-mail", "等待電子郵件驗證"),
        new("CANCELLED", true, true, true, true, true, "Cancelled", "已取消"),
        new("FAILED", false, true, false, true, true, "Failed", "失敗"),
    ];

    /// <summary>The row of a word, or null for one that the table does not have.</summary>
    public static TransferStatus? Find(string? word) =>
        Array.Find(All, status => string.Equals(status.Word, word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words as they are sent: upper-case, joined by commas.</summary>
    /// <exception cref="ExchangeException"><c>BitoPro.InvalidStatus</c> for one that these transfers cannot have.</exception>
    public static string Joined(IReadOnlyList<string> words, string currency, bool isWithdrawal)
    {
        var isTwd = currency == BitoProRules.Twd;
        return string.Join(',', words.Select(Checked).Distinct(StringComparer.Ordinal));

        string Checked(string word) =>
            Find(word) is { } status && status.IsOf(isWithdrawal, isTwd)
                ? status.Word
                : throw Unknown(word, currency, isWithdrawal, isTwd);
    }

    private static ExchangeException Unknown(string? word, string currency, bool isWithdrawal, bool isTwd) =>
        BitoProError.Input(
            "InvalidStatus",
            $"'{BitoProRules.Shown(word)}' is not a status of a {currency} {(isWithdrawal ? "withdrawal" : "deposit")}: it is one of "
                + $"{string.Join(", ", All.Where(status => status.IsOf(isWithdrawal, isTwd)).Select(status => status.Word))}.",
            target: word
        );
}
