using System.Globalization;
using Exchange.Bench.Micro;
using Exchange.Bench.Processes;

namespace Exchange.Bench.Sections;

/// <summary>What is done inside a process: signing, decoding, deciding.</summary>
internal static class InsideAProcess
{
    private const string ParsePage = """
        $page = [IO.File]::ReadAllText($env:EXCHANGE_BENCH_PAGE)
        1..5 | ForEach-Object { $null = $page | ConvertFrom-Json }
        $watch = [Diagnostics.Stopwatch]::new()
        1..21 | ForEach-Object { $watch.Restart(); $null = $page | ConvertFrom-Json; $watch.Elapsed.TotalMicroseconds }
        """;

    public static void Measure(BenchRun run)
    {
        run.Report.Title("Inside a process");
        run.Report.Table([
            .. MicroRun.Of<BitoProRequest>(run.IsShort),
            .. MicroRun.Of<OkxRequest>(run.IsShort),
            .. MicroRun.Of<OrderPage>(run.IsShort),
            .. MicroRun.Of<GuardDecisions>(run.IsShort),
            .. MicroRun.Of<StrategyIntent>(run.IsShort),
            .. Percentiles.OfGuard(run.Places.Guard),
        ]);
        run.Report.Line();
        run.Report.Table([
            .. run.Peer("requests.js", run.Rounds),
            .. run.Peer("okx-signing.js", run.Rounds),
            .. Hook(run),
            .. ConvertFromJson(run),
        ]);
    }

    private static IEnumerable<Measurement> Hook(BenchRun run)
    {
        if (run.Hook is null)
        {
            run.Report.Line("!! the public hook was not measured: BENCH_HOOK names no handler.ts\n");
            return [];
        }
        return run.Peer("guard.js", run.Rounds);
    }

    private static IEnumerable<Measurement> ConvertFromJson(BenchRun run)
    {
        if (run.Pwsh is null)
        {
            run.Report.Line("!! ConvertFrom-Json was not measured: pwsh is not on the path\n");
            return [];
        }
        var runs = Child
            .Output(run.Pwsh, ["-NoProfile", "-NonInteractive", "-Command", ParsePage], run.Variables)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line, CultureInfo.InvariantCulture))
            .ToList();
        return [Measurement.Of(Rows.DecodeOrders, "ConvertFrom-Json", runs, "us")];
    }
}
