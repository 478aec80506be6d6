using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Engine.Json;
using Exchange.Guard;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Guard;

/// <summary>A step whose report was lost is counted from its attempt; the caller's own size is a cross-check.</summary>
public sealed class LostReportTests : IDisposable
{
    private readonly CmdletHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task An_accepted_attempt_stands_for_the_report_of_its_step()
    {
        var session = await _harness.ApprovedAsync();
        var report = (
            await _harness.RunInAsync(session, $"{SessionOrders.Step} -AttemptId s-1-step-1-1")
        ).DoneWithOne<TradeStepReport>();
        var counted = (
            await _harness.RunAsync($"Update-TradeSession '{session.ToJson()}'", report)
        ).DoneWithOne<TradeSession>();

        var again = (
            await _harness.RunAsync($"Get-ExchangeAttempt s-1-step-1-1 | Update-TradeSession '{session.ToJson()}'")
        ).DoneWithOne<TradeSession>();
        var line = JsonLine.Write(await _harness.OnlyAttemptAsync());
        var byLine = (
            await _harness.RunAsync($"Update-TradeSession '{session.ToJson()}'", line)
        ).DoneWithOne<TradeSession>();

        Assert.All(
            (TradeSession[])[counted, again, byLine],
            each =>
                Assert.Equal(
                    (1m, 10_000m, "running"),
                    (each.RiskState.CurrentStep, each.RiskState.TotalExposureQuote, each.Status)
                )
        );
        var twice = (
            await _harness.RunAsync($"Get-ExchangeAttempt s-1-step-1-1 | Update-TradeSession '{counted.ToJson()}'")
        ).DoneWithOne<TradeSession>();
        Assert.Equal(counted.ToJson(), twice.ToJson());
    }

    [Fact]
    public async Task An_attempt_that_is_not_settled_is_neither_counted_nor_passed_over()
    {
        var session = await _harness.ApprovedAsync();
        _harness.Simulator.Faults.Add(new FaultRule(FaultKind.DropBefore) { Method = "POST", Count = 1 });
        (await _harness.RunInAsync(session, $"{SessionOrders.Step} -AttemptId a")).Failed("BitoPro.OutcomeUnknown");
        var update = $"Get-ExchangeAttempt a | Update-TradeSession '{session.ToJson()}'";

        (await _harness.RunAsync(update)).Failed("TradeSession.StepUnknown");

        Assert.Equal(
            AttemptState.Rejected,
            (await _harness.RunAsync("Resolve-ExchangeAttempt a -Wait")).DoneWithOne<Attempt>().State
        );
        Assert.Equal(session.ToJson(), (await _harness.RunAsync(update)).DoneWithOne<TradeSession>().ToJson());
    }

    [Fact]
    public async Task An_order_outside_a_session_is_no_step_of_it()
    {
        var session = await _harness.ApprovedAsync();
        (await _harness.RunAsync($"{SessionOrders.Step} -Confirm:$false -AttemptId a")).Done();

        (await _harness.RunAsync($"Get-ExchangeAttempt a | Update-TradeSession '{session.ToJson()}'")).Failed(
            "TradeSession.NotAStep"
        );
    }

    [Theory]
    [InlineData("9999.99", true)]
    [InlineData("10000", false)]
    [InlineData("12001", false)]
    public async Task A_size_of_the_callers_that_is_too_small_warns_and_the_value_counts(string size, bool warns)
    {
        var session = await _harness.ApprovedAsync();

        var run = await _harness.RunInAsync(session, $"{SessionOrders.Step} -SizeQuote {size}");

        Assert.Equal(10_000m, run.DoneWithOne<TradeStepReport>().SizeQuote);
        Assert.Equal(warns ? 1 : 0, run.Warnings.Count);
    }

    [Fact]
    public async Task A_size_of_the_callers_leads_no_step_past_a_limit()
    {
        var session = await _harness.ApprovedAsync();

        (await _harness.RunInAsync(session, "Invoke-BitoProOrder btc_twd Buy Limit 0.02 1000000 -SizeQuote 1")).Failed(
            "BitoPro.Guard.ESCALATE"
        );
        Assert.Empty(_harness.Writes);
    }

    [Fact]
    public async Task An_id_that_cannot_serve_is_refused_before_it_is_remembered()
    {
        (await _harness.RunAsync($"{SessionOrders.Step} -Confirm:$false -AttemptId 'a b'")).Failed(
            "Exchange.InvalidAttemptId"
        );

        Assert.False(File.Exists(System.IO.Path.Combine(_harness.Home, "guard-attempts.json")));
        Assert.Empty(_harness.Writes);
    }

    [Fact]
    public async Task A_repeated_id_is_paused_within_the_window_and_refused_for_good_behind_it()
    {
        var line = $"{SessionOrders.Step} -Confirm:$false -AttemptId a";
        (await _harness.RunAsync(line)).Done();

        _harness.Clock.Advance(TimeSpan.FromMinutes(4));
        (await _harness.RunAsync(line)).Failed("BitoPro.Guard.PAUSE");
        _harness.Clock.Advance(TimeSpan.FromMinutes(2));
        (await _harness.RunAsync(line)).Failed("Exchange.AttemptExists");
        // What is refused by the journal has been judged, and so counts as seen again.
        (await _harness.RunAsync(line)).Failed("BitoPro.Guard.PAUSE");
        Assert.Single(_harness.Writes);
    }
}
