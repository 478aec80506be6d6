using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>
/// Two hundred orders, each by a process that is killed without warning at a random moment of its life; a quarter of the moments
/// lie behind the intent. Afterwards every order
/// that the service holds is known by its id, none was placed twice, and nothing is left unknown.
/// </summary>
[Collection(nameof(Alone))]
public sealed class KillTests
{
    private const int Orders = 200;
    private const int AtOnce = 4;
    private const int LeastInFlight = 10;

    [Fact]
    public async Task However_often_and_whenever_a_process_is_killed_no_order_is_lost_and_none_is_placed_twice()
    {
        var usual = await UsualDurationAsync();
        // Long enough that a good part of a process's life lies between send and answer.
        var wait = usual / 3;
        using var shell = new ProcessHarness(
            new SimulatorOptions
            {
                RateLimits = false,
                SlowDelay = wait,
                // The resolver's clock is ahead of the simulator's by the quiet time and more.
                ClockSkewTolerance = TimeSpan.FromDays(1),
            }
        );
        shell.Simulator.Faults.Add(new FaultRule(FaultKind.Slow) { Method = "POST" });

        await KillEachAsync(shell, usual + wait);

        var before = await shell.AttemptsAsync();
        var inFlight = Placed(shell).Except(References(before), StringComparer.Ordinal).Count();
        Assert.True(inFlight >= LeastInFlight, $"Only {inFlight} kills hit between send and answer.");

        await using (var session = new LaterSession(shell))
        {
            await session.RunAsync("Resolve-ExchangeAttempt");
        }

        var after = await shell.AttemptsAsync();
        Assert.DoesNotContain(after, attempt => attempt.State == AttemptState.Unknown);
        Assert.Equal(Placed(shell).Order(StringComparer.Ordinal), References(after).Order(StringComparer.Ordinal));
        Assert.Equal(
            shell.Simulator.BitoPro.Orders.Count,
            shell.Simulator.BitoPro.Orders.DistinctBy(order => (order.Pair, order.Price)).Count()
        );
        Assert.True(shell.Writes.Count <= after.Count, "More orders were sent than were written down.");
        TestContext.Current.SendDiagnosticMessage(
            $"{Placed(shell).Count} orders, {inFlight} kills between send and answer, usual duration {usual.TotalMilliseconds:0} ms"
        );
    }

    private static async Task<TimeSpan> UsualDurationAsync()
    {
        using var shell = new ProcessHarness(new SimulatorOptions { RateLimits = false });
        var ends = new List<ProcessEnd>();
        for (var round = 0; round < 2; round++)
        {
            var lines = Enumerable.Range(round * AtOnce, AtOnce).Select(Line);
            ends.AddRange(await Task.WhenAll(lines.Select(line => shell.RunAsync(line))));
        }
        Assert.All(ends, end => Assert.Equal(0, end.ExitCode));
        return ends.Select(end => end.Took).Order().ElementAt(ends.Count / 2);
    }

    private static Task KillEachAsync(ProcessHarness shell, TimeSpan usual)
    {
        var chance = new Random(20260302);
        var moments = Enumerable.Range(0, Orders).Select(_ => chance.NextDouble() * 1.3 * usual).ToArray();
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = AtOnce,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        return Parallel.ForEachAsync(
            Enumerable.Range(0, Orders),
            options,
            async (i, cancel) =>
            {
                using var process = shell.Start($"{Line(i)} -AttemptId {IdOf(i)}");
                if (i % 4 == 0)
                {
                    // However slow the machine, these are killed after the intent and mostly before the answer.
                    await Until.TrueAsync(() => process.HasExited || IsIntended(shell, i), "an intent is written");
                    await Task.Delay(moments[i] / 6, cancel);
                }
                else
                {
                    await Task.Delay(moments[i], cancel);
                }
                process.Kill();
                await process.EndAsync();
            }
        );
    }

    private static string IdOf(int i) => $"killed-{i:000}";

    private static bool IsIntended(ProcessHarness shell, int i)
    {
        if (!File.Exists(shell.Journal.Path))
        {
            return false;
        }
        using var file = new FileStream(shell.Journal.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(file);
        return text.ReadToEnd().Contains(IdOf(i), StringComparison.Ordinal);
    }

    // Two pairs, because the service allows so many open orders of one.
    private static string Line(int i)
    {
        var (pair, price) = i % 2 == 0 ? ("btc_twd", 1_000_000 + i) : ("eth_twd", 10_000 + i);
        return $"Invoke-BitoProOrder {pair} Buy Limit 0.001 {price} -Confirm:$false";
    }

    private static List<string> Placed(ProcessHarness shell) =>
        [.. shell.Simulator.BitoPro.Orders.Select(order => order.Id)];

    private static List<string> References(IEnumerable<Attempt> attempts) =>
        [.. attempts.Where(attempt => attempt.State == AttemptState.Accepted).Select(attempt => attempt.Reference!)];
}

/// <summary>Tests that measure how long a process takes, and so want the machine for themselves.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
