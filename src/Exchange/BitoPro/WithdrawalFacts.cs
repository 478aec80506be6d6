using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>What identifies a withdrawal at the service, as the journal keeps it, and whether a withdrawal there fits.</summary>
internal static class WithdrawalFacts
{
    public static IReadOnlyDictionary<string, string> Of(BitoProWithdrawalDraft draft)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["currency"] = draft.Currency,
            ["amount"] = ExactDecimal.Format(draft.Amount),
        };
        Add(facts, "protocol", draft.Protocol);
        Add(facts, "address", draft.Address);
        Add(facts, "message", draft.Message);
        return facts;
    }

    /// <summary>
    /// Same amount, address and memo. Another network than was asked for is for a person to judge: the service may name it
    /// otherwise, and to call the withdrawal absent would invite a second one.
    /// </summary>
    public static EffectFit Fit(IReadOnlyDictionary<string, string> facts, BitoProWithdrawal withdrawal)
    {
        if (!HasAmount(facts, withdrawal) || !HasAddress(facts, withdrawal) || !HasMessage(facts, withdrawal))
        {
            return EffectFit.None;
        }
        return HasProtocol(facts, withdrawal) ? EffectFit.Exact : EffectFit.Possible;
    }

    // bitopro.md open question 10: the amount that was sent is what arrives, or all that leaves the balance.
    private static bool HasAmount(IReadOnlyDictionary<string, string> facts, BitoProWithdrawal withdrawal) =>
        ExactDecimal.TryParse(facts.GetValueOrDefault("amount"), out var amount)
        && (withdrawal.Amount == amount || withdrawal.Total == amount);

    // Addresses in hex are the same in any case. A bank account's is the service's own, so that there is none to compare.
    private static bool HasAddress(IReadOnlyDictionary<string, string> facts, BitoProWithdrawal withdrawal) =>
        facts.GetValueOrDefault("address") is not { } address
        || string.Equals(address, withdrawal.Address, StringComparison.OrdinalIgnoreCase);

    // Many customers of a venue share one address and differ in the memo; the service may leave it out of its answer.
    private static bool HasMessage(IReadOnlyDictionary<string, string> facts, BitoProWithdrawal withdrawal) =>
        withdrawal.Message is null
        || string.Equals(facts.GetValueOrDefault("message") ?? "", withdrawal.Message, StringComparison.Ordinal);

    private static bool HasProtocol(IReadOnlyDictionary<string, string> facts, BitoProWithdrawal withdrawal) =>
        facts.GetValueOrDefault("protocol") is not { } protocol
        || string.Equals(protocol, withdrawal.Protocol, StringComparison.OrdinalIgnoreCase);

    private static void Add(Dictionary<string, string> facts, string name, string? value)
    {
        if (value is not null)
        {
            facts[name] = value;
        }
    }
}
