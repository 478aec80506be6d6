using Exchange.Desk;

namespace Exchange.BitoPro;

/// <summary>What identifies an order at the service, as the journal keeps it, and whether an order there fits.</summary>
internal static class OrderFacts
{
    public static IReadOnlyDictionary<string, string> Of(BitoProOrderDraft draft)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pair"] = draft.Pair,
            ["side"] = BitoProWords.Of(draft.Side),
            ["type"] = BitoProWords.Of(draft.Type),
            ["amount"] = ExactDecimal.Format(draft.Amount),
        };
        Add(facts, "price", draft.Price);
        Add(facts, "stopPrice", draft.StopPrice);
        if (draft.Condition is { } condition)
        {
            facts["condition"] = condition;
        }
        facts["timeInForce"] = BitoProWords.Of(draft.TimeInForce);
        return facts;
    }

    /// <summary>Same pair, side, type, amount, prices and condition, placed by a tool of our convention.</summary>
    public static EffectFit Fit(IReadOnlyDictionary<string, string> facts, BitoProOrder order) =>
        order.IsSkillOrder
        && Is(facts, "pair", order.Pair)
        && Is(facts, "side", order.Side is { } side ? BitoProWords.Of(side) : null)
        && Is(facts, "type", order.Type?.ToUpperInvariant())
        && (IsMarket(facts) || Is(facts, "price", order.Price))
        && Is(facts, "stopPrice", order.StopPrice)
        && (!facts.ContainsKey("condition") || Is(facts, "condition", order.Condition))
            ? FitAmount(facts, order)
            : EffectFit.None;

    // bitopro.md open question 8: in which unit a market buy's amounts are reported is not settled, so its executed value
    // is looked at too. It spends what was ordered, or less where the book was thin.
    private static EffectFit FitAmount(IReadOnlyDictionary<string, string> facts, BitoProOrder order)
    {
        if (Is(facts, "amount", order.OriginalAmount))
        {
            return EffectFit.Exact;
        }
        var isMarketBuy = IsMarket(facts) && Is(facts, "side", "BUY");
        if (!isMarketBuy || !ExactDecimal.TryParse(facts.GetValueOrDefault("amount"), out var quote))
        {
            return EffectFit.None;
        }
        if (order.Total > quote)
        {
            return EffectFit.None;
        }
        return order.Total >= quote * 0.99m ? EffectFit.Exact : EffectFit.Possible;
    }

    private static bool IsMarket(IReadOnlyDictionary<string, string> facts) => Is(facts, "type", "MARKET");

    private static bool Is(IReadOnlyDictionary<string, string> facts, string name, string? value) =>
        string.Equals(facts.GetValueOrDefault(name), value, StringComparison.Ordinal);

    private static bool Is(IReadOnlyDictionary<string, string> facts, string name, decimal? value)
    {
        var wanted = facts.GetValueOrDefault(name);
        return wanted is null ? value is null or 0 : value is { } known && wanted == ExactDecimal.Format(known);
    }

    private static void Add(Dictionary<string, string> facts, string name, decimal? value)
    {
        if (value is { } known)
        {
            facts[name] = ExactDecimal.Format(known);
        }
    }
}
