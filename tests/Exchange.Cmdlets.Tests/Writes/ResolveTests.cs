using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Writes;

/// <summary>Get-ExchangeAttempt and Resolve-ExchangeAttempt.</summary>
public sealed class ResolveTests : IDisposable
{
    private const string Order = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false";

    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task Wait_settles_an_order_that_never_arrived()
    {
        await LoseAsync(FaultKind.DropBefore, Order);
        var start = _session.Clock.GetUtcNow();

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt -Wait")).DoneWithOne<Attempt>();

        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.True(_session.Clock.GetUtcNow() - start >= AttemptResolver.QuietAfter);
        Assert.Single(_session.Writes);
    }

    [Fact]
    public async Task Every_unknown_attempt_is_settled_with_progress()
    {
        for (var i = 0; i < 4; i++)
        {
            var kind = i % 2 == 0 ? FaultKind.DropAfter : FaultKind.DropBefore;
            await LoseAsync(kind, $"Invoke-BitoProOrder btc_twd Buy Limit 0.01 {1_000_000 + i} -Confirm:$false");
        }
        _session.Clock.Advance(AttemptResolver.QuietAfter);

        var run = await _session.RunAsync("Resolve-ExchangeAttempt");

        Assert.Equal(
            [AttemptState.Accepted, AttemptState.Rejected, AttemptState.Accepted, AttemptState.Rejected],
            run.Done<Attempt>().Select(attempt => attempt.State)
        );
        Assert.Equal(4, run.Progress.Count(record => record.RecordType == ProgressRecordType.Processing));
        Assert.Equal(4, _session.Writes.Count);
    }

    [Fact]
    public async Task Unknown_attempts_come_through_the_pipeline()
    {
        await LoseAsync(FaultKind.DropAfter, Order);

        var run = await _session.RunAsync("Get-ExchangeAttempt -State Unknown | Resolve-ExchangeAttempt");

        Assert.Equal(AttemptState.Accepted, run.DoneWithOne<Attempt>().State);
        Assert.Empty((await _session.RunAsync("Get-ExchangeAttempt -State Unknown")).Done<Attempt>());
    }

    [Fact]
    public async Task Two_equal_orders_are_told_apart_by_what_the_journal_owns_already()
    {
        (await _session.RunAsync(Order)).Done();
        await LoseAsync(FaultKind.DropAfter, Order);

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();

        Assert.Equal(_session.Simulator.BitoPro.Orders[1].Id, attempt.Reference);
    }

