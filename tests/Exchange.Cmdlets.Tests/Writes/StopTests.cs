using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Writes;

/// <summary>Ctrl+C at every place where a write can be waiting.</summary>
public sealed class StopTests : IDisposable
{
    private const string Order = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false";

    private readonly CmdletHarness _session = new();
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task A_stop_while_the_answer_is_awaited_ends_at_once_and_leaves_the_order_unknown()
    {
        _session.Simulator.Faults.Next(FaultKind.Slow, method: "POST");
        var placing = _session.StartAsync(Order, cancel: _stop.Token);
        await Until.TrueAsync(() => _session.Clock.Waiting > 0, "the simulator keeps its answer back");

        await _stop.CancelAsync();
        var run = await placing.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.True(run.Stopped);
        var attempt = await _session.OnlyAttemptAsync();
        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Contains("stopped", attempt.Reason, StringComparison.Ordinal);
        Assert.Single(_session.Writes);
        var settled = (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();
        Assert.Equal(AttemptState.Accepted, settled.State);
    }

    [Fact]
    public async Task A_stop_while_waiting_for_a_rate_limit_sends_and_writes_nothing()
    {
        _session.Simulator.Faults.Next(FaultKind.RateLimit, method: "POST");
        (await _session.RunAsync(Order)).Failed("BitoPro.RateLimited");
        var placing = _session.StartAsync(Order, cancel: _stop.Token);
        await Until.TrueAsync(() => _session.Clock.Waiting > 0, "the order waits for its limit");

        await _stop.CancelAsync();
        var run = await placing.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.True(run.Stopped);
        Assert.Single(_session.Writes);
        Assert.Equal(AttemptState.Rejected, (await _session.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task An_order_that_waits_for_its_limit_is_sent_when_its_time_comes()
    {
        _session.Simulator.Faults.Next(FaultKind.RateLimit, method: "POST");
        (await _session.RunAsync(Order)).Failed("BitoPro.RateLimited");
        var start = _session.Clock.GetUtcNow();

        var run = await _session.RunAsync(Order);

        run.Done();
        Assert.True(_session.Clock.GetUtcNow() - start >= TimeSpan.FromMinutes(1));
        Assert.Contains(run.Verbose, record => record.Message.Contains("waits", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_between_the_repeats_of_a_question_ends_at_once()
    {
        _session.Simulator.Faults.Next(FaultKind.ServerError, 9);
        var asking = _session.StartAsync("Get-BitoProBalance", cancel: _stop.Token);
        await Until.TrueAsync(() => _session.Clock.Waiting > 0, "the question waits to be repeated");

        await _stop.CancelAsync();

        Assert.True((await asking).Stopped);
        Assert.Single(_session.Requests);
    }

    [Fact]
    public async Task A_stop_during_a_resolves_wait_leaves_the_attempt_as_it_was()
    {
        _session.Simulator.Faults.Next(FaultKind.DropBefore, method: "POST");
        (await _session.RunAsync(Order)).Failed("BitoPro.OutcomeUnknown");
        var resolving = _session.StartAsync("Resolve-ExchangeAttempt -Wait", cancel: _stop.Token);
        await Until.TrueAsync(() => _session.Clock.Waiting > 0, "the resolver waits for the quiet time");

        await _stop.CancelAsync();

        Assert.True((await resolving).Stopped);
        Assert.Equal(AttemptState.Unknown, (await _session.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_stop_of_a_pipeline_of_orders_leaves_the_rest_unsent()
    {
        for (var i = 0; i < 3; i++)
        {
            (
                await _session.RunAsync($"Invoke-BitoProOrder btc_twd Buy Limit 0.01 {1_000_000 + i} -Confirm:$false")
            ).Done();
        }
        _session.Simulator.Faults.Next(FaultKind.Slow, method: "POST");
        var line = "Get-BitoProOrder -Open | Invoke-BitoProOrder -Amount 0.02 -Confirm:$false";
        var placing = _session.StartAsync(line, cancel: _stop.Token);
        await Until.TrueAsync(() => _session.Clock.Waiting > 0, "the simulator keeps its answer back");

        await _stop.CancelAsync();

        Assert.True((await placing).Stopped);
        Assert.Equal(4, _session.Writes.Count);
        Assert.Equal(AttemptState.Unknown, (await _session.AttemptsAsync())[^1].State);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _session.Dispose();
    }
}
