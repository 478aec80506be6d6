using System.Diagnostics;
using Exchange.Desk;
using Exchange.Engine;
using Exchange.Http;
using Exchange.PowerShell;
using Exchange.Simulator;
using Exchange.Testing;

namespace Exchange.Faults.Clocks;

/// <summary>A user with a simulator whose clock is right, and a machine whose clock is set while cmdlets run.</summary>
internal sealed class ClockBench : IDisposable
{
    private static readonly CmdletCatalog Cmdlets = CmdletCatalog.FromAssembly(typeof(ExchangeCmdlet).Assembly);
    private static readonly TimeSpan LongestInEarnest = TimeSpan.FromMinutes(2);

    private readonly string _home = Directory.CreateTempSubdirectory("exchange-faults-").FullName;
    private readonly Dictionary<string, string> _variables;

    /// <param name="isLenient">Whether the services take a request of any time: then only our own rules are tried.</param>
    public ClockBench(bool isLenient = false)
    {
        Clock = new SteppedClock(Truth);
        Simulator = ExchangeSimulator.Start(
            new SimulatorOptions
            {
                TimeSource = Truth,
                ClockSkewTolerance = isLenient ? TimeSpan.FromDays(1) : TimeSpan.FromSeconds(30),
            }
        );
        _variables = new(StringComparer.Ordinal)
        {
            ["EXCHANGE_HOME"] = Path.Combine(_home, "state"),
            ["OKX_CONFIG_DIR"] = Path.Combine(_home, "okx"),
            ["HOME"] = _home,
            ["EXCHANGE_SIMULATOR"] = Simulator.Address.ToString(),
        };
        Runtime = NewRuntime();
    }

    /// <summary>The true time, which the services have.</summary>
    public ManualClock Truth { get; } = new(new DateTimeOffset(2026, 3, 2, 4, 5, 6, TimeSpan.Zero));

    /// <summary>The machine's clock.</summary>
    public SteppedClock Clock { get; }

    public ExchangeSimulator Simulator { get; }

    public ExchangeRuntime Runtime { get; private set; }

    /// <summary>What went against a rule.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Called whenever somebody waits.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <summary>A new process of the same user.</summary>
    public void StartAnew()
    {
        Runtime.Dispose();
        Runtime = NewRuntime();
    }

    /// <summary>Runs a cmdlet to its end; whenever it waits, the true time moves. It must end within this much of it.</summary>
    public Task<CmdletRun> RunAsync(TimeSpan atMost, params string[] words) => RunAsync(atMost, input: null, words);

    /// <summary>The same, with an object from the pipeline.</summary>
    public async Task<CmdletRun> RunAsync(TimeSpan atMost, object? input, string[] words)
    {
        var began = Truth.GetUtcNow();
        var command = new CmdletCommand(
            Cmdlets.Find(words[0]) ?? throw new InvalidOperationException($"There is no {words[0]}."),
            CmdletArguments.FromTokens([.. words.Skip(1)])
        );
        using var stop = new CancellationTokenSource();
        var running = Task.Factory.StartNew(
            () =>
            {
                ExchangeRuntime.Use(Runtime);
                return new CmdletPipeline(new EngineHost { Environment = Variable, Clock = Clock }).Run(
                    [command],
                    input is null ? null : [input],
                    cancel: stop.Token
                );
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        var watch = Stopwatch.StartNew();
        while (!running.IsCompleted)
        {
            Meanwhile();
            Truth.LeapWithin(TimeSpan.FromDays(1));
            await Task.WhenAny(running, Task.Delay(1));
            if (watch.Elapsed > LongestInEarnest || Truth.GetUtcNow() - began > atMost)
            {
                Wrong.Add($"{words[0]} did not end within {atMost}");
                await stop.CancelAsync();
                break;
            }
        }
        return await running;
    }

    /// <summary>The same, for what has nothing to wait for.</summary>
    public Task<CmdletRun> RunAsync(params string[] words) => RunAsync(TimeSpan.FromMinutes(2), words);

    /// <summary>Notes a rule that does not hold.</summary>
    public void Check(bool holds, string rule)
    {
        if (!holds)
        {
            Wrong.Add(rule);
        }
    }

    /// <summary>A run that must be done without an error.</summary>
    public void CheckDone(CmdletRun run, string what) => Check(run.Succeeded, $"{what}: {IdOf(run)} {MessageOf(run)}");

    /// <summary>A run that may fail only with an error that names the clock.</summary>
    public void CheckNamesClock(CmdletRun run, string what) =>
        Check(
            run.Succeeded || AllTextOf(run).Contains("clock", StringComparison.OrdinalIgnoreCase),
            $"{what} says nothing of the clock: {IdOf(run)} {MessageOf(run)}"
        );

    /// <summary>Nobody waited for less than nothing or for a jump of the clock, and no service had to turn anybody away.</summary>
    public void CheckManners(TimeSpan longestWait)
    {
        Check(Clock.NegativeWaits == 0, "somebody waited for less than nothing");
        Check(Clock.LongestWait <= longestWait, $"somebody waited for {Clock.LongestWait}");
        Check(!Simulator.Requests.ByStatus.ContainsKey(429), "a limit of the service was passed");
    }

    public async Task<IReadOnlyList<Attempt>> AttemptsAsync() => (await Runtime.Journal.ReadAsync(default)).Attempts;

    public static string IdOf(CmdletRun run) => run.TerminatingError?.FullyQualifiedErrorId.Split(',')[0] ?? "";

    public static string MessageOf(CmdletRun run) => run.TerminatingError?.Exception.Message ?? "";

    public void Dispose()
    {
        Runtime.Dispose();
        Simulator.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private static string AllTextOf(CmdletRun run) =>
        string.Join(
            '\n',
            (object?[])
                [
                    MessageOf(run),
                    run.TerminatingError?.ErrorDetails?.RecommendedAction,
                    .. run.Errors.Select(error => error.Exception.Message),
                    .. run.Warnings,
                ]
        );

    private string? Variable(string name) => _variables.GetValueOrDefault(name);

    private ExchangeRuntime NewRuntime() =>
        new(Clock, Variable, () => 0.5, new ApiTransport(TimeProvider.System)) { OpenPage = _ => { } };
}
