using Exchange.Desk;

namespace Exchange.Strategy;

/// <summary>What identifies a strategy order at the service, as the journal keeps it, and whether an order there fits.</summary>
internal static class StrategyOrderFacts
{
    public static IReadOnlyDictionary<string, string> Of(StrategyOrderDraft draft) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["chain"] = draft.Chain.Id,
            ["direction"] = draft.Direction.ToString(),
            ["type"] = draft.StrategyType.ToString(),
            ["from"] = draft.FromToken,
            ["to"] = draft.ToToken,
            ["amount"] = draft.Amount,
            ["trigger"] = draft.TriggerPrice,
            ["wallet"] = draft.WalletAddress,
        };

    /// <summary>
    /// Same chain, tokens, amount and trigger. What the service leaves out makes an order that fits otherwise a possible one: a
    /// person must look (strategy.md 2.4: the shape of the from-token is not documented).
    /// </summary>
    public static EffectFit Fit(IReadOnlyDictionary<string, string> facts, StrategyOrder order)
    {
        var chain = StrategyChains.Find(facts["chain"]);
        if (chain is null || order.ChainId != chain.Id)
        {
            return EffectFit.None;
        }
        bool?[] matches =
        [
            SameAddress(chain, facts["from"], order.FromTokenAddress),
            SameAddress(chain, facts["to"], order.ToTokenAddress),
            SameAddress(chain, facts["wallet"], order.WalletAddress) ?? true,
            SameNumber(facts["amount"], order.FromAmountText),
            SameNumber(facts["trigger"], order.TriggerPriceText),
            order.Direction is { } direction ? direction.ToString() == facts["direction"] : true,
        ];
        return Array.Exists(matches, match => match == false) ? EffectFit.None
            : Array.Exists(matches, match => match is null) ? EffectFit.Possible
            : EffectFit.Exact;
    }

    private static bool? SameAddress(StrategyChain chain, string wanted, string? shown) =>
        shown is { Length: > 0 } ? TokenAddress.AreSame(chain, wanted, shown) : null;

    private static bool? SameNumber(string wanted, string? shown) =>
        ExactDecimal.TryRead(wanted, out var number) && ExactDecimal.TryReadJson(shown?.Trim(), out var other)
            ? number == other
            : null;
}
