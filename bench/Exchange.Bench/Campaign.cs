using System.Globalization;
using System.Runtime.InteropServices;
using Exchange.Bench.Micro;
using Exchange.Bench.Processes;

namespace Exchange.Bench;

/// <summary>Everything in one run: ours beside theirs, then ours as the work grows.</summary>
internal sealed class Campaign(Places places, bool isShort)
{
    private const string Own = "Exchange";

    private readonly Report _report = new();
    private readonly List<Measurement> _figures = [];
    private readonly string? _node = Child.Find("node");
    private readonly string? _pwsh = Child.Find("pwsh");
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal)
    {
        ["BENCH_KEY"] = Simulator.SimulatorAccount.Default.ApiKey,
        ["BENCH_SECRET"] = Simulator.SimulatorAccount.Default.ApiSecret,
        [OrderPage.FileVariable] = places.Page,
        [GuardDecisions.FileVariable] = places.Guard,
        ["EXCHANGE_HOME"] = places.Results,
        ["OKX_API_BASE_URL"] = "",
    };

    private int Runs => isShort ? 3 : 12;

    public static async Task<int> RunAsync(Places places, bool isShort)
    {
        var campaign = new Campaign(places, isShort);
        await campaign.RunAsync();
        campaign._report.Save(Path.Combine(places.Results, "report.md"));
        return 0;
    }

    private async Task RunAsync()
    {
        _report.Line(
            $"# {DateTimeOffset.UtcNow:yyyy-MM-dd}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}"
        );
        await Inputs.WritePageAsync(places.Page);
        Inputs.WriteGuardRequests(places.Guard);
        foreach (var name in new[] { OrderPage.FileVariable, GuardDecisions.FileVariable })
        {
            Environment.SetEnvironmentVariable(name, _variables[name]);
        }

        InsideAProcess();
        Rates();
        WholeProcesses();
        _report.Title("Ratios");
        _report.Ratios(_figures);
        History();
        Growth();
        await JournalGrowth.MeasureAsync(_report, places.Results, isShort);
    }

    private void InsideAProcess()
    {
        _report.Title("Inside a process");
        var request = MicroRun.Of<BitoProRequest>(Rows.SignBitoPro, isShort);
        var page = MicroRun.Of<OrderPage>(Rows.DecodeOrders, isShort);
        var guard = MicroRun.Of<GuardDecisions>(Rows.GuardDecision, isShort);
        Keep(
            request[nameof(BitoProRequest.SignAndBuild)],
            request[nameof(BitoProRequest.HmacAlone)] with
            {
                Who = "limit: the HMAC alone",
            },
            page[nameof(OrderPage.Decode)],
            page[nameof(OrderPage.JsonDocumentAlone)] with
            {
                Who = "limit: JsonDocument alone",
            },
            guard[nameof(GuardDecisions.Decide)]
        );
        Peer("requests.js", isShort ? "3" : "15");
        Peer("okx-signing.js", isShort ? "3" : "15");
        if (Environment.GetEnvironmentVariable("BENCH_HOOK") is { Length: > 0 })
        {
            Peer("guard.js", isShort ? "3" : "15");
        }
        else
        {
            _report.Line("!! the public hook was not measured: BENCH_HOOK names no handler.ts\n");
        }
        ConvertFromJson();
        _report.Table(_figures);
        var (half, most, nearlyAll) = Percentiles.OfGuard(places.Guard);
        _report.Line(
            FormattableString.Invariant(
                $"\nGuard decisions one by one: {half:0.00} us at the 50th percentile, {most:0.00} at the 99th, {nearlyAll:0.00} at the 99.9th."
            )
        );
    }

    private void ConvertFromJson()
    {
        if (_pwsh is null)
        {
            return;
        }
        const string script = """
            $page = [IO.File]::ReadAllText($env:EXCHANGE_BENCH_PAGE)
            1..5 | ForEach-Object { $null = $page | ConvertFrom-Json }
            $watch = [Diagnostics.Stopwatch]::new()
            1..21 | ForEach-Object { $watch.Restart(); $null = $page | ConvertFrom-Json; $watch.Elapsed.TotalMicroseconds }
            """;
        var runs = Child
            .Output(_pwsh, ["-NoProfile", "-NonInteractive", "-Command", script], _variables)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line, CultureInfo.InvariantCulture))
            .ToList();
        Keep(Measurement.Of(Rows.DecodeOrders, "ConvertFrom-Json", runs, "us"));
    }

    private void Rates()
    {
        _report.Title("Reads of one simulator, in turn");
        string[] numbers = isShort ? ["200", "500", "64"] : ["1000", "5000", "64"];
        var runs = new List<Measurement>();
        for (var i = 0; i < Math.Max(3, Runs / 2); i++)
        {
            runs.AddRange(WithFreshSimulator(address => OwnProcess(["rates", address, .. numbers])));
            if (_node is not null)
            {
                runs.AddRange(
                    WithFreshSimulator(address =>
                        Child.Measure(_node, [places.Script("reads.js"), address, .. numbers], _variables)
                    )
                );
            }
        }
        var figures = runs.GroupBy(one => (one.Row, one.Who))
            .Select(group =>
                Measurement.Of(group.Key.Row, group.Key.Who, [.. group.Select(one => one.Median)], "requests/s")
            )
            .ToArray();
        Keep(figures);
        _report.Table(figures);
    }

    // Nonces of a quick client run ahead of the clock, and the next client of the same key would be behind them.
    private IReadOnlyList<Measurement> WithFreshSimulator(Func<string, IReadOnlyList<Measurement>> measure)
    {
        using var simulator = new SimulatorProcess(places.Console, 0);
        return measure(simulator.BitoPro.ToString());
    }

    private void WholeProcesses()
    {
        _report.Title("Whole processes, in turn");
        using var simulator = new SimulatorProcess(places.Console, 0);
        var own = new Dictionary<string, string>(_variables) { ["EXCHANGE_SIMULATOR"] = simulator.Address.ToString() };
        var okx = new Dictionary<string, string>(_variables)
        {
            ["OKX_API_BASE_URL"] = new Uri(simulator.Address, "okx").ToString(),
            ["HOME"] = Directory.CreateDirectory(Path.Combine(places.Results, "home")).FullName,
        };
        var cli = Path.Combine(places.Peers, "node_modules", "@okx_ai", "okx-trade-cli", "dist", "index.js");
        var (ours, theirs, bare, module, pester) = (New(), New(), New(), New(), New());
        for (var i = 0; i < Runs; i++)
        {
            ours.Add(Child.Time(places.Console, ["Get-BitoProTicker", "btc_twd"], own));
            if (_node is not null)
            {
                theirs.Add(Child.Time(_node, [cli, "market", "ticker", "BTC-USDT"], okx));
            }
            if (_pwsh is not null)
            {
                bare.Add(Shell("exit"));
                module.Add(Shell($"Import-Module '{places.Module}'"));
                pester.Add(Shell("Import-Module Pester"));
            }
        }
        var figures = new List<Measurement> { Measurement.Of(Rows.ColdStart, Own, ours, "ms") };
        if (theirs.Count > 0)
        {
            figures.Add(Measurement.Of(Rows.ColdStart, "okx-trade-cli", theirs, "ms"));
        }
        if (bare.Count > 0)
        {
            var shell = Measurement.Of("a bare shell", "pwsh", bare, "ms");
            figures.Add(shell);
            figures.Add(Over(Measurement.Of(Rows.ImportModule, Own, module, "ms"), shell.Median));
            figures.Add(Over(Measurement.Of(Rows.ImportModule, "Pester", pester, "ms"), shell.Median));
        }
        Keep([.. figures]);
        _report.Table(figures);

        static List<double> New() => [];
        double Shell(string command) =>
            Child.Time(_pwsh!, ["-NoProfile", "-NonInteractive", "-Command", command], _variables);
        static Measurement Over(Measurement whole, double shell) =>
            whole with
            {
                Median = whole.Median - shell,
                Low = whole.Low - shell,
                High = whole.High - shell,
            };
    }

    private void History()
    {
        _report.Title("A history of 100,000 orders, page by page");
        using var simulator = new SimulatorProcess(places.Console, isShort ? 5_000 : 100_000);
        var figures = OwnProcess(["history", simulator.BitoPro.ToString()]).ToList();
        if (_node is not null)
        {
            figures.AddRange(
                Child.Measure(_node, [places.Script("history.js"), simulator.BitoPro.ToString()], _variables)
            );
        }
        _report.Table(figures);
        _report.Title("As the pages grow in number");
        int[] sizes = isShort ? [1_000, 5_000] : [1_000, 10_000, 100_000];
        var growth = sizes.SelectMany(size =>
            OwnProcess(["history", simulator.BitoPro.ToString(), size.ToString(CultureInfo.InvariantCulture)])
        );
        _report.Table(growth.Where(one => one.Row.StartsWith("walk ", StringComparison.Ordinal)));
    }

    private void Growth()
    {
        _report.Title("As more are in flight");
        using var simulator = new SimulatorProcess(places.Console, 0);
        _report.Table(OwnProcess(["in-flight", simulator.BitoPro.ToString(), isShort ? "500" : "5000"]));
    }

    private IReadOnlyList<Measurement> OwnProcess(IEnumerable<string> arguments) =>
        Child.Measure(Environment.ProcessPath!, [typeof(Campaign).Assembly.Location, .. arguments], _variables);

    private void Peer(string script, params string[] arguments)
    {
        if (_node is null)
        {
            _report.Line($"!! {script} did not run: node is not on the path\n");
            return;
        }
        Keep([.. Child.Measure(_node, [places.Script(script), .. arguments], _variables)]);
    }

    private void Keep(params Measurement[] figures) => _figures.AddRange(figures);
}
