using Exchange.Codex;
using Exchange.Faults.Orders;
using Exchange.PowerShell;
using Exchange.Simulator;

namespace Exchange.Faults.SignIns;

/// <summary>
/// One sitting: workers sign in and renew while faults strike and they are killed; the morning after, without faults, every login is tried,
/// and those that are gone are mended as the error says.
/// </summary>
internal sealed class SignInSitting(int count, int workers, int seed)
{
    private const double Rate = 0.1;

    private readonly Random _chance = new(seed);

    public SignInLedger Ledger { get; } = new();

    public TokenArrivals Arrivals { get; } = new();

    public int Kills { get; private set; }

    /// <summary>Reads of the store, and those that were torn or showed another's part changed.</summary>
    public (int Reads, int Wrong, string First) Store { get; private set; }

    /// <summary>Profiles whose last claim was that they work, and those of them that did not.</summary>
    public (int Claimed, int Wrong) Kept { get; private set; }

    /// <summary>Profiles whose login was gone, and those of them that doing what the error says did not mend.</summary>
    public (int Gone, int Wrong) Mended { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        var home = Directory.CreateTempSubdirectory("exchange-faults-").FullName;
        try
        {
            using var simulator = ExchangeSimulator.Start(
                new SimulatorOptions { Seed = seed, SlowDelay = TimeSpan.FromMilliseconds(100) }
            );
            var variables = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["EXCHANGE_HOME"] = home,
                ["EXCHANGE_SIMULATOR"] = simulator.Address.ToString(),
                // No command of another program's on the path.
                ["PATH"] = home,
            };
            var watch = new StoreWatch(
                Path.Combine(home, "codex-rehearsal", "openclaw", "agents", "main", "agent", "auth-profiles.json")
            );
            watch.Begin();
            await watch.UntilAsync(InProcessAsync(variables, SignInShared));

            simulator.Requests.Arrived = Arrivals.Hear;
            simulator.Faults.Replace(
                Enum.GetNames<FaultKind>().ToDictionary(name => name, _ => Rate, StringComparer.Ordinal)
            );
            var processes = Enumerable.Range(0, workers).Select(i => Process(i, variables)).ToList();
            await watch.UntilAsync(Task.WhenAll(processes.Select(process => process.RunAsync(cancel))));
            Kills = processes.Sum(process => process.Kills);
            simulator.Faults.Clear();
            simulator.Requests.Arrived = null;

            await watch.UntilAsync(InProcessAsync(variables, LookAtAll));
            Store = (watch.Reads, watch.Wrong, watch.First);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private WorkerProcess Process(int i, Dictionary<string, string> variables) =>
        new(
            ["signs-in", ((char)('a' + i)).ToString()],
            count * i / workers,
            count * (i + 1) / workers,
            variables,
            new Random(_chance.Next())
        )
        {
            // A number is a dozen commands.
            MostNumbers = 3,
            Heard = Ledger.Ear(),
        };

    private static Task InProcessAsync(Dictionary<string, string> variables, Action act) =>
        Task.Factory.StartNew(
            () =>
            {
                using var runtime = new ExchangeRuntime(
                    TimeProvider.System,
                    variables.GetValueOrDefault,
                    Random.Shared.NextDouble
                );
                ExchangeRuntime.Use(runtime);
                act();
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    private static void SignInShared()
    {
        using var person = new SignInWorker("", _ => { });
        foreach (var profile in SignInWorker.SharedProfiles)
        {
            person.SignInAsync(profile).GetAwaiter().GetResult();
        }
    }

    // The morning after.
    private void LookAtAll()
    {
        foreach (var (profile, isClaimed) in Ledger.IsGood)
        {
            Look(profile, isClaimed);
        }
    }

    private void Look(string profile, bool isClaimed)
    {
        var works = IsRenewed(profile, out var saysHow);
        Kept = isClaimed ? (Kept.Claimed + 1, Kept.Wrong + (works ? 0 : 1)) : Kept;
        if (works)
        {
            return;
        }
        using var person = new SignInWorker("", _ => { });
        person.SignInAsync(profile).GetAwaiter().GetResult();
        Mended = (Mended.Gone + 1, Mended.Wrong + (saysHow && IsRenewed(profile, out _) ? 0 : 1));
    }

    // A login works when it can be renewed and the service then knows its owner.
    private static bool IsRenewed(string profile, out bool saysHow)
    {
        var run = Worker.Run(new(["Update-CodexToken", profile, "-Force"]));
        saysHow = SignInWorker.HasRemedy(run);
        return run.TerminatingError is null
            && Worker.Run(new(["Get-CodexUsage", profile, "-Retries", "0"])).OutputOf<CodexUsage>()
                is [{ RemoteOk: true }];
    }
}
