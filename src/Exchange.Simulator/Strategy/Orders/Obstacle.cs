namespace Exchange.Simulator.Strategy.Orders;

/// <summary>What stands in the way of the next attempts to trade: an event of strategy.md 13, so many times, and what comes then.</summary>
/// <param name="Code">The event.</param>
/// <param name="Left">How many more attempts fail with it.</param>
/// <param name="Then"><c>fill</c>, <c>suspend</c> or <c>fail</c> behind the last of them.</param>
/// <param name="OrderId">Only this order; null is any.</param>
internal sealed record Obstacle(int Code, int Left, string Then, string? OrderId)
{
    // The events that strategy.md 13 marks terminal, and the status in which each leaves the order.
    public static OrderStatus? EndOf(int code) =>
        code switch
        {
            3010 or 3019 or 3020 => OrderStatus.Failed,
            3023 => OrderStatus.Expired,
            _ => null,
        };
}
