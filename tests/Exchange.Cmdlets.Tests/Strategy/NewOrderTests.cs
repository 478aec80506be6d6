using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Strategy;

/// <summary>Strategy orders from the prompt to the simulator, which verifies every signature on its own.</summary>
public sealed class NewOrderTests : StrategyOrderTests
{
    [Fact]
    public async Task An_order_is_placed_triggered_by_the_market_and_seen_with_its_events()
    {
        var run = await Session.RunAsync(Placed);
        var receipt = run.DoneWithOne<StrategyOrderReceipt>();
        // The first order of a session activates Trader Mode, in one line.
        Assert.Equal(2, Creates.Count);
        Assert.Equal("Trader Mode activated.", Assert.Single(run.Information).ToString());
        Assert.Equal((StrategyType.BuyDip, StrategyOrderStatus.Creating), (receipt.StrategyType, receipt.Status));

        Session.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(StrategyOrderStatus.Active, (await OnlyOrderAsync()).Status);
        (await Session.RunAsync("Set-ExchangeSimulator -TokenPrice arb:ARB=0.09")).Done();
        Session.Clock.Advance(TimeSpan.FromSeconds(3));

        Assert.Empty((await Session.RunAsync("Get-StrategyOrder")).Done<StrategyOrder>());
        var done = (await Session.RunAsync($"Get-StrategyOrder {receipt.OrderId}")).DoneWithOne<StrategyOrder>();
        Assert.Equal((StrategyOrderStatus.Completed, true), (done.Status, done.IsTerminal));
        Assert.Equal("Trade successful", done.LatestEvent);
        Assert.NotNull(done.TxHash);
        Assert.Equal(AttemptState.Accepted, (await Session.OnlyAttemptAsync()).State);
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
            await Session.RunAsync($"New-StrategyLimitOrder {order} -Confirm:$false")
        ).DoneWithOne<StrategyOrderReceipt>();

        Assert.Equal((StrategyType)type, receipt.StrategyType);
        Assert.Equal(receipt.OrderId, Assert.Single(Session.Simulator.Web3.Orders).OrderId);
    }

    [Fact]
    public async Task What_if_shows_the_summary_and_sends_nothing()
    {
        var run = await Session.RunAsync($"{NewOrder} -WhatIf");

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
        Assert.Empty(Creates);
        Assert.Empty(await Session.AttemptsAsync());
    }

    [Fact]
    public async Task A_question_is_asked_and_a_no_sends_nothing()
    {
        Session.Answer("N");
        Assert.Empty((await Session.RunAsync(NewOrder)).Output);
        Assert.Empty(Creates);

        Session.Answer("Y");
        (await Session.RunAsync(NewOrder)).DoneWithOne<StrategyOrderReceipt>();
        Assert.Contains("Estimated Amount", string.Concat(Session.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_only_consent_sends()
    {
        (await Session.RunAsync(NewOrder)).Failed("Strategy.ConfirmationRequired");
        (await Session.RunAsync($"{NewOrder} -ConfirmationText 'ok'")).Failed("Strategy.ConfirmationRequired");
        Assert.Empty(Creates);

        (
            await Session.RunAsync($"{NewOrder} -ConfirmationText 'yes, buy ARB for 10'")
        ).DoneWithOne<StrategyOrderReceipt>();
        (await Session.RunAsync($"{NewOrder} -Force")).DoneWithOne<StrategyOrderReceipt>();
    }

    [Fact]
    public async Task An_attempt_id_is_sent_once()
    {
        (await Session.RunAsync($"{Placed} -AttemptId step-1")).Done();

        var again = (await Session.RunAsync($"{Placed} -AttemptId step-1")).OnlyError();

        Assert.StartsWith("Strategy.Guard.PAUSE", again.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(Session.Simulator.Web3.Orders);
    }

    [Fact]
    public async Task ASession_in_USD_lets_its_steps_through_and_nothing_beyond()
    {
        var session = (
            await Session.RunAsync(
                "New-TradeSession s-1 -QuoteCurrency USD -MaxSteps 3 -MaxTotalExposureQuote 30 -MaxSingleOrderQuote 12 -MaxDailyLossQuote 5 "
                    + $"-SessionExpiryAt 2026-06-01T00:00:00Z | Approve-TradeSession -Confirm:$false"
            )
        ).DoneWithOne<TradeSession>();

        var report = (
            await Session.RunAsync($"{NewOrder} -TradeSession '{session.ToJson()}'")
        ).DoneWithOne<TradeStepReport>();
        Assert.Equal((10m, 10m), (report.SizeQuote, report.ProjectedExposureQuote));
        Assert.Equal("ARB", report.Orders[0].Pair.Split('/')[1]);

        var refused = await Session.RunAsync(
            $"New-StrategyLimitOrder arb usdc {Arb} 13 Buy 0.10 -Force -TradeSession '{session.ToJson()}'"
        );
        Assert.StartsWith("Strategy.Guard.", refused.OnlyError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(Session.Simulator.Web3.Orders);
    }
}
