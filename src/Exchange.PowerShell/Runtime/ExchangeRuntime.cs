using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Diagnosis;
using Exchange.Guard;
using Exchange.Http;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>What the cmdlets of one process share: where the parts of the library are put together.</summary>
internal sealed class ExchangeRuntime : IDisposable
{
    private static readonly Lazy<ExchangeRuntime> Process = new(() =>
        new ExchangeRuntime(TimeProvider.System, System.Environment.GetEnvironmentVariable, Random.Shared.NextDouble)
    );

    private static readonly AsyncLocal<ExchangeRuntime?> Scoped = new();

    public ExchangeRuntime(
        TimeProvider clock,
        Func<string, string?> environment,
        Func<double> random,
        ApiTransport? transport = null
    )
    {
        Clock = clock;
        GuardClock = new GuardClock(clock);
        Environment = environment;
        Corridor = new ReadCorridor(clock, random) { Transport = transport ?? new ApiTransport(clock) };
        Simulators = new SimulatorHost(environment);
        BitoPro = new BitoProAccess(this);
        Okx = new OkxAccess(this);
        Strategy = new StrategyAccess(this);
        Codex = new CodexAccess(this);
        Diagnosed =
        [
            new BitoProDiagnosis(this),
            new OkxDiagnosis(this),
            new StrategyDiagnosis(this),
            new CodexDiagnosis(this),
        ];
    }

    /// <summary>The process's own, or the one that a test has put in its place for its own flow.</summary>
    public static ExchangeRuntime Current => Scoped.Value ?? Process.Value;

    public TimeProvider Clock { get; }

    public GuardClock GuardClock { get; }

    public Func<string, string?> Environment { get; }

    public ReadCorridor Corridor { get; }

    public SimulatorHost Simulators { get; }

    public BitoProAccess BitoPro { get; }

    public OkxAccess Okx { get; }

    /// <summary>Shows a page to the person at this machine.</summary>
    public Action<Uri> OpenPage { get; init; } = Browser.Open;

    public StrategyAccess Strategy { get; }

    /// <summary>The services whose way can be checked; each adds itself.</summary>
    public IReadOnlyList<IDiagnosedService> Diagnosed { get; }

    public CodexAccess Codex { get; }

    public Journal Journal => new(StateFolder.Locate(Environment));

    /// <summary>Uses <paramref name="runtime"/> from here on, in the current flow of execution only.</summary>
    public static void Use(ExchangeRuntime? runtime) => Scoped.Value = runtime;

    public void Dispose()
    {
        Simulators.Dispose();
        Corridor.Dispose();
    }
}
