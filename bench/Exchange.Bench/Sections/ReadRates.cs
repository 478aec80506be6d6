using Exchange.Bench.Processes;

namespace Exchange.Bench.Sections;

/// <summary>Signed reads of one simulator: ours and the peer's in turn, and the same requests sent bare.</summary>
internal static class ReadRates
{
    public static void Measure(BenchRun run)
    {
        run.Report.Title("Reads of one simulator, in turn");
        string[] numbers = run.IsShort ? ["200", "500", "64"] : ["1000", "5000", "64"];
        var figures = new List<Measurement>();
        for (var i = 0; i < (run.IsShort ? 3 : 5); i++)
        {
            figures.AddRange(WithFreshSimulator(run, address => run.OwnProcess(["rates", address, .. numbers])));
            figures.AddRange(WithFreshSimulator(run, address => run.OwnProcess(["bare-rates", address, .. numbers])));
            figures.AddRange(WithFreshSimulator(run, address => run.Peer("reads.js", [address, .. numbers])));
            figures.AddRange(WithFreshSimulator(run, address => run.Peer("bare-reads.js", [address, .. numbers])));
        }
        run.Report.Table(
            figures
                .GroupBy(one => (one.Row, one.Who))
                .Select(group =>
                    Measurement.Of(
                        group.Key.Row,
                        group.Key.Who,
                        [.. group.Select(one => one.Median)],
                        group.First().Unit
                    ) with
                    {
                        AllocatedBytes = group.First().AllocatedBytes,
                    }
                )
        );
    }

    // Nonces of a quick client run ahead of the clock, and the next client of the same key would be behind them.
    private static IReadOnlyList<Measurement> WithFreshSimulator(
        BenchRun run,
        Func<string, IReadOnlyList<Measurement>> measure
    )
    {
        using var simulator = new SimulatorProcess(run.Places.Console, 0);
        return measure(simulator.BitoPro.ToString());
    }
}
