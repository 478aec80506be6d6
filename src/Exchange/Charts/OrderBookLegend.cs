namespace Exchange.Charts;

/// <summary>What is said with an order book.</summary>
internal static class OrderBookLegend
{
    /// <summary>Best ask and best bid.</summary>
    public static IEnumerable<string> Facts(OrderBookDepth depth)
    {
        if (depth.Bids.Count > 0)
        {
            yield return $"{Language.Choose("best bid", "最佳買價")} {ExactDecimal.Format(depth.Bids[0].Price)}";
        }
        if (depth.Asks.Count > 0)
        {
            yield return $"{Language.Choose("best ask", "最佳賣價")} {ExactDecimal.Format(depth.Asks[0].Price)}";
        }
    }

    /// <summary>The spread in quote units, then in percent of the middle price; nothing when a side is empty.</summary>
    public static IEnumerable<string> Spread(OrderBookDepth depth)
    {
        if (depth is not { Spread: { } spread, Middle: { } middle })
        {
            yield break;
        }
        yield return $"{Language.Choose("spread", "價差")} {ExactDecimal.Format(spread)}";
        if (middle > 0)
        {
            yield return $"({ExactDecimal.Format(decimal.Round(spread / middle * 100, 3))} %)";
        }
    }

    /// <summary>Which side is empty.</summary>
    public static string EmptySide(OrderBookDepth depth) =>
        depth.Asks.Count == 0 ? Language.Choose("no asks", "沒有賣單") : Language.Choose("no bids", "沒有買單");

    /// <summary>The base currency of the pair, for the unit of amounts.</summary>
    public static string Base(OrderBookDepth depth) => depth.Pair.Split('_')[0];

    public static string Asks => Language.Choose("asks", "賣單");

    public static string Bids => Language.Choose("bids", "買單");

    public static string NoOrders => Language.Choose("(no orders)", "（沒有掛單）");
}
