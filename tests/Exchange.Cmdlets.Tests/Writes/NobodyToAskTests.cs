using Exchange.Cmdlets.Tests.Support;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Writes;

/// <summary>What asks without a draft says the same as what asks with one, where nobody can answer.</summary>
public sealed class NobodyToAskTests : IDisposable
{
    private const string NewSession =
        "New-TradeSession s-1 -MaxSteps 3 -MaxTotalExposureQuote 9000 -MaxSingleOrderQuote 3000 -MaxDailyLossQuote 500 "
        + "-SessionExpiryAt 2026-03-02T06:00:00Z";

    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task An_attempt_id_is_not_forgotten_unasked()
    {
        (
            await _session.RunAsync(
                $"Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -AttemptId n-1 -Confirm:$false"
            )
        ).Done();

        AssertOurs(await _session.RunAsync("Clear-TradeAttempt n-1"), "n-1");

        (await _session.RunAsync("Clear-TradeAttempt n-1 -Confirm:$false")).Done();
    }

    [Theory]
    [InlineData("Stop-TradeSession -Confirm")]
    [InlineData("Suspend-TradeSession -Confirm")]
    public async Task A_session_is_not_changed_unasked(string line)
    {
        var session = (await _session.RunAsync(NewSession)).Output.Single();

        var run = await _session.RunAsync($"Approve-TradeSession -Confirm:$false | {line}", session);

        AssertOurs(run, "s-1");
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("Stop-ExchangeSimulator -Confirm")]
    [InlineData("Set-ExchangeSimulator -Advance 00:01:00 -Confirm")]
    public async Task A_simulator_is_not_changed_unasked(string line) =>
        AssertOurs(await _session.RunAsync(line), "127.0.0.1");

    public void Dispose() => _session.Dispose();

    private static void AssertOurs(Exchange.Engine.CmdletRun run, string target)
    {
        var trouble = run.Failed("Exchange.ConfirmationRequired");
        Assert.Equal(ErrorKind.ConfirmationRequired, trouble.Kind);
        Assert.Contains(target, trouble.Message, StringComparison.Ordinal);
        Assert.Contains("-Confirm:$false", trouble.Remedy, StringComparison.Ordinal);
    }
}
