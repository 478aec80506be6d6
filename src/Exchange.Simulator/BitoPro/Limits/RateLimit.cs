namespace Exchange.Simulator.BitoPro.Limits;

/// <summary>A row of bitopro.md 2.0: so many requests in any window of this length.</summary>
internal sealed record RateLimit(string Name, int Count, TimeSpan Window)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static readonly RateLimit Public = new("public", 600, Minute);
    public static readonly RateLimit Private = new("private", 600, Minute);
    public static readonly RateLimit CreateOrder = new("create_order", 1200, Minute);
    public static readonly RateLimit CancelOrder = new("cancel_order", 900, Minute);
    public static readonly RateLimit OpenOrders = new("get_open_orders", 5, Second);
    public static readonly RateLimit CreateBatch = new("create_batch_orders", 90, Minute);
    public static readonly RateLimit CancelBatch = new("cancel_batch_orders", 2, Second);
    public static readonly RateLimit CancelAll = new("cancel_all_orders", 1, Second);
    public static readonly RateLimit Withdraw = new("create_withdraw", 60, Minute);
}
