using System.Collections.Concurrent;
using System.Management.Automation;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Progress;

public sealed class HeartbeatTests : IDisposable
{
    private readonly CmdletHarness _session = new();
    private readonly ConcurrentQueue<ProgressRecord> _seen = new();
    private readonly CancellationTokenSource _stop = new();

    private CmdletSinks Sinks => new() { Progress = _seen.Enqueue };

    [Theory]
    [InlineData("Get-BitoProBalance")]
    [InlineData("Get-BitoProTicker btc_twd")]
    [InlineData("Invoke-BitoProOrder btc_twd Buy Limit 0.001 2000000 -Confirm:$false")]
    public async Task What_lasts_over_two_seconds_says_so_every_second_and_how_to_stop_it(string line)
    {
        _session.Simulator.Faults.Add(new FaultRule(FaultKind.Slow));
        var running = _session.StartAsync(line, sinks: Sinks, cancel: _stop.Token);
        await Until.TrueAsync(() => _session.Requests.Count > 0, "the request arrived");
        Assert.Empty(_seen);

        _session.WireClock.Advance(TimeSpan.FromSeconds(2));
        await Until.TrueAsync(() => _seen.Count == 1, "it said so");
        _session.WireClock.Advance(TimeSpan.FromSeconds(1));
        await Until.TrueAsync(() => _seen.Count == 2, "it said so again");

        Assert.All(
            _seen,
            progress => Assert.Contains("Ctrl+C stops", progress.StatusDescription, StringComparison.Ordinal)
        );
        Assert.Contains("3 s so far", _seen.Last().StatusDescription, StringComparison.Ordinal);
        await _stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task The_time_that_a_person_takes_to_answer_is_no_progress()
    {
        _session.Simulator.Faults.Add(new FaultRule(FaultKind.Slow) { Method = "POST" });
        _session.WhileAsked = () => _session.WireClock.Advance(TimeSpan.FromMinutes(5));
        _session.Answer("Y");
        var line = "Invoke-BitoProOrder btc_twd Buy Limit 0.001 2000000 -Confirm";
        var running = _session.StartAsync(line, sinks: Sinks, cancel: _stop.Token);
        await Until.TrueAsync(() => _session.Requests.Any(one => one.Method == "POST"), "the order arrived");
        Assert.Empty(_seen);

        await Until.TrueAsync(
            () =>
            {
                _session.WireClock.Advance(TimeSpan.FromSeconds(1));
                return !_seen.IsEmpty;
            },
            "it said so"
        );
        Assert.Matches(@"\b\d s so far", _seen.First().StatusDescription);
        await _stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task What_is_quick_shows_nothing()
    {
        var run = await _session.RunAsync("Get-BitoProBalance");
        Assert.Empty(run.Progress);
    }

    [Fact]
    public async Task A_stream_makes_no_progress_and_shows_none()
    {
        var output = 0;
        var sinks = new CmdletSinks { Progress = _seen.Enqueue, Output = _ => Interlocked.Increment(ref output) };
        var running = _session.StartAsync("Watch-BitoProTicker btc_twd", sinks: sinks, cancel: _stop.Token);
        await Until.TrueAsync(() => Volatile.Read(ref output) > 0, "the first price came");
        _session.WireClock.Advance(TimeSpan.FromSeconds(5));
        await _stop.CancelAsync();
        await running;
        Assert.Empty(_seen);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _session.Dispose();
    }
}
