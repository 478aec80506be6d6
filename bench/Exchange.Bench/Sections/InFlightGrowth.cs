using Exchange.Bench.Processes;

namespace Exchange.Bench.Sections;

/// <summary>The same many reads with more and more of them in flight.</summary>
internal static class InFlightGrowth
{
    public static void Measure(BenchRun run)
    {
        run.Report.Title("As more are in flight");
        using var simulator = new SimulatorProcess(run.Places.Console, 0);
        var figures = run.OwnProcess("in-flight", simulator.BitoPro.ToString(), run.IsShort ? "500" : "5000");
        run.Report.Table([.. figures, Growth.OverFirst(Rows.InFlightFactor, figures, "us of CPU")]);
    }
}
