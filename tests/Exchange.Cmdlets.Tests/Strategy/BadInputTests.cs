using System.Management.Automation;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Strategy;

/// <summary>The rows of strategy.md 16 that are about binding of parameters, and the others as they are told at the prompt.</summary>
public sealed class BadInputTests : StrategyOrderTests
{
    [Fact]
    public async Task B14_A_small_slippage_is_taken_at_its_word_and_told_of()
    {
        var run = await Session.RunAsync($"{Placed} -Slippage 0.05");

        run.DoneWithOne<StrategyOrderReceipt>();
        Assert.Contains(run.Verbose, record => record.Message.Contains("0.05 percent", StringComparison.Ordinal));
        Assert.Equal(0.0005m, Session.Simulator.Web3.Orders[0].Slippage);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("hodl")]
    public async Task B15_A_direction_is_buy_or_sell(string direction)
    {
        var run = await Session.RunAsync($"New-StrategyLimitOrder arb usdc {Arb} 10 {direction} 0.10");

        Assert.IsAssignableFrom<ParameterBindingException>(run.OnlyError().Exception);
        Assert.Empty(Creates);
    }

    [Theory]
    [InlineData("New-StrategyLimitOrder polygon usdc eth 10 Buy 1", "Strategy.ChainNotSupported")]
    [InlineData("New-StrategyLimitOrder '' usdc eth 10 Buy 1", "Strategy.ChainNotSupported")]
    [InlineData("New-StrategyLimitOrder arb '' eth 10 Buy 1", "Strategy.TokenAddressInvalid")]
    [InlineData("New-StrategyLimitOrder arb usdc eth '' Buy 1", "Strategy.AmountInvalid")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 1e6 Buy 1", "Strategy.AmountInvalid")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 0.0 Buy 1", "Strategy.AmountZero")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 10 Buy 0", "Strategy.PriceInvalid")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 10 Buy 1 -CurrentPrice ''", "Strategy.PriceInvalid")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 10 Buy 1 -Slippage ''", "Strategy.SlippageInvalid")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 10 Buy 1 -Slippage 100.1", "Strategy.SlippageInvalid")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 10 Buy 1 -ExpiresIn 59", "Strategy.ExpiryInvalid")]
    [InlineData("New-StrategyLimitOrder arb usdc eth 10 Buy 1 -ExpiresInSeconds soon", "Strategy.ExpiryInvalid")]
    [InlineData("Get-StrategyOrder -Status foo", "Strategy.StatusUnknown")]
    [InlineData("Get-StrategyOrder -Limit 0", "Strategy.LimitOutOfRange")]
    [InlineData("Get-StrategyOrder -Limit 101", "Strategy.LimitOutOfRange")]
    [InlineData("Get-StrategyOrder ord-1", "Strategy.OrderIdInvalid")]
    [InlineData("Get-StrategyOrder ''", "Strategy.OrderIdInvalid")]
    [InlineData("Get-StrategyOrder 1 -Status active", "Strategy.UnexpectedParameter")]
    [InlineData("Stop-StrategyOrder ord-1", "Strategy.OrderIdInvalid")]
    [InlineData("Stop-StrategyOrder ',, ,'", "Strategy.OrderIdInvalid")]
    [InlineData("Stop-StrategyOrder -All -Wait", "Strategy.WaitWithAll")]
    [InlineData("Get-TokenPrice polygon usdc", "Strategy.ChainNotSupported")]
    public async Task Bad_input_sends_nothing(string line, string id)
    {
        var before = Session.Requests.Count;

        (await Session.RunAsync(line)).Failed(id);

        Assert.Equal(before, Session.Requests.Count);
    }

    [Fact]
    public async Task B19_Stopping_needs_ids_or_all_and_not_both()
    {
        Assert.IsAssignableFrom<ParameterBindingException>(
            (await Session.RunAsync("Stop-StrategyOrder")).OnlyError().Exception
        );
        Assert.IsAssignableFrom<ParameterBindingException>(
            (await Session.RunAsync("Stop-StrategyOrder 1 -All")).OnlyError().Exception
        );
    }

    [Fact]
    public async Task B20_Waiting_does_not_go_with_all() =>
        Assert.Equal(
            "wait",
            (await Session.RunAsync("Stop-StrategyOrder -All -Wait")).Failed("Strategy.WaitWithAll").Target
        );

    [Theory]
    [InlineData("Resume-StrategyOrder ',, ,' -Confirm:$false")]
    [InlineData("Resume-StrategyOrder -Confirm:$false")]
    public async Task B21_Nothing_to_resume_is_a_note(string line) =>
        Assert.Equal(
            "no resumable orders found",
            (await Session.RunAsync(line)).DoneWithOne<StrategyResumption>().Note
        );

    [Fact]
    public async Task B17_The_line_of_a_small_order_is_all_there_is()
    {
        var run = await Session.RunAsync("New-StrategyLimitOrder arb usdc eth 0.5 Buy 1000");

        Assert.Equal("Minimum order amount: 1 USDC", run.DoneWithOne<StrategyBelowMinimum>().ToString());
        Assert.Equal("", run.HostText);
        Assert.Empty(Creates);
    }
}