    [Fact]
    public async Task Two_lost_equal_orders_are_not_guessed_apart()
    {
        await LoseAsync(FaultKind.DropAfter, Order);
        await LoseAsync(FaultKind.DropAfter, Order);

        var attempts = (await _session.RunAsync("Resolve-ExchangeAttempt")).Done<Attempt>();

        Assert.All(attempts, attempt => Assert.Equal(AttemptState.Unknown, attempt.State));
        Assert.All(attempts, attempt => Assert.Contains("2 orders fit", attempt.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_if_asks_the_service_nothing_and_settles_nothing()
    {
        await LoseAsync(FaultKind.DropAfter, Order);
        var before = _session.Requests.Count;

        (await _session.RunAsync("Resolve-ExchangeAttempt -WhatIf")).Done();

        Assert.Equal(before, _session.Requests.Count);
        Assert.Equal(AttemptState.Unknown, (await _session.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_settled_attempt_is_left_as_it_is()
    {
        var id = (await _session.RunAsync(Order)).DoneWithOne<BitoProOrderReceipt>().AttemptId;
        var before = _session.Requests.Count;

        var attempt = (await _session.RunAsync($"Resolve-ExchangeAttempt {id}")).DoneWithOne<Attempt>();

        Assert.Equal(AttemptState.Accepted, attempt.State);
        Assert.Equal(before, _session.Requests.Count);
    }

    [Fact]
    public async Task An_attempt_in_another_place_is_not_looked_for_here()
    {
        await LoseAsync(FaultKind.DropAfter, Order);
        using var other = ExchangeSimulator.Start(new SimulatorOptions { TimeSource = _session.Clock });
        _session.Environment["EXCHANGE_SIMULATOR"] = other.Address.ToString();

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();

        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Contains("it went to", attempt.Reason, StringComparison.Ordinal);
        Assert.Equal(0, other.Requests.Count);
    }

    [Theory]
    [InlineData(true, AttemptState.Accepted)]
    [InlineData(false, AttemptState.Rejected)]
    public async Task A_lost_cancellation_is_settled_by_the_state_of_its_order(bool effect, AttemptState expected)
    {
        var id = (await _session.RunAsync(Order)).DoneWithOne<BitoProOrderReceipt>().OrderId;
        _session.Simulator.Faults.Add(
            new FaultRule(FaultKind.ServerError)
            {
                Count = 1,
                Method = "DELETE",
                Effect = effect,
            }
        );
        _session.Simulator.Faults.Next(FaultKind.ServerError, 4, method: "GET");
        (await _session.RunAsync($"Stop-BitoProOrder btc_twd {id} -Confirm:$false")).Failed("BitoPro.OutcomeUnknown");
        _session.Clock.Advance(AttemptResolver.QuietAfter);

        var attempt = (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();

        Assert.Equal(expected, attempt.State);
        Assert.Single(_session.Writes, request => request.Method == "DELETE");
    }

    [Theory]
    [InlineData("Get-ExchangeAttempt")]
    [InlineData("Resolve-ExchangeAttempt")]
    public async Task An_id_that_the_journal_does_not_know_is_an_error(string cmdlet)
    {
        (await _session.RunAsync($"{cmdlet} no-such-attempt")).Failed("Exchange.AttemptNotFound");
    }

    [Fact]
    public async Task Attempts_are_chosen_by_id_state_service_and_time()
    {
        (await _session.RunAsync($"{Order} -AttemptId first")).Done();
        _session.Clock.Advance(TimeSpan.FromMinutes(1));
        await LoseAsync(FaultKind.DropAfter, $"{Order} -AttemptId second");

        await AssertChosenAsync("", "first second");
        await AssertChosenAsync("second", "second");
        await AssertChosenAsync("-State accepted", "first");
        await AssertChosenAsync("-Since 2026-03-02T04:06:00Z", "second");
        await AssertChosenAsync("-Service BitoPro", "first second");
        await AssertChosenAsync("-Service Okx", "");
        (await _session.RunAsync("Get-ExchangeAttempt -State Lost")).Refused("ParameterArgumentValidationError");
    }

    [Fact]
    public async Task Lines_that_were_torn_are_told_of_and_do_not_hide_the_others()
    {
        (await _session.RunAsync($"{Order} -AttemptId first")).Done();
        await File.AppendAllTextAsync(
            _session.Runtime.Journal.Path,
            "0123456789ABCDEF {\"intent\":",
            TestContext.Current.CancellationToken
        );
        (await _session.RunAsync($"{Order} -AttemptId second")).Done();

        var run = await _session.RunAsync("Get-ExchangeAttempt");

        Assert.Equal(["first", "second"], run.Done<Attempt>().Select(attempt => attempt.AttemptId));
        Assert.Contains("1 lines", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private async Task AssertChosenAsync(string filter, string expected)
    {
        var attempts = (await _session.RunAsync($"Get-ExchangeAttempt {filter}")).Done<Attempt>();
        Assert.Equal(expected, string.Join(' ', attempts.Select(attempt => attempt.AttemptId)));
    }

    private async Task LoseAsync(FaultKind kind, string line)
    {
        _session.Simulator.Faults.Next(kind, method: "POST", path: "/bitopro/v3/orders");
        (await _session.RunAsync(line)).Failed("BitoPro.OutcomeUnknown");
    }
}
