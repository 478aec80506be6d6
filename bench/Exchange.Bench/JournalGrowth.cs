using System.Diagnostics;
using Exchange.Desk;
using Exchange.Storage;

namespace Exchange.Bench;

/// <summary>What an attempt costs in the journal as the journal grows: it is written to, not read, so it should stay the same.</summary>
internal static class JournalGrowth
{
    private const int Batch = 1_000;

    public static async Task MeasureAsync(Report report, string folder, bool isShort)
    {
        report.Title("The journal as it grows: an intent and its outcome, each flushed to the disk");
        var figures = new List<Measurement>();
        foreach (var lines in isShort ? new[] { 10, 10_000 } : [10, 1_000, 100_000, 1_000_000])
        {
            var home = Path.Combine(folder, $"journal-{lines}");
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
            for (var i = 0; i < 50; i++)
            {
                var intent = Intent();
                var started = Stopwatch.GetTimestamp();
                await journal.WriteAsync([intent], idsAreFresh: true, default);
                await journal.WriteAsync([Outcome(intent)], default);
                runs.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            }
            figures.Add(Measurement.Of($"a journal of {lines} lines", "Exchange", runs, "us"));
            Directory.Delete(home, recursive: true);
        }
        report.Table(figures);
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
