namespace Exchange.Guard;

/// <summary>
/// What the guard must know of the service that it stands before: how it is named in error ids, and in which currency its orders are
/// valued. Sizes, limits and the cap are compared within one currency only (docs/decisions, 7).
/// </summary>
/// <param name="Name">First part of the error ids: <c>BitoPro</c> in <c>BitoPro.Guard.ESCALATE</c>; that of its drafts.</param>
/// <param name="QuoteCurrency">The currency in which a step is valued.</param>
/// <param name="HasCap">True when the TWD cap of single orders is its own.</param>
/// <param name="OpenOrders">The command that lists what is open, for whoever must look.</param>
public sealed record GuardedService(string Name, string QuoteCurrency, bool HasCap, string OpenOrders)
{
    /// <summary>Orders valued in TWD; outside a session under the cap (bitopro.md section 7).</summary>
    public static GuardedService BitoPro { get; } = new("BitoPro", "TWD", HasCap: true, "Get-BitoProOrder -Open");

    /// <summary>Price-triggered orders valued in USD (strategy.md 7.6); they have no cap of their own.</summary>
    public static GuardedService Strategy { get; } = new("Strategy", "USD", HasCap: false, "Get-StrategyOrder");
}
