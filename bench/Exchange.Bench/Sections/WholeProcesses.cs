using System.Text.Json;
using Exchange.Bench.Processes;

namespace Exchange.Bench.Sections;

/// <summary>Programs from their start to their end, in turn.</summary>
internal static class WholeProcesses
{
    public static void Measure(BenchRun run)
    {
        run.Report.Title("Whole processes, in turn");
        using var simulator = new SimulatorProcess(run.Places.Console, 0);
        run.Report.Table([.. ColdStarts(run, simulator), .. Imports(run), .. ImportScript(run)]);
    }

    private static IEnumerable<Measurement> ColdStarts(BenchRun run, SimulatorProcess simulator)
    {
        var own = With(run, ("EXCHANGE_SIMULATOR", simulator.Address.ToString()));
        var okx = With(
            run,
            ("OKX_API_BASE_URL", new Uri(simulator.Address, "okx").ToString()),
            // The vendor's program keeps a configuration and looks for news of itself in the home folder.
            ("HOME", Directory.CreateDirectory(Path.Combine(run.Places.Results, "home")).FullName)
        );
        var programs = new List<(string Who, string Program, string[] Arguments, Dictionary<string, string> Variables)>
        {
            (Measurement.Own, run.Places.Console, ["Get-BitoProTicker", "btc_twd"], own),
            ($"{Measurement.Limit}exchange without a request", run.Places.Console, ["version"], own),
        };
        if (run.Node is { } node)
        {
            var who = $"okx-trade-cli {run.Places.VersionOf("@okx_ai/okx-trade-cli")}";
            programs.Add((who, node, [run.Places.OkxProgram, "market", "ticker", "BTC-USDT"], okx));
            programs.Add(($"{Measurement.Limit}Node without a program", node, ["--eval", "0"], okx));
        }
        var times = programs.ConvertAll(_ => new List<double>());
        for (var i = 0; i < run.Runs; i++)
        {
            foreach (var ((_, program, arguments, variables), runs) in programs.Zip(times))
            {
                runs.Add(Child.Time(program, arguments, variables));
            }
        }
        return programs.Zip(times, (one, runs) => Measurement.Of(Rows.ColdStart, one.Who, runs, "ms"));
    }

    private static IEnumerable<Measurement> Imports(BenchRun run)
    {
        if (run.Pwsh is not { } pwsh)
        {
            run.Report.Line("!! imports were not measured: pwsh is not on the path\n");
            return [];
        }
        var (bare, module, pester) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < run.Runs; i++)
        {
            bare.Add(Shell("exit"));
            module.Add(Shell($"Import-Module '{run.Places.Module}'"));
            pester.Add(Shell("Import-Module Pester"));
        }
        var shell = Measurement.Of("a bare shell", "pwsh", bare, "ms");
        return
        [
            shell,
            Over(Measurement.Of(Rows.ImportModule, Measurement.Own, module, "ms"), shell.Median),
            Over(Measurement.Of(Rows.ImportModule, "Pester", pester, "ms"), shell.Median),
        ];

        double Shell(string command) =>
            Child.Time(pwsh, ["-NoProfile", "-NonInteractive", "-Command", command], run.Variables);
        static Measurement Over(Measurement whole, double shell) =>
            whole with
            {
                Median = whole.Median - shell,
                Low = whole.Low - shell,
                High = whole.High - shell,
            };
    }

    private static IEnumerable<Measurement> ImportScript(BenchRun run)
    {
        if (run.Pwsh is not { } pwsh)
        {
            return [];
        }
        var command = $"& '{run.Places.MeasureImport}' -Runs {Math.Max(3, run.Runs - 2)} | ConvertTo-Json -Compress";
        using var said = JsonDocument.Parse(
            Child.Output(pwsh, ["-NoProfile", "-NonInteractive", "-Command", command], run.Variables)
        );
        return
        [
            Measurement.Single(Rows.ImportOverShell, said.RootElement.GetProperty("Import").GetDouble(), "ms"),
            Measurement.Single(Rows.FirstTicker, said.RootElement.GetProperty("FirstTicker").GetDouble(), "ms"),
        ];
    }

    private static Dictionary<string, string> With(BenchRun run, params (string Name, string Value)[] more)
    {
        var variables = new Dictionary<string, string>(run.Variables, StringComparer.Ordinal);
        foreach (var (name, value) in more)
        {
            variables[name] = value;
        }
        return variables;
    }
}
