using Exchange.Bench.Sections;

namespace Exchange.Bench;

/// <summary>Everything in one run: ours beside theirs, then ours as the work grows.</summary>
internal static class Campaign
{
    public static async Task<int> RunAsync(Places places, bool isShort)
    {
        var run = new BenchRun(places, isShort);
        run.Report.Head(Machine.Facts(run), isShort);
        await Inputs.WritePageAsync(places.Page);
        Inputs.WriteGuardRequests(places.Guard);
        foreach (var (name, value) in run.Variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
        InsideAProcess.Measure(run);
        ReadRates.Measure(run);
        WholeProcesses.Measure(run);
        Histories.Measure(run);
        InFlightGrowth.Measure(run);
        await JournalGrowth.MeasureAsync(run);
        run.Report.Verdicts();
        run.Report.Save(Path.Combine(places.Results, "report.md"));
        return 0;
    }
}
