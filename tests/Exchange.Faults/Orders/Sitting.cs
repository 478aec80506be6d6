using System.Globalization;
using Exchange.Desk;
using Exchange.Http;
using Exchange.PowerShell;
using Exchange.Simulator;

namespace Exchange.Faults.Orders;

/// <summary>
/// One user's sitting at one service: everything is placed while faults strike and processes are killed, what is unknown is settled when no
/// request can be under way any more, then what is left to be cancelled is cancelled under the same faults, and settled again.
/// </summary>
internal sealed class Sitting(IServiceUnderFaults service, int count, int workers, int seed)
{
    private const double Rate = 0.1;
    private static readonly TimeSpan BetweenMoves = TimeSpan.FromMilliseconds(200);

    private readonly CampaignClock _clock = new();
    private readonly Random _chance = new(seed);

    public async Task<Tally> RunAsync(CancellationToken cancel)
    {
        var home = Directory.CreateTempSubdirectory("exchange-faults-").FullName;
        try
        {
            using var simulator = Open();
            var arrivals = new Arrivals(service);
            simulator.Requests.Arrived = arrivals.Hear;
            var variables = Variables(simulator, home);
            await InProcessAsync(_clock, variables, () => service.Preparations.ToList().ForEach(Prepare));
            simulator.Requests.Clear();

            var kills = await PassAsync(simulator, variables, cancel);
            var (unknown, attempts) = await SettleAsync(variables);
            service.Turn(simulator, attempts);
            kills += await PassAsync(simulator, variables, cancel);
            var (more, after) = await SettleAsync(variables);
            return Tally.Of(service, simulator, arrivals, after) with
            {
                Wanted = count * service.ThingsEach,
                Kills = kills,
                UnknownBefore = unknown + more,
            };
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private ExchangeSimulator Open() =>
        ExchangeSimulator.Start(
            new SimulatorOptions
            {
                Seed = seed,
                TimeSource = _clock,
                RateLimits = false,
                SlowDelay = TimeSpan.FromMilliseconds(100),
                Accounts = [SimulatorAccount.Default with { Balances = Rich }],
                Okx = OkxSimulatorAccountOf(Rich),
            }
        );

    private async Task<int> PassAsync(
        ExchangeSimulator simulator,
        Dictionary<string, string> variables,
        CancellationToken cancel
    )
    {
        simulator.Faults.Replace(
            Enum.GetNames<FaultKind>().ToDictionary(name => name, _ => Rate, StringComparer.Ordinal)
        );
        var ahead = _clock.Ahead.Ticks.ToString(CultureInfo.InvariantCulture);
        var processes = Enumerable
            .Range(0, workers)
            .Select(i => new WorkerProcess(
                ["worker", service.Name, ahead],
                count * i / workers,
                count * (i + 1) / workers,
                variables,
                new Random(_chance.Next())
            )
            {
                MostNumbers = Math.Clamp(count / workers, 2, 30),
            })
            .ToList();
        var running = Task.WhenAll(processes.Select(process => process.RunAsync(cancel)));
        while (await Task.WhenAny(running, Task.Delay(BetweenMoves, cancel)) != running)
        {
            service.Move(simulator);
        }
        await running;
        simulator.Faults.Clear();
        return processes.Sum(process => process.Kills);
    }

    // The user comes back when no request of before can be under way any more.
    private async Task<(int Unknown, IReadOnlyList<Attempt> After)> SettleAsync(Dictionary<string, string> variables)
    {
        var unknown = 0;
        IReadOnlyList<Attempt> after = [];
        await _clock.LeapAsync(
            2 * AttemptResolver.QuietAfter,
            async clock =>
            {
                var running = InProcessAsync(
                    clock,
                    variables,
                    () =>
                    {
                        unknown = Attempts().Count(attempt => attempt.State == AttemptState.Unknown);
                        Prepare(new(["Resolve-ExchangeAttempt"]));
                        after = Attempts();
                    }
                );
                while (!running.IsCompleted)
                {
                    // The clock gives up on a task after a minute of real time; many attempts may take longer.
                    await Task.WhenAny(running, clock.LeapUntilDone(running));
                }
                await running;
            }
        );
        return (unknown, after);
    }

    private static Task InProcessAsync(TimeProvider clock, Dictionary<string, string> variables, Action act) =>
        Task.Factory.StartNew(
            () =>
            {
                using var runtime = new ExchangeRuntime(
                    clock,
                    variables.GetValueOrDefault,
                    () => 0.5,
                    new ApiTransport(TimeProvider.System)
                );
                ExchangeRuntime.Use(runtime);
                act();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private static IReadOnlyList<Attempt> Attempts() =>
        ExchangeRuntime.Current.Journal.ReadAsync(default).GetAwaiter().GetResult().Attempts;

    private static void Prepare(Write write)
    {
        if (Worker.Run(write).TerminatingError is { } error)
        {
            throw new InvalidOperationException($"{write.Words[0]} failed without any fault: {error}");
        }
    }

    private static Dictionary<string, string> Variables(ExchangeSimulator simulator, string home) =>
        new(StringComparer.Ordinal)
        {
            ["EXCHANGE_HOME"] = home,
            ["OKX_CONFIG_DIR"] = Path.Combine(home, "okx"),
            ["EXCHANGE_SIMULATOR"] = simulator.Address.ToString(),
            // Shorter than the pauses of people: whoever was killed between guard and journal repeats the same attempt.
            ["BITOPRO_GUARD_DEDUPE_WINDOW_MS"] = "100",
        };

    private static Simulator.Okx.OkxSimulatorAccount OkxSimulatorAccountOf(Dictionary<string, decimal> balances) =>
        Simulator.Okx.OkxSimulatorAccount.Default with
        {
            LiveBalances = balances.ToDictionary(
                one => one.Key.ToUpperInvariant(),
                one => one.Value,
                StringComparer.Ordinal
            ),
        };

    private static Dictionary<string, decimal> Rich { get; } =
        new(StringComparer.Ordinal)
        {
            ["twd"] = 100_000_000_000m,
            ["btc"] = 1_000m,
            ["usdt"] = 1_000_000_000m,
        };
}
