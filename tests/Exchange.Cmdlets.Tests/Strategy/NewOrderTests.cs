using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Strategy;

/// <summary>Strategy orders from the prompt to the simulator, which verifies every signature on its own.</summary>
public sealed class NewOrderTests : IAsyncLifetime
{
    private readonly CmdletHarness _session = new();

    public async ValueTask InitializeAsync() => (await _session.RunAsync("Connect-AgenticWallet")).Done();

    public ValueTask DisposeAsync()
    {
        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_order_is_placed_triggered_by_the_market_and_seen_with_its_events()
    {
        var run = await _session.RunAsync(StrategyOrders.Placed);
        var receipt = run.DoneWithOne<StrategyOrderReceipt>();
        // The first order of a session activates Trader Mode, in one line.
        Assert.Equal(2, _session.Creates().Count);
        Assert.Equal("Trader Mode activated.", Assert.Single(run.Information).ToString());
        Assert.Equal((StrategyType.BuyDip, StrategyOrderStatus.Creating), (receipt.StrategyType, receipt.Status));

        _session.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(StrategyOrderStatus.Active, (await _session.OnlyOrderAsync()).Status);
        (await _session.RunAsync("Set-ExchangeSimulator -TokenPrice arb:ARB=0.09")).Done();
        _session.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Empty((await _session.RunAsync("Get-StrategyOrder")).Done<StrategyOrder>());
        var done = (await _session.RunAsync($"Get-StrategyOrder {receipt.OrderId}")).DoneWithOne<StrategyOrder>();
        Assert.Equal((StrategyOrderStatus.Completed, true), (done.Status, done.IsTerminal));
        Assert.Equal("Trade successful", done.LatestEvent);
        Assert.NotNull(done.TxHash);
        Assert.Equal(AttemptState.Accepted, (await _session.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData("sol sol usdc 0.25 Sell 200", 3)]
    [InlineData("sol usdc sol 20 Buy 100", 2)]
    [InlineData("eth usdc weth 100 Buy 10000 -MevProtection On -Slippage 0.7%", 5)]
    [InlineData("bsc bnb usdt 1.5 Sell 1", 4)]
    [InlineData("base eth usdc 0.5 Sell 100000 -ExpiresInSeconds 3600", 3)]
    [InlineData("xlayer okb usdt0 10 Sell 0.1", 4)]
    public async Task Every_chain_and_type_passes_the_simulators_own_verification(string order, int type)
    {
        var receipt = (
            await _session.RunAsync($"New-StrategyLimitOrder {order} -Confirm:$false")
        ).DoneWithOne<StrategyOrderReceipt>();

        Assert.Equal((StrategyType)type, receipt.StrategyType);
        Assert.Equal(receipt.OrderId, Assert.Single(_session.Simulator.Web3.Orders).OrderId);
    }

    [Fact]
    public async Task What_if_shows_the_summary_and_sends_nothing()
    {
        var run = await _session.RunAsync($"{StrategyOrders.New} -WhatIf");

        run.Done();
        foreach (
            var part in (string[])
                [
                    "Chain: Arbitrum",
                    "Order Type: Buy Dip",
                    "From: 10 USDC",
                    "To: ARB",
                    "Trigger Price: $0.10",
                    "Estimated Amount: 100 ARB",
                    "Value: $10",
                    "Slippage: Default 15%",
                    "this machine",
                    "within 7 days",
                ]
        )
        {
            Assert.Contains(part, run.HostText, StringComparison.Ordinal);
        }
        Assert.Empty(_session.Creates());
        Assert.Empty(await _session.AttemptsAsync());
    }

    [Fact]
    public async Task A_question_is_asked_and_a_no_sends_nothing()
    {
        _session.Answer("N");
        Assert.Empty((await _session.RunAsync(StrategyOrders.New)).Output);
        Assert.Empty(_session.Creates());

        _session.Answer("Y");
        (await _session.RunAsync(StrategyOrders.New)).DoneWithOne<StrategyOrderReceipt>();
        Assert.Contains("Estimated Amount", string.Concat(_session.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_only_consent_sends()
    {
        (await _session.RunAsync(StrategyOrders.New)).Failed("Strategy.ConfirmationRequired");
        (await _session.RunAsync($"{StrategyOrders.New} -ConfirmationText 'ok'")).Failed(
            "Strategy.ConfirmationRequired"
        );
        Assert.Empty(_session.Creates());

        (
            await _session.RunAsync($"{StrategyOrders.New} -ConfirmationText 'yes, buy ARB for 10'")
        ).DoneWithOne<StrategyOrderReceipt>();
        (await _session.RunAsync($"{StrategyOrders.New} -Force")).DoneWithOne<StrategyOrderReceipt>();
    }

    [Fact]
    public async Task An_attempt_id_is_sent_once()
    {
        (await _session.RunAsync($"{StrategyOrders.Placed} -AttemptId step-1")).Done();

        var again = (await _session.RunAsync($"{StrategyOrders.Placed} -AttemptId step-1")).OnlyError();

        Assert.StartsWith("Strategy.Guard.PAUSE", again.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(_session.Simulator.Web3.Orders);
    }

    [Fact]
    public async Task A_session_in_USD_lets_its_steps_through_and_nothing_beyond()
    {
        var session = (
            await _session.RunAsync(
                "New-TradeSession s-1 -QuoteCurrency USD -MaxSteps 3 -MaxTotalExposureQuote 30 -MaxSingleOrderQuote 12 -MaxDailyLossQuote 5 "
                    + $"-SessionExpiryAt 2026-06-01T00:00:00Z | Approve-TradeSession -Confirm:$false"
            )
        ).DoneWithOne<TradeSession>();

        var report = (
            await _session.RunAsync($"{StrategyOrders.New} -TradeSession '{session.ToJson()}'")
        ).DoneWithOne<TradeStepReport>();
        Assert.Equal((10m, 10m), (report.SizeQuote, report.ProjectedExposureQuote));
        Assert.Equal("ARB", report.Orders[0].Pair.Split('/')[1]);

        var refused = await _session.RunAsync(
            $"New-StrategyLimitOrder arb usdc {StrategyOrders.Arb} 13 Buy 0.10 -Force -TradeSession '{session.ToJson()}'"
        );
        Assert.StartsWith("Strategy.Guard.", refused.OnlyError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(_session.Simulator.Web3.Orders);
    }
}
