using System.Diagnostics;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>
/// samples/dca.sh, the runbook of thirty steps: killed at fifty random moments, every third time without the processes that it was
/// waiting for, and started again each time.
/// </summary>
public sealed class DcaTests
{
    private const int Steps = 30;
    private const int Kills = 50;
    private const int LeastUncounted = 5;
    private const decimal Each = 2000;

    private static readonly string Script = Path.Combine(Repository(), "samples", "dca.sh");

    [Fact]
    public async Task However_often_and_whenever_it_is_killed_every_step_is_taken_once()
    {
        if (!File.Exists("/bin/bash") || !Directory.Exists("/proc/self/task"))
        {
            Assert.Skip("The runbook is a script for bash, and its processes are found in /proc.");
        }
        using var shell = new ProcessHarness(
            new SimulatorOptions
            {
                RateLimits = false,
                SlowDelay = TimeSpan.FromMilliseconds(150),
                // The resolver's clock is ahead of the simulator's by the quiet time and more.
                ClockSkewTolerance = TimeSpan.FromDays(1),
            }
        );
        // A part of each step's life lies between send and answer; the window is shorter than the pauses of people.
        shell.Simulator.Faults.Add(new FaultRule(FaultKind.Slow) { Method = "POST" });
        shell.Variables["BITOPRO_GUARD_DEDUPE_WINDOW_MS"] = "200";
        Directory.CreateDirectory(shell.Home);
        var usual = await UsualStepAsync(shell);
        var before = shell.Simulator.BitoPro.Orders.Count;
        var session = await ApprovedAsync(shell, "dca-7", Steps);

        var uncounted = await KillAsync(shell, session, usual);
        var reached = Read(session).RiskState.CurrentStep;
        var starts = await FinishAsync(shell, session);

        var orders = shell.Simulator.BitoPro.Orders.Skip(before).ToList();
        var steps = (await shell.AttemptsAsync()).Where(attempt => attempt.Facts["session"] == "dca-7").ToList();
        var accepted = steps.Where(attempt => attempt.State == AttemptState.Accepted).ToList();
        TestContext.Current.SendDiagnosticMessage(
            $"{uncounted} of {Kills} kills hit between intent and count, the last in step {reached}, {starts} starts behind them, {steps.Count - accepted.Count} attempts without effect, usual step {usual.TotalMilliseconds:0} ms"
        );
        Assert.True(uncounted >= LeastUncounted, $"Only {uncounted} kills hit between intent and count.");
        Assert.DoesNotContain(steps, attempt => attempt.State == AttemptState.Unknown);
        Assert.Equal(Steps, orders.Count);
        Assert.All(orders, order => Assert.Equal(2, order.Status));
        Assert.Equal(
            orders.Select(order => order.Id).Order(StringComparer.Ordinal),
            accepted.Select(attempt => attempt.Reference).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            Enumerable.Range(1, Steps),
            accepted.Select(attempt => (int)decimal.Parse(attempt.Facts["sessionStep"], Plain)).Order()
        );
        var ended = Read(session);
        Assert.Equal(
            ("stopped", (decimal)Steps, Steps * Each),
            (ended.Status, ended.RiskState.CurrentStep, ended.RiskState.TotalExposureQuote)
        );
        Assert.Equal(
            ended.RiskState.TotalExposureQuote,
            accepted.Sum(attempt => decimal.Parse(attempt.Facts["sessionSize"], Plain))
        );
    }

    private static IFormatProvider Plain => System.Globalization.CultureInfo.InvariantCulture;

    private static async Task<int> KillAsync(ProcessHarness shell, string session, TimeSpan usual)
    {
        var chance = new Random(20260402);
        var orphans = new List<int>();
        var uncounted = 0;
        for (var kills = 0; kills < Kills; )
        {
            Assert.NotEqual("stopped", Read(session).Status);
            using var runbook = Start(shell, session);
            var wait = Task.Delay(
                chance.NextDouble() * Longest(usual, Read(session), Kills - kills),
                TestContext.Current.CancellationToken
            );
            var end = runbook.EndAsync();
            if (await Task.WhenAny(end, wait) == end)
            {
                // It would not go on by itself: what it waits for settles.
                await SettleAsync(shell, orphans);
                continue;
            }
            if (kills++ % 3 == 2)
            {
                orphans.AddRange(runbook.KillAlone());
            }
            else
            {
                runbook.KillAll();
            }
            await end;
            uncounted += await IsUncountedAsync(shell, session) ? 1 : 0;
        }
        await Runbook.GoneAsync(orphans);
        return uncounted;
    }

    // Most of a step, and less where steps come faster than they were measured: the last kill is to come before the last step.
    private static TimeSpan Longest(TimeSpan usual, TradeSession session, int killsLeft) =>
        usual * Math.Min(0.9, 1.2 * (Steps - 1 - (double)session.RiskState.CurrentStep!.Value) / killsLeft);

    // The journal has a step that the session does not have yet.
    private static async Task<bool> IsUncountedAsync(ProcessHarness shell, string session) =>
        (await shell.Journal.ReadAsync(TestContext.Current.CancellationToken)).Attempts.Any(attempt =>
            attempt.State != AttemptState.Rejected
            && attempt.Facts["session"] == "dca-7"
            && decimal.Parse(attempt.Facts["sessionStep"], Plain) > Read(session).RiskState.CurrentStep
        );

    private static async Task<int> FinishAsync(ProcessHarness shell, string session)
    {
        for (var starts = 1; starts <= Steps; starts++)
        {
            using var runbook = Start(shell, session);
            if (await runbook.EndAsync() == 0)
            {
                return starts;
            }
            await SettleAsync(shell, []);
        }
        throw new InvalidOperationException("It never came to its end.");
    }

    // Later, when nothing can be under way any more.
    private static async Task SettleAsync(ProcessHarness shell, List<int> orphans)
    {
        await Runbook.GoneAsync(orphans);
        orphans.Clear();
        await using var later = new LaterSession(shell);
        await later.RunAsync("Resolve-ExchangeAttempt");
    }

    private static async Task<TimeSpan> UsualStepAsync(ProcessHarness shell)
    {
        var session = await ApprovedAsync(shell, "one", 1);
        using var runbook = Start(shell, session);
        var watch = Stopwatch.StartNew();
        await Until.TrueAsync(() => Read(session).RiskState.CurrentStep == 1, "the first step is counted");
        var usual = watch.Elapsed;
        Assert.True(await runbook.EndAsync() == 0, await runbook.SaidAsync());
        return usual;
    }

    private static async Task<string> ApprovedAsync(ProcessHarness shell, string id, int steps)
    {
        var path = Path.Combine(shell.Home, $"{id}.json");
        var made = await shell.RunAsync(
            $"New-TradeSession {id} -MaxSteps {steps} -MaxTotalExposureQuote {steps * Each} -MaxSingleOrderQuote {Each} "
                + $"-MaxDailyLossQuote 0 -SessionExpiryAt 2099-01-01T00:00:00Z -Pair btc_twd -Path '{path}'"
        );
        var approved = await shell.RunAsync($"Approve-TradeSession -Path '{path}' -Confirm:$false");
        Assert.Equal((0, 0), (made.ExitCode, approved.ExitCode));
        return path;
    }

    private static Runbook Start(ProcessHarness shell, string session) =>
        Runbook.Start(shell, "/bin/bash", Script, session, "btc_twd", $"{Each}");

    private static TradeSession Read(string path) => TradeSession.Parse(File.ReadAllText(path));

    private static string Repository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Exchange.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        return folder;
    }
}
