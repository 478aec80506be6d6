using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>A withdrawal that is complete and valid, and not sent.</summary>
public sealed record BitoProWithdrawalDraft : IDraft
{
    internal const string RegistrationPage = "https://www.bitopro.com/address";

    /// <summary>Lower-case code without a network.</summary>
    public required string Currency { get; init; }

    /// <summary>What will be sent as the amount, currency units.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Network, upper-case; null when none is sent and the service takes MAIN.</summary>
    public string? Protocol { get; init; }

    /// <summary>Where to; null for TWD.</summary>
    public string? Address { get; init; }

    /// <summary>Memo or tag.</summary>
    public string? Message { get; init; }

    /// <summary>The bank account, TWD only; null when the service takes the verified one.</summary>
    public string? BankAccountSerial { get; init; }

    /// <summary>The bank, TWD only.</summary>
    public string? BankSerial { get; init; }

    /// <summary>The fee that the service lists (T12), currency units; null when it lists none.</summary>
    public decimal? Fee { get; init; }

    /// <summary>What arrives when the fee is taken out of the amount; then the amount is what leaves the balance.</summary>
    public decimal? ArrivesIfFeeIsTakenOut => Amount - Fee is { } rest ? ExactDecimal.Trim(Math.Max(rest, 0)) : null;

    /// <summary>What leaves the balance when the fee comes on top; then the amount is what arrives.</summary>
    public decimal? LeavesIfFeeIsOnTop => Amount + Fee is { } sum ? ExactDecimal.Trim(sum) : null;

    /// <summary>Where it will be sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <inheritdoc/>
    public string Service => "BitoPro";

    /// <inheritdoc/>
    public string Action => Language.Choose("Withdraw", "提領");

    /// <inheritdoc/>
    public string Subject =>
        $"{Units(Amount)} -> {(IsTwd ? BankText : Address)}" + (Protocol is { } protocol ? $" ({protocol})" : "");

    /// <inheritdoc/>
    public IReadOnlyList<DraftLine> Lines => [.. AllLines()];

    internal bool IsTwd => Currency == BitoProRules.Twd;

    private string BankText => BankAccountSerial ?? Language.Choose("the verified bank account", "已驗證的銀行帳戶");

    private IEnumerable<DraftLine> AllLines()
    {
        yield return new(Language.Choose("Amount", "數量"), Units(Amount));
        foreach (var line in IsTwd ? BankLines() : ChainLines())
        {
            yield return line;
        }
        yield return new(
            Language.Choose("Fee", "手續費"),
            Fee is { } fee ? Units(fee) : Language.Choose("not listed by the service", "服務未列出")
        );
        // bitopro.md open question 10: which of the two holds is not settled, so both are shown.
        yield return new(
            Language.Choose("If the fee is taken out of the amount", "若手續費由數量內扣"),
            Reading(ArrivesIfFeeIsTakenOut, Amount)
        );
        yield return new(
            Language.Choose("If the fee comes on top", "若手續費外加"),
            Reading(Amount, LeavesIfFeeIsOnTop)
        );
        yield return BitoProConnection.DestinationLine(Endpoint);
    }

    private IEnumerable<DraftLine> ChainLines()
    {
        yield return new(Language.Choose("Address", "地址"), Address ?? "");
        yield return new(
            Language.Choose("Registration", "地址登錄"),
            Language.Choose(
                $"the address must have been registered at {RegistrationPage}",
                $"地址須先於 {RegistrationPage} 登錄"
            )
        );
        yield return new(Language.Choose("Network", "鏈"), ProtocolText());
        yield return new(Language.Choose("Memo", "備註"), MemoText());
    }

    private IEnumerable<DraftLine> BankLines()
    {
        yield return new(Language.Choose("Bank account", "銀行帳戶"), BankText);
        if (BankSerial is { } bank)
        {
            yield return new(Language.Choose("Bank", "銀行"), bank);
        }
        if (Protocol is not null)
        {
            yield return new(Language.Choose("Network", "鏈"), ProtocolText());
        }
        if (Message is { } message)
        {
            yield return new(Language.Choose("Memo", "備註"), message);
        }
    }

    private string ProtocolText() =>
        Protocol ?? Language.Choose("MAIN (not sent; the service's default)", "MAIN（未送出，服務預設）");

    private string MemoText() =>
        Message
        ?? (
            Memos.IsUsual(Currency)
                ? Language.Choose("none; most receivers need one", "無；多數收款方需要")
                : Language.Choose("none", "無")
        );

    private string Reading(decimal? arrives, decimal? leaves) =>
        Language.Choose("arrives ", "到帳 ")
        + UnitsOrUnknown(arrives)
        + Language.Choose(", leaves your balance ", "，自餘額扣除 ")
        + UnitsOrUnknown(leaves);

    private string UnitsOrUnknown(decimal? value) =>
        value is { } known ? Units(known) : Language.Choose("unknown", "未知");

    private string Units(decimal value) => $"{ExactDecimal.Format(value)} {Currency}";
}
