using Exchange.Simulator.BitoPro.Matching;

namespace Exchange.Simulator.BitoPro.Wire;

/// <summary>The words of bitopro.md section 3 for orders.</summary>
internal static class OrderText
{
    public static string Action(OrderSide side) => side == OrderSide.Buy ? "BUY" : "SELL";

    public static string Type(OrderType type) =>
        type switch
        {
            OrderType.Market => "MARKET",
            OrderType.StopLimit => "STOP_LIMIT",
            _ => "LIMIT",
        };

    public static string TimeInForce(Order order) => order.IsPostOnly ? "POST_ONLY" : "GTC";

    public static string Condition(Order order) => order.TriggersOnRise ? ">=" : "<=";
}
