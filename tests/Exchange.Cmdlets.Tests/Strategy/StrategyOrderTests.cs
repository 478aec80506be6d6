using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Strategy;

/// <summary>Tests of somebody who is signed in to a wallet, and the lines of the example order.</summary>
public abstract class StrategyOrderTests : IAsyncLifetime
{
    protected const string Arb = "0x912ce59144191c1204e64559fe8253a0e49e6548";
    protected const string NewOrder = $"New-StrategyLimitOrder arb usdc {Arb} 10 Buy 0.10";
    protected const string Placed = NewOrder + " -Confirm:$false";

    private protected CmdletHarness Session { get; } = new();

    /// <summary>Requests for a new order.</summary>
    private protected IReadOnlyList<RequestRecord> Creates =>
        [.. Session.Requests.Where(request => request.Path.EndsWith("/createOrder", StringComparison.Ordinal))];

    public async ValueTask InitializeAsync() => (await Session.RunAsync("Connect-AgenticWallet")).Done();

    public ValueTask DisposeAsync()
    {
        Session.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected async Task<StrategyOrder> OnlyOrderAsync() =>
        (await Session.RunAsync("Get-StrategyOrder")).DoneWithOne<StrategyOrder>();
}
