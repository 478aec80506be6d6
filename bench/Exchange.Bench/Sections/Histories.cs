using System.Globalization;
using Exchange.Bench.Processes;

namespace Exchange.Bench.Sections;

/// <summary>A long history page by page, beside the peer; then more and more pages of it.</summary>
internal static class Histories
{
    private const int PageSize = 100;

    public static void Measure(BenchRun run)
    {
        run.Report.Title("A history of 100,000 orders, in pages of 1,000");
        using var simulator = new SimulatorProcess(run.Places.Console, run.IsShort ? 5_000 : 101_000);
        var address = simulator.BitoPro.ToString();
        var orders = run.IsShort ? "4500" : "100000";
        run.Report.Table([.. run.OwnProcess("history", address, orders), .. run.Peer("history.js", address, orders)]);

        run.Report.Title($"As the pages of {PageSize} orders grow in number");
        int[] counts = run.IsShort ? [1, 10, 40] : [1, 10, 100, 1000];
        var figures = run.OwnProcess([
            "pages",
            address,
            PageSize.ToString(CultureInfo.InvariantCulture),
            .. counts.Select(count => count.ToString(CultureInfo.InvariantCulture)),
        ]);
        run.Report.Table([.. figures, Growth.Spread(Rows.PageFactor, figures, "us")]);
    }
}
