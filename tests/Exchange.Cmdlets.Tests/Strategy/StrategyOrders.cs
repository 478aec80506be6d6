using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Strategy;

/// <summary>Lines of the prompt for the example order, and what became of them.</summary>
internal static class StrategyOrders
{
    public const string Arb = "0x912ce59144191c1204e64559fe8253a0e49e6548";
    public const string New = $"New-StrategyLimitOrder arb usdc {Arb} 10 Buy 0.10";
    public const string Placed = New + " -Confirm:$false";

    /// <summary>Requests for a new order.</summary>
    public static IReadOnlyList<RequestRecord> Creates(this CmdletHarness session) =>
        [.. session.Requests.Where(request => request.Path.EndsWith("/createOrder", StringComparison.Ordinal))];

    public static async Task<StrategyOrder> OnlyOrderAsync(this CmdletHarness session) =>
        (await session.RunAsync("Get-StrategyOrder")).DoneWithOne<StrategyOrder>();
}
