using System.Globalization;

namespace Exchange.BitoPro;

/// <summary>From a ticket to a draft: every rule of a withdrawal that can be checked before it is sent (bitopro.md section 4, T22).</summary>
internal static class WithdrawalRules
{
    /// <summary>The rules that need no fees. Throws on the first that is broken.</summary>
    public static BitoProWithdrawalDraft Check(WithdrawalTicket ticket)
    {
        var currency = BitoProRules.Currency(ticket.Currency);
        var draft = new BitoProWithdrawalDraft
        {
            Currency = currency,
            Amount = AmountRules.Positive(ticket.Amount, "amount"),
            Protocol = Given(ticket.Protocol, Protocols.Checked),
            Address = Given(ticket.Address, text => Plain(text, "InvalidAddress", "address")),
            Message = Given(ticket.Message, Message),
            BankAccountSerial = Given(
                ticket.BankAccountSerial,
                text => Plain(text, "InvalidBankAccount", "bankAccountSerial")
            ),
            BankSerial = Given(ticket.BankSerial, text => Plain(text, "InvalidBankAccount", "bankSerial")),
        };
        if (draft.IsTwd)
        {
            CheckBank(draft);
            return draft;
        }
        CheckChain(draft);
        return draft;
    }

    /// <summary>The row of T12 for the currency and the network, or null.</summary>
    public static BitoProWithdrawalLimit? LimitFor(BitoProWithdrawalDraft draft, BitoProFees fees) =>
        LimitsOf(draft, fees).FirstOrDefault(limit => ProtocolOf(limit) == (draft.Protocol ?? Protocols.Main));

    /// <summary>The amount against the limits, and the draft with its fee.</summary>
    public static BitoProWithdrawalDraft CheckAgainst(BitoProWithdrawalDraft draft, BitoProWithdrawalLimit limit)
    {
        AmountRules.CheckRange(draft.Amount, limit.MinimumTradingAmount, limit.MaximumTradingAmount, draft.Currency);
        var withFee = draft with { Fee = limit.Fee };
        CheckSum(withFee);
        return withFee;
    }

    /// <summary>What to warn of when T12 has no row for the network.</summary>
    public static string NoLimitFor(BitoProWithdrawalDraft draft, BitoProFees fees)
    {
        var known = string.Join(", ", LimitsOf(draft, fees).Select(ProtocolOf));
        return $"The service lists no fee and no limits for {draft.Currency} on {draft.Protocol ?? Protocols.Main}, so neither is "
            + $"checked here. {(known.Length > 0 ? $"It lists {known}." : "It does not list the currency.")}";
    }

    private static IEnumerable<BitoProWithdrawalLimit> LimitsOf(BitoProWithdrawalDraft draft, BitoProFees fees) =>
        fees.RestrictionsOfWithdrawalFees.Where(limit =>
            string.Equals(limit.Currency, draft.Currency, StringComparison.OrdinalIgnoreCase)
        );

    // bitopro.md T12: lower-case there, and empty where a currency has one network only.
    private static string ProtocolOf(BitoProWithdrawalLimit limit) =>
        string.IsNullOrEmpty(limit.Protocol) ? Protocols.Main : limit.Protocol.ToUpperInvariant();

    private static void CheckBank(BitoProWithdrawalDraft draft)
    {
        if (draft.Address is not null)
        {
            throw Unexpected("A TWD withdrawal goes to a bank account and takes no address.", "address");
        }
        if (draft.Protocol is not null and not Protocols.Main)
        {
            throw Unexpected("A TWD withdrawal goes to a bank account and takes no network but MAIN.", "protocol");
        }
    }

    private static void CheckChain(BitoProWithdrawalDraft draft)
    {
        if (draft.BankAccountSerial is not null || draft.BankSerial is not null)
        {
            throw Unexpected(
                $"A {draft.Currency} withdrawal goes to an address and takes no bank account.",
                draft.BankAccountSerial is not null ? "bankAccountSerial" : "bankSerial"
            );
        }
        if (draft.Address is null)
        {
            throw BitoProError.Input(
                "AddressRequired",
                $"A {draft.Currency} withdrawal needs an address.",
                $"It must have been registered at {BitoProWithdrawalDraft.RegistrationPage}.",
                "address"
            );
        }
        if (draft.Message is null && Memos.IsRequired(draft.Currency))
        {
            throw BitoProError.Input(
                "MessageRequired",
                $"A {draft.Currency} withdrawal needs a message: the memo or tag of the receiving account.",
                target: "message"
            );
        }
    }

    // Both readings of the amount are shown: a withdrawal whose sum cannot be computed must not get that far.
    private static void CheckSum(BitoProWithdrawalDraft draft)
    {
        try
        {
            _ = draft.LeavesIfFeeIsOnTop;
        }
        catch (OverflowException)
        {
            throw BitoProError.Input("InvalidNumber", "The amount is too large to be computed with.", target: "amount");
        }
    }

    private static ExchangeException Unexpected(string message, string name) =>
        BitoProError.Input("UnexpectedParameter", message, "Leave it out, or check the currency.", name);

    private static string? Given(string? text, Func<string, string> check) =>
        string.IsNullOrEmpty(text) ? null : check(text);

    // A pasted blank or line break would make it another address; nothing is trimmed here.
    private static string Plain(string text, string errorId, string name) =>
        text.Length is > 0 and <= 200 && text.All(c => c is > ' ' and <= '~')
            ? text
            : throw BitoProError.Input(
                errorId,
                $"The {name} '{BitoProRules.Shown(text)}' is not 1 to 200 printable ASCII characters without blanks.",
                "Copy it again, without blanks or line breaks.",
                name
            );

    private static string Message(string text) =>
        text.Length <= 200 && text.Trim() == text && !text.Any(IsInvisible)
            ? text
            : throw BitoProError.Input(
                "InvalidMessage",
                $"The message '{BitoProRules.Shown(text)}' is longer than 200 characters, has blanks around it, or holds what cannot be seen.",
                "Copy it again, without blanks or line breaks around it.",
                "message"
            );

    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
