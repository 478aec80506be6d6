using System.Runtime.CompilerServices;
using Exchange.Desk;
using Exchange.Engine;
using Exchange.Http;
using Exchange.PowerShell;
using Exchange.Simulator;
using Exchange.Simulator.Okx;
using Exchange.Testing;

namespace Exchange.Faults.Orders;

/// <summary>
/// Writes of a service while every fault of the simulator strikes one request in ten and the processes that send are killed at random
/// moments. In the end every effect is known by its id, none is there twice, and nothing is left unknown without a reason.
/// </summary>
internal sealed class OrderCampaign : ICampaign
{
    private const double Rate = 0.1;
    private const int Workers = 2;

    public static IReadOnlyList<IServiceUnderFaults> Services { get; } =
    [new BitoProUnderFaults(), new OkxUnderFaults()];

    public string Name => "Orders under faults";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        var count = scale switch
        {
            Scale.Reduced => 60,
            Scale.Usual => 5_000,
            _ => 20_000,
        };
        foreach (var service in Services)
        {
            await foreach (var row in TryAsync(service, count, cancel))
            {
                yield return row;
            }
        }
    }

    private static async IAsyncEnumerable<Outcome> TryAsync(
        IServiceUnderFaults service,
        int count,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var home = Directory.CreateTempSubdirectory("exchange-faults-").FullName;
        try
        {
            using var simulator = ExchangeSimulator.Start(
                new SimulatorOptions
                {
                    RateLimits = false,
                    SlowDelay = TimeSpan.FromMilliseconds(100),
                    // Who asks in the end has a clock ahead of the simulator's, by the quiet time and more.
                    ClockSkewTolerance = TimeSpan.FromDays(1),
                    Accounts = [SimulatorAccount.Default with { Balances = Rich }],
                    Okx = OkxSimulatorAccount.Default with { LiveBalances = RichAtOkx },
                }
            );
            service.Prepare(simulator, home);
            var variables = Variables(simulator, home);
            simulator.Faults.Replace(
                Enum.GetNames<FaultKind>().ToDictionary(name => name, _ => Rate, StringComparer.Ordinal)
            );
            var workers = Enumerable
                .Range(0, Workers)
                .Select(i => new WorkerProcess(
                    service.Name,
                    count * i / Workers,
                    count * (i + 1) / Workers,
                    variables,
                    new Random(20260302 + i)
                ))
                .ToList();
            await Task.WhenAll(workers.Select(worker => worker.RunAsync(cancel)));
            simulator.Faults.Replace(new Dictionary<string, double>());

            var (unknown, after) = await SettleAsync(variables);
            var effects = service.Effects(simulator);
            var known = after.Select(attempt => attempt.Reference).OfType<string>().ToHashSet(StringComparer.Ordinal);
            var kills = workers.Sum(worker => worker.Kills);
            var left = after.Where(attempt => attempt.State == AttemptState.Unknown).ToList();
            var ended = after
                .Where(attempt => attempt.Operation != service.Operation && attempt.State == AttemptState.Accepted)
                .ToList();
            var what = $"{service.Name}: ";
            yield return new(
                what + "orders, lost",
                count,
                effects.Count(effect => !known.Contains(effect.Reference)),
                $"{effects.Count} placed, {kills} kills, {unknown} unknown before they were settled"
            );
            yield return new(
                what + "orders, doubled",
                count,
                effects.Count - effects.DistinctBy(effect => effect.Mark).Count()
            );
            yield return new(
                what + "orders, claimed and not there",
                count,
                after.Count(attempt =>
                    attempt.Operation == service.Operation
                    && attempt.State == AttemptState.Accepted
                    && effects.All(effect => effect.Reference != attempt.Reference)
                )
            );
            yield return new(
                what + "cancellations that did not end it",
                ended.Count,
                ended.Count(attempt => attempt.Reference is { } reference && !service.HasEnded(simulator, reference))
            );
            yield return new(what + "left unknown", after.Count, left.Count, left.FirstOrDefault()?.Reason ?? "");
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static Dictionary<string, decimal> Rich { get; } =
        new(StringComparer.Ordinal)
        {
            ["twd"] = 100_000_000_000m,
            ["btc"] = 1_000m,
            ["usdt"] = 1_000_000_000m,
        };

    private static Dictionary<string, decimal> RichAtOkx { get; } =
        new(StringComparer.Ordinal) { ["USDT"] = 1_000_000_000m };

    private static Dictionary<string, string> Variables(ExchangeSimulator simulator, string home) =>
        new(StringComparer.Ordinal)
        {
            ["EXCHANGE_HOME"] = home,
            ["OKX_CONFIG_DIR"] = Path.Combine(home, "okx"),
            ["EXCHANGE_SIMULATOR"] = simulator.Address.ToString(),
        };

    // The user comes back when no request of before can be under way any more.
    private static async Task<(int Unknown, IReadOnlyList<Attempt> After)> SettleAsync(
        Dictionary<string, string> variables
    )
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow + (2 * AttemptResolver.QuietAfter));
        using var runtime = new ExchangeRuntime(
            clock,
            variables.GetValueOrDefault,
            () => 0.5,
            new ApiTransport(TimeProvider.System)
        );
        var before = (await runtime.Journal.ReadAsync(default)).Attempts;
        var running = Task.Factory.StartNew(
            () =>
            {
                ExchangeRuntime.Use(runtime);
                var cmdlet = CmdletCatalog
                    .FromAssembly(typeof(ExchangeCmdlet).Assembly)
                    .Find("Resolve-ExchangeAttempt")!;
                new CmdletRunner().Run(new CmdletCommand(cmdlet, CmdletArguments.FromTokens(["-Confirm:$false"])));
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        while (!running.IsCompleted)
        {
            // The clock gives up on a task after a minute of real time; thousands of attempts take longer.
            await Task.WhenAny(running, clock.LeapUntilDone(running));
        }
        await running;
        var after = (await runtime.Journal.ReadAsync(default)).Attempts;
        return (before.Count(attempt => attempt.State == AttemptState.Unknown), after);
    }
}
