using System.Diagnostics;
using System.Text.Json;
using Exchange.Guard;

namespace Exchange.Bench.Micro;

/// <summary>How long single guard decisions take, one by one: what a mean hides.</summary>
internal static class Percentiles
{
    private const int Warmup = 200_000;
    private const int Decisions = 200_000;

    /// <summary>The 50th, 99th and 99.9th percentile.</summary>
    public static IEnumerable<Measurement> OfGuard(string file)
    {
        var requests = File.ReadLines(file)
            .Select(line => GuardRequest.Of(JsonDocument.Parse(line).RootElement, DateTimeOffset.UtcNow))
            .ToList();
        var settings = GuardSettings.Read(_ => null);
        var ticks = new long[Decisions];
        for (var i = -Warmup; i < Decisions; i++)
        {
            var request = requests[(i + Warmup) % requests.Count];
            var seen = new Dictionary<string, DateTimeOffset>();
            var started = Stopwatch.GetTimestamp();
            GuardEvaluation.Decide(request, GuardRules.BuiltIn, settings, seen);
            if (i >= 0)
            {
                ticks[i] = Stopwatch.GetTimestamp() - started;
            }
        }
        Array.Sort(ticks);
        double At(double part) => ticks[(int)(Decisions * part)] * 1e6 / Stopwatch.Frequency;
        return
        [
            Measurement.Single($"{Rows.GuardDecision}, 50th percentile", At(0.5), "us"),
            Measurement.Single(Rows.GuardAt99, At(0.99), "us"),
            Measurement.Single($"{Rows.GuardDecision}, 99.9th percentile", At(0.999), "us"),
        ];
    }
}
