namespace Exchange.Simulator.Strategy.Orders;

/// <summary>The statuses of strategy.md 3.2.</summary>
internal enum OrderStatus
{
    Expired = -7,
    Cancelling = -3,
    Cancelled = -2,
    Failed = -1,
    Trading = 0,
    Completed = 1,
    Creating = 2,
    Active = 3,
    Suspended = 4,
}

/// <summary>What the statuses have in common.</summary>
internal static class OrderStatuses
{
    public static bool IsTerminal(this OrderStatus status) =>
        status is OrderStatus.Expired or OrderStatus.Cancelled or OrderStatus.Failed or OrderStatus.Completed;
}
