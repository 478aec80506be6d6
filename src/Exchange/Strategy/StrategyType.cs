namespace Exchange.Strategy;

/// <summary>What an order gives away: Buy spends the from-token to get the to-token, Sell gives the from-token away at a price.</summary>
public enum StrategyDirection
{
    /// <summary>The trigger is a price of the to-token.</summary>
    Buy = 0,

    /// <summary>The trigger is a price of the from-token.</summary>
    Sell = 1,
}

/// <summary>Protection against front-running (strategy.md 3.3); the numbers are those of the wire.</summary>
public enum MevProtection
{
    /// <summary>The service chooses.</summary>
    Default = 1,

    /// <summary>Always.</summary>
    On = 2,

    /// <summary>Never.</summary>
    Off = 3,
}

/// <summary>What makes an order fire (strategy.md 3.1). Derived, never chosen.</summary>
public enum StrategyType
{
    /// <summary>Buys when the market falls to the trigger.</summary>
    BuyDip = 2,

    /// <summary>Sells when the market rises to the trigger.</summary>
    TakeProfit = 3,

    /// <summary>Sells when the market falls to the trigger.</summary>
    StopLoss = 4,

    /// <summary>Buys when the market rises above the trigger; shown as Buy Above.</summary>
    ChaseHigh = 5,
}

/// <summary>The rule and the labels of strategy types.</summary>
public static class StrategyTypes
{
    /// <summary>The type that follows from direction and prices; equal prices fire like the second of each pair (strategy.md 4.1).</summary>
    /// <param name="direction">Buy compares the to-token, Sell the from-token.</param>
    /// <param name="trigger">USD.</param>
    /// <param name="current">USD, of the compared token.</param>
    public static StrategyType Derive(StrategyDirection direction, ExactDecimal trigger, ExactDecimal current) =>
        direction switch
        {
            StrategyDirection.Buy => trigger < current ? StrategyType.BuyDip : StrategyType.ChaseHigh,
            _ => trigger > current ? StrategyType.TakeProfit : StrategyType.StopLoss,
        };

    /// <summary>The label in the language of the UI culture.</summary>
    public static string LabelOf(StrategyType type) =>
        type switch
        {
            StrategyType.BuyDip => Language.Choose("Buy Dip", "抄底"),
            StrategyType.TakeProfit => Language.Choose("Take Profit", "止盈"),
            StrategyType.StopLoss => Language.Choose("Stop Loss", "止损"),
            StrategyType.ChaseHigh => Language.Choose("Buy Above", "追高买入"),
            _ => StrategyWording.Unknown((int)type),
        };
}
