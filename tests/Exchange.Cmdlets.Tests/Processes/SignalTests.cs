using System.Diagnostics;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>Ctrl+C and a polite kill, at the worst moment.</summary>
public sealed class SignalTests : IDisposable
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    private readonly ProcessHarness _shell = new(new SimulatorOptions { SlowDelay = Slow });

    public SignalTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task During_an_order_it_leaves_the_attempt_unknown_and_ends_at_once_with_130(string signal)
    {
        _shell.Simulator.Faults.Next(FaultKind.Slow, method: "POST");
        using var process = _shell.Start("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false");
        await Until.TrueAsync(() => _shell.Writes.Count > 0, "the order is sent");
        var watch = Stopwatch.StartNew();

        await (signal == "INT" ? process.InterruptAsync() : process.TerminateAsync());
        var end = await process.EndAsync();

        Assert.Equal((130, ""), (end.ExitCode, end.Output));
        Assert.True(watch.Elapsed < Slow / 2, $"It took {watch.Elapsed} to end.");
        var attempt = Assert.Single(await _shell.AttemptsAsync());
        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Contains("stopped", attempt.Reason, StringComparison.Ordinal);
        Assert.Single(_shell.Writes);
    }

    [Fact]
    public async Task What_was_left_unknown_is_settled_by_the_next_process()
    {
        _shell.Simulator.Faults.Next(FaultKind.Slow, method: "POST");
        using var process = _shell.Start("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false");
        await Until.TrueAsync(() => _shell.Writes.Count > 0, "the order is sent");
        process.Kill();
        await process.EndAsync();

        var end = await _shell.RunAsync("Resolve-ExchangeAttempt");

        Assert.Equal(0, end.ExitCode);
        var attempt = Assert.Single(await _shell.AttemptsAsync());
        Assert.Equal(AttemptState.Accepted, attempt.State);
        Assert.Equal(Assert.Single(_shell.Simulator.BitoPro.Orders).Id, attempt.Reference);
    }

    [Fact]
    public async Task During_a_question_it_ends_with_130()
    {
        _shell.Simulator.Faults.Next(FaultKind.Slow);
        using var process = _shell.Start("Get-BitoProBalance");
        await Until.TrueAsync(() => _shell.Simulator.Requests.Count > 0, "the question is sent");

        await process.InterruptAsync();

        Assert.Equal(130, (await process.EndAsync()).ExitCode);
    }

    public void Dispose() => _shell.Dispose();
}
