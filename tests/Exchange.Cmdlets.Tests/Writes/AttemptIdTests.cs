using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Engine;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Writes;

/// <summary>One attempt id, one send: whatever became of the first, and in whichever process the second is tried.</summary>
public sealed class AttemptIdTests : IDisposable
{
    private const string Order = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false -AttemptId step-7";

    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task The_same_id_is_refused_and_one_order_stands()
    {
        (await _session.RunAsync(Order)).Done();

        AssertIsRefused(await _session.RunAsync(Order));

        Assert.Single(_session.Simulator.BitoPro.Orders);
        Assert.Single(_session.Writes);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.DropAfter)]
    [InlineData(FaultKind.RateLimit)]
    public async Task The_same_id_is_refused_after_a_failure_and_in_a_new_process_too(FaultKind kind)
    {
        _session.Simulator.Faults.Next(kind, method: "POST");
        (await _session.RunAsync(Order)).OnlyError();
        _session.StartAnew();

        AssertIsRefused(await _session.RunAsync(Order));

        Assert.Single(_session.Writes);
    }

    [Fact]
    public async Task The_same_id_is_refused_within_one_pipeline()
    {
        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false")).Done();

        var run = await _session.RunAsync(
            "Get-BitoProOrder btc_twd | Invoke-BitoProOrder -Amount 0.02 -Confirm:$false -AttemptId once"
        );
        var again = await _session.RunAsync(
            "Get-BitoProOrder btc_twd | Invoke-BitoProOrder -Amount 0.03 -Confirm:$false -AttemptId once"
        );

        run.Done();
        AssertIsRefused(again);
        Assert.Equal(2, _session.Simulator.BitoPro.Orders.Count);
    }

    [Fact]
    public async Task A_cancellation_takes_an_id_too()
    {
        (await _session.RunAsync(Order)).Done();
        var stop = $"Stop-BitoProOrder btc_twd {_session.Simulator.BitoPro.Orders[0].Id} -Confirm:$false";

        (await _session.RunAsync($"{stop} -AttemptId step-8")).Done();
        AssertIsRefused(await _session.RunAsync($"{stop} -AttemptId step-8"));

        Assert.Equal(["step-7", "step-8"], (await _session.AttemptsAsync()).Select(attempt => attempt.AttemptId));
    }

    [Theory]
    [InlineData("'two words'")]
    [InlineData("'tab\there'")]
    [InlineData("é")]
    public async Task An_id_is_plain_printable_text(string id)
    {
        var line = $"Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false -AttemptId {id}";

        (await _session.RunAsync(line)).Failed("Exchange.InvalidAttemptId");

        Assert.Empty(_session.Writes);
    }

    [Fact]
    public async Task Without_an_id_every_order_gets_one_of_its_own()
    {
        const string line = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false";
        (await _session.RunAsync(line)).Done();
        (await _session.RunAsync(line)).Done();

        var attempts = await _session.AttemptsAsync();

        Assert.Equal(2, attempts.Select(attempt => attempt.AttemptId).Distinct().Count());
        Assert.All(attempts, attempt => Assert.Equal(AttemptState.Accepted, attempt.State));
    }

    public void Dispose() => _session.Dispose();

    // The guard sees it first where it can; what escapes the guard, as in a race of two processes, the journal refuses.
    private static void AssertIsRefused(CmdletRun run)
    {
        var error = Assert.IsType<ExchangeException>(run.OnlyError().Exception);
        Assert.Contains(error.ErrorId, (string[])["Exchange.AttemptExists", "BitoPro.Guard.PAUSE"]);
        Assert.Equal(ErrorKind.Refused, error.Kind);
    }
}
