using Exchange.Bench.Micro;
using Exchange.Bench.Processes;
using Exchange.Simulator;

namespace Exchange.Bench;

/// <summary>What every section of a run needs: the programs, the places, the figures so far.</summary>
internal sealed class BenchRun
{
    public BenchRun(Places places, bool isShort)
    {
        Places = places;
        IsShort = isShort;
        Variables = new(StringComparer.Ordinal)
        {
            ["BENCH_KEY"] = SimulatorAccount.Default.ApiKey,
            ["BENCH_SECRET"] = SimulatorAccount.Default.ApiSecret,
            [OrderPage.FileVariable] = places.Page,
            [GuardDecisions.FileVariable] = places.Guard,
            ["EXCHANGE_HOME"] = places.Results,
            ["OKX_API_BASE_URL"] = "",
        };
    }

    public Places Places { get; }

    /// <summary>True for a look: few runs, small sizes.</summary>
    public bool IsShort { get; }

    public Report Report { get; } = new();

    /// <summary>How often a whole process is timed.</summary>
    public int Runs => IsShort ? 3 : 12;

    /// <summary>How many rounds a peer measures inside its process.</summary>
    public string Rounds => IsShort ? "3" : "15";

    public string? Node { get; } = Child.Find("node");

    public string? Pwsh { get; } = Child.Find("pwsh");

    /// <summary>The public hook's handler.ts; it is not part of this project.</summary>
    public string? Hook { get; } =
        Environment.GetEnvironmentVariable("BENCH_HOOK") is { Length: > 0 } hook ? hook : null;

    /// <summary>True when the staged console holds machine code: it is then larger than what the compiler wrote.</summary>
    public bool IsCompiledAhead =>
        new FileInfo(Places.StagedLibrary).Length > new FileInfo(Places.CompiledLibrary).Length;

    public Dictionary<string, string> Variables { get; }

    /// <summary>Our own side, in a process of its own.</summary>
    public IReadOnlyList<Measurement> OwnProcess(params string[] arguments) =>
        Child.Measure(Environment.ProcessPath!, [typeof(BenchRun).Assembly.Location, .. arguments], Variables);

    /// <summary>A peer's script; nothing, and a line that says so, without Node.</summary>
    public IReadOnlyList<Measurement> Peer(string script, params string[] arguments)
    {
        if (Node is null)
        {
            Report.Line($"!! {script} did not run: node is not on the path\n");
            return [];
        }
        return Child.Measure(Node, [Places.Script(script), .. arguments], Variables);
    }
}
