using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>One journal, several processes at once.</summary>
public sealed class SharedJournalTests : IDisposable
{
    private const int OrdersEach = 50;
    private const int ReadsEach = 50;
    private const string Order = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000";

    // The resolver's clock is ahead of the simulator's by the quiet time and more.
    private readonly ProcessHarness _shell = new(
        new SimulatorOptions { ClockSkewTolerance = TimeSpan.FromDays(1), RateLimits = false }
    );

    [Fact]
    public async Task Two_processes_that_place_orders_at_the_same_time_lose_no_line()
    {
        using var one = _shell.Start("Invoke-BitoProOrder -Confirm:$false", Orders(1_000_000));
        // Another account, and so nonces of its own.
        _shell.Variables["BITOPRO_BASE_URL"] = _shell.Simulator.BitoProAddress;
        using var other = _shell.Start("Invoke-BitoProOrder -Confirm:$false", Orders(1_100_000));

        var ends = await Task.WhenAll(one.EndAsync(), other.EndAsync());

        var attempts = await _shell.AttemptsAsync();
        Assert.All(ends, end => Assert.Equal((0, OrdersEach), (end.ExitCode, end.Lines.Count)));
        Assert.Equal(2 * OrdersEach, attempts.Count);
        Assert.All(attempts, attempt => Assert.Equal(AttemptState.Accepted, attempt.State));
        Assert.Equal(
            _shell.Simulator.BitoPro.Orders.Select(order => order.Id).Order(StringComparer.Ordinal),
            attempts.Select(attempt => attempt.Reference).Order(StringComparer.Ordinal)
        );
        Assert.Equal(4 * OrdersEach, (await ReadLinesAsync()).Length);
    }

    [Fact]
    public async Task Processes_of_one_account_never_meet_in_a_nonce()
    {
        // The first order makes the state folder in which they share it.
        var order = (await _shell.RunAsync($"{Order} -Confirm:$false")).Lines[0];
        var reads = string.Concat(Enumerable.Repeat(order + "\n", ReadsEach));
        ExchangeProcess[] processes =
        [
            _shell.Start("Invoke-BitoProOrder -Confirm:$false", Orders(1_000_000)),
            _shell.Start("Invoke-BitoProOrder -Confirm:$false", Orders(1_100_000)),
            _shell.Start("Get-BitoProOrder", reads),
            _shell.Start("Get-BitoProOrder", reads),
        ];

        var ends = await Task.WhenAll(processes.Select(process => process.EndAsync()));

        Array.ForEach(processes, process => process.Dispose());
        Assert.DoesNotContain(_shell.Simulator.Requests.Last, request => request.Status != 200);
        Assert.All(ends, end => Assert.Equal((0, ""), (end.ExitCode, end.Error)));
        Assert.Equal([OrdersEach, OrdersEach, ReadsEach, ReadsEach], ends.Select(end => end.Lines.Count));
        Assert.All(await _shell.AttemptsAsync(), attempt => Assert.Equal(AttemptState.Accepted, attempt.State));
        Assert.Equal(2 * OrdersEach + 1, _shell.Simulator.BitoPro.Orders.Count);
    }

    [Fact]
    public async Task Of_processes_with_one_attempt_id_one_sends()
    {
        const string line = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -AttemptId same -Confirm:$false";
        var processes = Enumerable.Range(0, 4).Select(_ => _shell.Start(line)).ToList();

        var ends = await Task.WhenAll(processes.Select(process => process.EndAsync()));

        Assert.Equal([0, 3, 3, 3], ends.Select(end => end.ExitCode).Order());
        Assert.Single(_shell.Writes);
        processes.ForEach(process => process.Dispose());
    }

    public void Dispose() => _shell.Dispose();

    private static string Orders(int firstPrice) =>
        string.Concat(
            Enumerable
                .Range(firstPrice, OrdersEach)
                .Select(price =>
                    $$"""{"pair":"btc_twd","side":"Buy","type":"Limit","amount":"0.001","price":"{{price}}"}""" + "\n"
                )
        );

    private Task<string[]> ReadLinesAsync() =>
        File.ReadAllLinesAsync(_shell.Journal.Path, TestContext.Current.CancellationToken);
}
