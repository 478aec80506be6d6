using System.Diagnostics;
using Exchange.Desk;
using Exchange.Storage;

namespace Exchange.Bench.Sections;

/// <summary>What an attempt costs in the journal as the journal grows: it is written to, not read, so it should stay the same.</summary>
internal static class JournalGrowth
{
    private const int Batch = 1_000;
    private const int Attempts = 200;

    public static async Task MeasureAsync(BenchRun run)
    {
        run.Report.Title("The journal as it grows: an intent and its outcome, each flushed to the disk");
        var figures = new List<Measurement>();
        foreach (var lines in run.IsShort ? new[] { 10, 10_000 } : [10, 100, 1_000, 10_000, 100_000, 1_000_000])
        {
            var home = Path.Combine(run.Places.Results, $"journal-{lines}");
            if (Directory.Exists(home))
            {
                Directory.Delete(home, recursive: true);
            }
            var journal = new Journal(new StateFolder(home));
            for (var written = 0; written < lines; written += Batch)
            {
                var count = Math.Min(Batch, lines - written);
                await journal.WriteAsync(
                    [.. Enumerable.Range(0, count).Select(_ => Intent())],
                    idsAreFresh: true,
                    default
                );
            }
            var runs = new List<double>();
            var allocated = GC.GetTotalAllocatedBytes(precise: true);
            for (var i = 0; i < Attempts; i++)
            {
                var intent = Intent();
                var started = Stopwatch.GetTimestamp();
                await journal.WriteAsync([intent], idsAreFresh: true, default);
                await journal.WriteAsync([Outcome(intent)], default);
                runs.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
            figures.Add(
                Measurement.Of($"an attempt in a journal of {lines:N0} lines", Measurement.Own, runs, "us") with
                {
                    AllocatedBytes = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)Attempts,
                }
            );
            Directory.Delete(home, recursive: true);
        }
        run.Report.Table([.. figures, Growth.OverFirst(Rows.JournalFactor, figures, "us")]);
    }

    private static AttemptIntent Intent() =>
        new(
            AttemptId.New(TimeProvider.System),
            DateTimeOffset.UtcNow,
            "BitoPro",
            "PlaceOrder",
            "abc***",
            new Uri("http://127.0.0.1/"),
            new Dictionary<string, string>
            {
                ["pair"] = "btc_twd",
                ["side"] = "BUY",
                ["amount"] = "0.001",
            }
        );

    private static AttemptOutcome Outcome(AttemptIntent intent) =>
        new(intent.AttemptId, DateTimeOffset.UtcNow, AttemptState.Accepted, "1234567890", null);
}
