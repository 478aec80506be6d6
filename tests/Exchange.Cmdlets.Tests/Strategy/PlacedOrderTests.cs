using System.Management.Automation;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Strategy;

/// <summary>Strategy orders back from the simulator: listed, cancelled, resumed, and found when their answer was lost.</summary>
public sealed class PlacedOrderTests : StrategyOrderTests
{
    [Fact]
    public async Task Live_orders_go_down_the_pipeline_to_be_cancelled()
    {
        await PlaceAsync(3);
        Session.Clock.Advance(TimeSpan.FromSeconds(13));

        var preview = await Session.RunAsync("Get-StrategyOrder -Status Active | Stop-StrategyOrder -WhatIf");
        preview.Done();
        Assert.Contains("Cancel strategy orders", preview.HostText, StringComparison.Ordinal);
        Assert.Equal(3, (await Session.RunAsync("Get-StrategyOrder")).Done<StrategyOrder>().Count);

        var cancelled = (
            await Session.RunAsync("Get-StrategyOrder -Status Active | Stop-StrategyOrder -Wait")
        ).DoneWithOne<StrategyCancellation>();
        Assert.Equal((3, true), (cancelled.UpdateNum, cancelled.Settled));
        Assert.All(cancelled.Orders, order => Assert.Equal(StrategyOrderStatus.Cancelled, order.Status));
        Assert.Equal(3, cancelled.AttemptIds.Count);
    }

    [Fact]
    public async Task Every_order_is_cancelled_only_after_a_question()
    {
        await PlaceAsync(2);
        Session.Clock.Advance(TimeSpan.FromSeconds(13));
        (await Session.RunAsync("Stop-StrategyOrder -All")).Failed("Strategy.ConfirmationRequired");

        var all = (
            await Session.RunAsync("Stop-StrategyOrder -All -Confirm:$false")
        ).DoneWithOne<StrategyCancellation>();

        Assert.Equal(2, all.UpdateNum);
        Assert.Equal(AttemptState.Accepted, (await Session.AttemptsAsync())[^1].State);
    }

