using System.Management.Automation;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Simulator;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Strategy;

/// <summary>Strategy orders from the prompt to the simulator, which verifies every signature on its own, and back.</summary>
public sealed class StrategyOrderTests : IAsyncLifetime
{
    private const string Arb = "0x912ce59144191c1204e64559fe8253a0e49e6548";
    private const string Order = $"New-StrategyLimitOrder arb usdc {Arb} 10 Buy 0.10";
    private const string Placed = Order + " -Confirm:$false";

    private readonly CmdletHarness _session = new();

    private IReadOnlyList<RequestRecord> Creates =>
        [.. _session.Requests.Where(request => request.Path.EndsWith("/createOrder", StringComparison.Ordinal))];

    public async ValueTask InitializeAsync() => (await _session.RunAsync("Connect-AgenticWallet")).Done();

    public ValueTask DisposeAsync()
    {
        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_order_is_placed_triggered_by_the_market_and_seen_with_its_events()
    {
        var run = await _session.RunAsync(Placed);
        var receipt = run.DoneWithOne<StrategyOrderReceipt>();
        // The first order of a session activates Trader Mode, in one line.
        Assert.Equal(2, Creates.Count);
        Assert.Equal("Trader Mode activated.", Assert.Single(run.Information).ToString());
        Assert.Equal((StrategyType.BuyDip, StrategyOrderStatus.Creating), (receipt.StrategyType, receipt.Status));

        _session.Clock.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(StrategyOrderStatus.Active, (await OnlyAsync()).Status);
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
        var run = await _session.RunAsync($"{Order} -WhatIf");

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
        Assert.Empty(await _session.AttemptsAsync());
    }

    [Fact]
    public async Task A_question_is_asked_and_a_no_sends_nothing()
    {
        _session.Answer("N");
        Assert.Empty((await _session.RunAsync(Order)).Output);
        Assert.Empty(Creates);

        _session.Answer("Y");
        (await _session.RunAsync(Order)).DoneWithOne<StrategyOrderReceipt>();
        Assert.Contains("Estimated Amount", string.Concat(_session.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_only_consent_sends()
    {
        (await _session.RunAsync(Order)).Failed("Strategy.ConfirmationRequired");
        (await _session.RunAsync($"{Order} -ConfirmationText 'ok'")).Failed("Strategy.ConfirmationRequired");
        Assert.Empty(Creates);

        (
            await _session.RunAsync($"{Order} -ConfirmationText 'yes, buy ARB for 10'")
        ).DoneWithOne<StrategyOrderReceipt>();
        (await _session.RunAsync($"{Order} -Force")).DoneWithOne<StrategyOrderReceipt>();
    }

    [Fact]
    public async Task B14_A_small_slippage_is_taken_at_its_word_and_told_of()
    {
        var run = await _session.RunAsync($"{Placed} -Slippage 0.05");

        run.DoneWithOne<StrategyOrderReceipt>();
        Assert.Contains(run.Verbose, record => record.Message.Contains("0.05 percent", StringComparison.Ordinal));
        Assert.Equal(0.0005m, _session.Simulator.Web3.Orders[0].Slippage);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("hodl")]
    public async Task B15_A_direction_is_buy_or_sell(string direction)
    {
        var run = await _session.RunAsync($"New-StrategyLimitOrder arb usdc {Arb} 10 {direction} 0.10");

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
        var before = _session.Requests.Count;

        (await _session.RunAsync(line)).Failed(id);

        Assert.Equal(before, _session.Requests.Count);
    }

    [Fact]
    public async Task B19_Stopping_needs_ids_or_all_and_not_both()
    {
        Assert.IsAssignableFrom<ParameterBindingException>(
            (await _session.RunAsync("Stop-StrategyOrder")).OnlyError().Exception
        );
        Assert.IsAssignableFrom<ParameterBindingException>(
            (await _session.RunAsync("Stop-StrategyOrder 1 -All")).OnlyError().Exception
        );
    }

    [Fact]
    public async Task B20_Waiting_does_not_go_with_all() =>
        Assert.Equal(
            "wait",
            (await _session.RunAsync("Stop-StrategyOrder -All -Wait")).Failed("Strategy.WaitWithAll").Target
        );

    [Theory]
    [InlineData("Resume-StrategyOrder ',, ,' -Confirm:$false")]
    [InlineData("Resume-StrategyOrder -Confirm:$false")]
    public async Task B21_Nothing_to_resume_is_a_note(string line) =>
        Assert.Equal(
            "no resumable orders found",
            (await _session.RunAsync(line)).DoneWithOne<StrategyResumption>().Note
        );

    [Fact]
    public async Task B17_The_line_of_a_small_order_is_all_there_is()
    {
        var run = await _session.RunAsync("New-StrategyLimitOrder arb usdc eth 0.5 Buy 1000");

        Assert.Equal("Minimum order amount: 1 USDC", run.DoneWithOne<StrategyBelowMinimum>().ToString());
        Assert.Equal("", run.HostText);
        Assert.Empty(Creates);
    }

    [Fact]
    public async Task Live_orders_go_down_the_pipeline_to_be_cancelled()
    {
        await PlaceAsync(3);
        _session.Clock.Advance(TimeSpan.FromSeconds(13));

        var preview = await _session.RunAsync("Get-StrategyOrder -Status Active | Stop-StrategyOrder -WhatIf");
        preview.Done();
        Assert.Contains("Cancel strategy orders", preview.HostText, StringComparison.Ordinal);
        Assert.Equal(3, (await _session.RunAsync("Get-StrategyOrder")).Done<StrategyOrder>().Count);

        var cancelled = (
            await _session.RunAsync("Get-StrategyOrder -Status Active | Stop-StrategyOrder -Wait")
        ).DoneWithOne<StrategyCancellation>();
        Assert.Equal((3, true), (cancelled.UpdateNum, cancelled.Settled));
        Assert.All(cancelled.Orders, order => Assert.Equal(StrategyOrderStatus.Cancelled, order.Status));
        Assert.Equal(3, cancelled.AttemptIds.Count);
    }

    [Fact]
    public async Task Every_order_is_cancelled_only_after_a_question()
    {
        await PlaceAsync(2);
        _session.Clock.Advance(TimeSpan.FromSeconds(13));
        (await _session.RunAsync("Stop-StrategyOrder -All")).Failed("Strategy.ConfirmationRequired");

        var all = (
            await _session.RunAsync("Stop-StrategyOrder -All -Confirm:$false")
        ).DoneWithOne<StrategyCancellation>();

        Assert.Equal(2, all.UpdateNum);
        Assert.Equal(AttemptState.Accepted, (await _session.AttemptsAsync())[^1].State);
    }

    [Fact]
    public async Task A_suspended_order_is_found_and_resumed()
    {
        await PlaceAsync(1);
        _session.Clock.Advance(TimeSpan.FromSeconds(13));
        _session.Simulator.Web3.Obstruct(3013, 1, "suspend");
        (await _session.RunAsync("Set-ExchangeSimulator -TokenPrice arb:ARB=0.09")).Done();
        _session.Clock.Advance(TimeSpan.FromSeconds(30));
        var suspended = await OnlyAsync();
        Assert.Equal(
            (StrategyOrderStatus.Suspended, true, "Insufficient funds in wallet"),
            (suspended.Status, suspended.CanResume, suspended.LatestEvent)
        );

        var resumed = (
            await _session.RunAsync("Resume-StrategyOrder -Confirm:$false")
        ).DoneWithOne<StrategyResumption>();

        Assert.Equal([suspended.OrderId], resumed.SuccessIds);
        Assert.Contains("may execute at once", resumed.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hints_are_said_once_however_many_inputs_there_are()
    {
        await PlaceAsync(1);
        var account = (await _session.RunAsync("Get-AgenticWallet")).DoneWithOne<AgenticWallet>().AccountId!;
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("AccountId", account));

        var run = await _session.RunAsync("Get-StrategyOrder -Culture zh", row, row, row);

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

        var page = await _session.RunAsync("Get-StrategyOrder -Chain arb");
        Assert.Equal(10, page.Done<StrategyOrder>().Count);
        var hints = page.Information.Select(record => record.ToString()!).ToList();
        Assert.Contains("Showing live orders by default (10 per page).", hints);
        Assert.Contains(
            hints,
            hint => hint.Contains("Get-StrategyOrder -Chain 'arb' -Cursor '", StringComparison.Ordinal)
        );
        Assert.Equal(12, (await _session.RunAsync("Get-StrategyOrder -All")).Done<StrategyOrder>().Count);
        var first = (await _session.RunAsync("Get-StrategyOrder -Limit 5 -AsPage")).DoneWithOne<StrategyOrderPage>();
        var second = (
            await _session.RunAsync($"Get-StrategyOrder -Limit 5 -AsPage -Cursor '{first.NextCursor}'")
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
            Assert.Single((await _session.RunAsync($"Get-StrategyOrder -AsTable -Culture {culture}")).Output)
        );

        Assert.Equal(8, row.Properties.Count());
        Assert.Equal(label, row.Properties[heading].Value);
    }

    [Fact]
    public async Task A_lost_order_is_found_and_never_sent_again()
    {
        await PlaceAsync(1);
        _session.Simulator.Faults.Next(
            FaultKind.DropAfter,
            method: "POST",
            path: "/web3/api/v1/dex/strategy/agentic/limitOrder/createOrder"
        );
        (await _session.RunAsync(Placed)).Failed("Strategy.OutcomeUnknown");
        var sent = Creates.Count;

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();

        Assert.Equal(
            (AttemptState.Accepted, _session.Simulator.Web3.Orders[^1].OrderId),
            (attempt.State, attempt.Reference)
        );
        Assert.Equal(sent, Creates.Count);
    }

    [Fact]
    public async Task An_order_that_never_arrived_is_settled_as_that()
    {
        await PlaceAsync(1);
        _session.Simulator.Faults.Next(
            FaultKind.DropBefore,
            method: "POST",
            path: "/web3/api/v1/dex/strategy/agentic/limitOrder/createOrder"
        );
        (await _session.RunAsync(Placed)).Failed("Strategy.OutcomeUnknown");

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt -Wait")).DoneWithOne<Attempt>();

        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.Single(_session.Simulator.Web3.Orders);
    }

    [Fact]
    public async Task An_attempt_id_is_sent_once()
    {
        (await _session.RunAsync($"{Placed} -AttemptId step-1")).Done();

        var again = (await _session.RunAsync($"{Placed} -AttemptId step-1")).OnlyError();

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
            await _session.RunAsync($"{Order} -TradeSession '{session.ToJson()}'")
        ).DoneWithOne<TradeStepReport>();
        Assert.Equal((10m, 10m), (report.SizeQuote, report.ProjectedExposureQuote));
        Assert.Equal("ARB", report.Orders[0].Pair.Split('/')[1]);

        var refused = await _session.RunAsync(
            $"New-StrategyLimitOrder arb usdc {Arb} 13 Buy 0.10 -Force -TradeSession '{session.ToJson()}'"
        );
        Assert.StartsWith("Strategy.Guard.", refused.OnlyError().FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Single(_session.Simulator.Web3.Orders);
    }

    [Fact]
    public async Task Orders_of_another_account_are_listed_and_cancelled_there()
    {
        (await _session.RunAsync($"{Placed} -AccountId acc-7f22")).Done();
        _session.Clock.Advance(TimeSpan.FromSeconds(13));

        Assert.Empty((await _session.RunAsync("Get-StrategyOrder")).Done<StrategyOrder>());
        var cancelled = (
            await _session.RunAsync("Get-StrategyOrder -AccountId acc-7f22 | Stop-StrategyOrder")
        ).DoneWithOne<StrategyCancellation>();
        Assert.Equal(("acc-7f22", 1), (cancelled.AccountId, cancelled.UpdateNum));
    }

    [Fact]
    public async Task A_receipt_goes_down_the_pipeline_as_its_own_order()
    {
        await PlaceAsync(2);

        var order = (await _session.RunAsync($"{Placed} | Get-StrategyOrder")).DoneWithOne<StrategyOrder>();

        Assert.Equal(_session.Simulator.Web3.Orders[^1].OrderId, order.OrderId);
    }

    private async Task<StrategyOrder> OnlyAsync() =>
        (await _session.RunAsync("Get-StrategyOrder")).DoneWithOne<StrategyOrder>();

    private async Task PlaceAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            (await _session.RunAsync(Placed)).Done();
            _session.Clock.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
