using System.Collections.Concurrent;
using System.Security;
using Exchange.Desk;
using Exchange.Engine;
using Exchange.Http;
using Exchange.PowerShell;
using Exchange.Simulator;
using Exchange.Testing;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>
/// A session of one user with a simulator, a state folder, an environment and clocks of its own. Every run is searched for
/// secrets, and so is every file that is left at the end.
/// </summary>
internal sealed class CmdletHarness : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Action<Uri> _openPage;
    private readonly ConcurrentQueue<string> _answers = new();
    private readonly ConcurrentQueue<string> _secretAnswers = new();

    public CmdletHarness(HarnessOptions? options = null)
    {
        options ??= new HarnessOptions();
        _openPage = options.OpenPage;
        Simulator = ExchangeSimulator.Start(
            new SimulatorOptions
            {
                Seed = 7,
                TimeSource = Clock,
                Accounts = [options.Rehearsal, OwnAccount.InTheSimulator],
                HistoryOrders = options.HistoryOrders,
            }
        );
        Environment["EXCHANGE_HOME"] = Home;
        Environment["OKX_CONFIG_DIR"] = OkxFolder;
        foreach (var (name, value) in OwnAccount.Variables)
        {
            Environment[name] = value;
        }
        Environment[options.ByEndpoint ? "BITOPRO_BASE_URL" : "EXCHANGE_SIMULATOR"] = options.ByEndpoint
            ? Simulator.BitoProAddress
            : Simulator.Address.ToString();
        Runtime = NewRuntime();
    }

    public ExchangeSimulator Simulator { get; }

    /// <summary>The clock of the simulator and of the client: nonces, limits, waits, quiet time.</summary>
    public ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 4, 5, 6, TimeSpan.Zero));

    /// <summary>The clock of the time limit of a request.</summary>
    public ManualClock WireClock { get; } = new();

    public ConcurrentDictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public string Home => _home["state"];

    /// <summary>The folder that is shared with OKX's programs.</summary>
    public string OkxFolder => _home["okx"];

    public ExchangeRuntime Runtime { get; private set; }

    /// <summary>What the fake terminal has shown.</summary>
    public ConcurrentQueue<string> Shown { get; } = new();

    /// <summary>Every request that reached a service of the simulator.</summary>
    public IReadOnlyList<RequestRecord> Requests => Simulator.Requests.Last;

    /// <summary>Requests that move or end something.</summary>
    public IReadOnlyList<RequestRecord> Writes => [.. Requests.Where(request => request.Method != "GET")];

    /// <summary>What happens before each answer.</summary>
    public Action WhileAsked { get; set; } = () => { };

    /// <summary>From now on somebody sits at the terminal, and gives these answers.</summary>
    public void Answer(params string[] answers) => Array.ForEach(answers, _answers.Enqueue);

    /// <summary>The same, for questions whose answers are not shown.</summary>
    public void AnswerSecretly(params string[] answers) => Array.ForEach(answers, _secretAnswers.Enqueue);

    /// <summary>A new process of the same user: nothing cached, nothing connected.</summary>
    public void StartAnew()
    {
        Runtime.Dispose();
        Runtime = NewRuntime();
    }

    /// <summary>Runs a line to its end; whenever somebody waits on the clock, it moves.</summary>
    public async Task<CmdletRun> RunAsync(string line, params object?[] input)
    {
        var running = StartAsync(line, input);
        await Clock.LeapUntilDone(Silently(running));
        return await running;
    }

    /// <summary>The same, up to so many objects, as <c>Select-Object -First</c>.</summary>
    public async Task<CmdletRun> RunFirstAsync(long first, string line, CmdletSinks? sinks = null)
    {
        var running = StartAsync(line, [], sinks, first);
        await Clock.LeapUntilDone(Silently(running));
        return await running;
    }

    /// <summary>Starts a line; the clocks stand unless the test moves them.</summary>
    public async Task<CmdletRun> StartAsync(
        string line,
        object?[]? input = null,
        CmdletSinks? sinks = null,
        long? first = null,
        CancellationToken? cancel = null
    )
    {
        var commands = CommandText.Read(line);
        var pipeline = new CmdletPipeline(Host());
        var run = await Task.Factory.StartNew(
            () =>
            {
                ExchangeRuntime.Use(Runtime);
                return pipeline.Run(commands, input is { Length: > 0 } ? input : null, sinks, first, cancel ?? default);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        Secrets.AssertNoneIn(RunText.Of(run), line);
        Secrets.AssertNoneIn(string.Concat(Shown), $"The screen after {line}");
        return run;
    }

    public async Task<IReadOnlyList<Attempt>> AttemptsAsync()
    {
        var content = await Runtime.Journal.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Empty(content.CorruptLines);
        return content.Attempts;
    }

    public async Task<Attempt> OnlyAttemptAsync() => Assert.Single(await AttemptsAsync());

    public void Dispose()
    {
        Runtime.Dispose();
        Simulator.Dispose();
        if (Directory.Exists(Home))
        {
            Secrets.AssertNoneInFiles(Home);
        }
        _home.Dispose();
    }

    private ExchangeRuntime NewRuntime() =>
        new(Clock, name => Environment.GetValueOrDefault(name), () => 0.5, new ApiTransport(WireClock))
        {
            OpenPage = _openPage,
        };

    private EngineHost Host()
    {
        var host = new EngineHost
        {
            Environment = name => Environment.GetValueOrDefault(name),
            Clock = Clock,
            WindowWidth = 80,
            Terminal =
                _answers.IsEmpty && _secretAnswers.IsEmpty
                    ? null
                    : new EngineTerminal(Shown.Enqueue, NextAnswer, NextSecret),
        };
        foreach (var stream in (string[])["Verbose", "Debug", "Information"])
        {
            host.Variables[$"{stream}Preference"] = "Continue";
        }
        return host;
    }

    private string? NextAnswer()
    {
        WhileAsked();
        return _answers.TryDequeue(out var answer) ? answer : null;
    }

    private SecureString? NextSecret()
    {
        if (!_secretAnswers.TryDequeue(out var answer))
        {
            return null;
        }
        var secret = new SecureString();
        answer.ToList().ForEach(secret.AppendChar);
        return secret;
    }

    private static Task Silently(Task running) => running.ContinueWith(_ => { }, TaskScheduler.Default);
}

/// <summary>What a harness does otherwise than usual.</summary>
internal sealed record HarnessOptions
{
    /// <summary>Finished orders that the rehearsal account has.</summary>
    public int HistoryOrders { get; init; }

    /// <summary>Reaches the simulator as an endpoint, with the environment's own account, as the live service is reached.</summary>
    public bool ByEndpoint { get; init; }

    /// <summary>Is told which page would be opened.</summary>
    public Action<Uri> OpenPage { get; init; } = _ => { };

    /// <summary>The account of a rehearsal.</summary>
    public SimulatorAccount Rehearsal { get; init; } = SimulatorAccount.Default;
}
