using System.Collections.Concurrent;
using System.Management.Automation;
using Exchange.Cmdlets.Tests.Codex;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;
using Exchange.Simulator;
using Exchange.Strategy;

namespace Exchange.Cmdlets.Tests.Progress;

/// <summary>
/// Whatever is waited for - a person, a limit, a lock, a settlement - is waited for visibly: seconds that grow, how to stop it, and a
/// stop that works.
/// </summary>
public sealed class LongWaitTests : IDisposable
{
    private readonly CodexSession _codex = new();
    private readonly ConcurrentQueue<ProgressRecord> _seen = new();
    private readonly CancellationTokenSource _stop = new();

    private CmdletHarness Session => _codex.Harness;

    [Theory]
    [InlineData("Connect-OkxAccount -Site us")]
    [InlineData("Connect-AgenticWallet -NoBrowser")]
    public Task A_person_who_signs_in(string line) => ShowsAndStopsAsync(line);

    [Fact]
    public async Task A_limit_of_the_service()
    {
        (await Session.RunAsync("Stop-BitoProOrder -All -Confirm:$false")).Done();

        await ShowsAndStopsAsync("Stop-BitoProOrder -All -Confirm:$false");
    }

    [Fact]
    public async Task A_cancellation_that_is_verified()
    {
        (await Session.RunAsync("Connect-AgenticWallet")).Done();
        var order = (
            await Session.RunAsync(
                "New-StrategyLimitOrder arb usdc 0x912ce59144191c1204e64559fe8253a0e49e6548 10 Buy 0.05 -Force"
            )
        ).DoneWithOne<StrategyOrderReceipt>();
        // A new order cannot be cancelled before the service has taken it up.
        Session.Clock.Advance(TimeSpan.FromSeconds(13));

        await ShowsAndStopsAsync($"Stop-StrategyOrder {order.OrderId} -Wait -Confirm:$false");
    }

    [Fact]
    public async Task An_attempt_that_is_settled()
    {
        Session.Simulator.Faults.Add(new FaultRule(FaultKind.DropBefore) { Method = "POST", Count = 1 });
        var lost = await Session.RunAsync(
            "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -AttemptId w-1 -Confirm:$false"
        );
        Assert.NotNull(lost.OnlyError());

        await ShowsAndStopsAsync("Resolve-ExchangeAttempt w-1 -Wait -Confirm:$false");

        Assert.Contains(
            _seen,
            progress => progress.StatusDescription.StartsWith("1 of 1: w-1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_lock_of_another_program()
    {
        (await _codex.RunAsync("Complete-CodexAuth work", await _codex.ApprovedAsync())).Done();
        var held = Directory.CreateDirectory(_codex.StorePath + ".lock");
        held.LastWriteTimeUtc = Session.Clock.GetUtcNow().UtcDateTime;

        await ShowsAndStopsAsync("Update-CodexToken work -Force");
    }

    public void Dispose()
    {
        _stop.Dispose();
        _codex.Dispose();
    }

    // The clock of waits stands, so that the wait never ends by itself; the clock of the wire is the one that progress goes by.
    private async Task ShowsAndStopsAsync(string line)
    {
        var running = Session.StartAsync(
            line,
            sinks: new CmdletSinks { Progress = _seen.Enqueue },
            cancel: _stop.Token
        );
        await Until.TrueAsync(() => Session.Clock.Waiting > 0 || running.IsCompleted, "it waits");
        if (running.IsCompleted)
        {
            Assert.Fail($"It did not wait: {RunText.Of(await running)}");
        }
        var before = _seen.Count;

        Session.WireClock.Advance(TimeSpan.FromSeconds(2));
        await Until.TrueAsync(() => _seen.Count > before, "it said so");
        Session.WireClock.Advance(TimeSpan.FromSeconds(1));
        await Until.TrueAsync(() => _seen.Count > before + 1, "it said so again");

        Assert.EndsWith("3 s so far; Ctrl+C stops", _seen.Last().StatusDescription, StringComparison.Ordinal);
        await _stop.CancelAsync();
        Assert.True((await running).Stopped);
    }
}