    [Fact]
    public async Task A_suspended_order_is_found_and_resumed()
    {
        await PlaceAsync(1);
        Session.Clock.Advance(TimeSpan.FromSeconds(13));
        Session.Simulator.Web3.Obstruct(3013, 1, "suspend");
        (await Session.RunAsync("Set-ExchangeSimulator -TokenPrice arb:ARB=0.09")).Done();
        Session.Clock.Advance(TimeSpan.FromSeconds(30));
        var suspended = await OnlyOrderAsync();
        Assert.Equal(
            (StrategyOrderStatus.Suspended, true, "Insufficient funds in wallet"),
            (suspended.Status, suspended.CanResume, suspended.LatestEvent)
        );

        var resumed = (
            await Session.RunAsync("Resume-StrategyOrder -Confirm:$false")
        ).DoneWithOne<StrategyResumption>();

        Assert.Equal([suspended.OrderId], resumed.SuccessIds);
        Assert.Contains("may execute at once", resumed.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hints_are_said_once_however_many_inputs_there_are()
    {
        await PlaceAsync(1);
        var account = (await Session.RunAsync("Get-AgenticWallet")).DoneWithOne<AgenticWallet>().AccountId!;
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("AccountId", account));

        var run = await Session.RunAsync("Get-StrategyOrder -Culture zh", row, row, row);

        Assert.Equal(3, run.Done<StrategyOrder>().Count);
        var hints = run.Information.Select(record => record.ToString()!).ToList();
        Assert.Equal(2, hints.Count);
        Assert.Distinct(hints);
        Assert.All(hints, hint => Assert.InRange(hint[0], (char)0x4e00, (char)0x9fff));
    }

    [Fact]
    public async Task A_page_says_how_to_go_on_and_all_pages_are_walked()
    {
        await PlaceAsync(12);

        var page = await Session.RunAsync("Get-StrategyOrder -Chain arb");
        Assert.Equal(10, page.Done<StrategyOrder>().Count);
        var hints = page.Information.Select(record => record.ToString()!).ToList();
        Assert.Contains("Showing live orders by default (10 per page).", hints);
        Assert.Contains(
            hints,
            hint => hint.Contains("Get-StrategyOrder -Chain 'arb' -Cursor '", StringComparison.Ordinal)
        );
        Assert.Equal(12, (await Session.RunAsync("Get-StrategyOrder -All")).Done<StrategyOrder>().Count);
        var first = (await Session.RunAsync("Get-StrategyOrder -Limit 5 -AsPage")).DoneWithOne<StrategyOrderPage>();
        var second = (
            await Session.RunAsync($"Get-StrategyOrder -Limit 5 -AsPage -Cursor '{first.NextCursor}'")
        ).DoneWithOne<StrategyOrderPage>();
        Assert.Empty(first.List.Select(order => order.OrderId).Intersect(second.List.Select(order => order.OrderId)));
    }

    [Theory]
    [InlineData("en", "Order Status", "Creating")]
    [InlineData("zh", "订单状态", "创建中")]
    public async Task A_table_has_the_eight_columns_in_one_language(string culture, string heading, string label)
    {
        await PlaceAsync(1);

        var row = Assert.IsType<PSObject>(
            Assert.Single((await Session.RunAsync($"Get-StrategyOrder -AsTable -Culture {culture}")).Output)
        );

        Assert.Equal(8, row.Properties.Count());
        Assert.Equal(label, row.Properties[heading].Value);
    }

    [Fact]
    public async Task A_lost_order_is_found_and_never_sent_again()
    {
        await PlaceAsync(1);
        await LoseAsync(FaultKind.DropAfter);
        var sent = Creates.Count;

        var attempt = (await Session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();

        Assert.Equal(
            (AttemptState.Accepted, Session.Simulator.Web3.Orders[^1].OrderId),
            (attempt.State, attempt.Reference)
        );
        Assert.Equal(sent, Creates.Count);
    }

    [Fact]
    public async Task An_order_that_never_arrived_is_settled_as_that()
    {
        await PlaceAsync(1);
        await LoseAsync(FaultKind.DropBefore);

        var attempt = (await Session.RunAsync("Resolve-ExchangeAttempt -Wait")).DoneWithOne<Attempt>();

        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.Single(Session.Simulator.Web3.Orders);
    }

    [Fact]
    public async Task Orders_of_another_account_are_listed_and_cancelled_there()
    {
        (await Session.RunAsync($"{Placed} -AccountId acc-7f22")).Done();
        Session.Clock.Advance(TimeSpan.FromSeconds(13));

        Assert.Empty((await Session.RunAsync("Get-StrategyOrder")).Done<StrategyOrder>());
        var cancelled = (
            await Session.RunAsync("Get-StrategyOrder -AccountId acc-7f22 | Stop-StrategyOrder")
        ).DoneWithOne<StrategyCancellation>();
        Assert.Equal(("acc-7f22", 1), (cancelled.AccountId, cancelled.UpdateNum));
    }

    [Fact]
    public async Task A_receipt_goes_down_the_pipeline_as_its_own_order()
    {
        await PlaceAsync(2);

        var order = (await Session.RunAsync($"{Placed} | Get-StrategyOrder")).DoneWithOne<StrategyOrder>();

        Assert.Equal(Session.Simulator.Web3.Orders[^1].OrderId, order.OrderId);
    }

    // Sends an order whose answer does not come.
    private async Task LoseAsync(FaultKind fault)
    {
        Session.Simulator.Faults.Next(
            fault,
            method: "POST",
            path: "/web3/api/v1/dex/strategy/agentic/limitOrder/createOrder"
        );
        (await Session.RunAsync(Placed)).Failed("Strategy.OutcomeUnknown");
    }

    private async Task PlaceAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            (await Session.RunAsync(Placed)).Done();
            Session.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
