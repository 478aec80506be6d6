using System.Diagnostics;
using Exchange.Bench.Micro;
using Exchange.BitoPro;
using Exchange.Http;

namespace Exchange.Bench.Processes;

/// <summary>Our side of the reads that the peers make: run in a process of its own, as theirs are.</summary>
internal static class OwnReads
{
    private const string Who = "Exchange";

    /// <summary>Balances, one after another and many at once.</summary>
    public static async Task RatesAsync(Uri address, int sequential, int concurrent, int inFlight)
    {
        using var corridor = Corridor();
        var client = Rehearsal.Client(address, corridor);
        await client.GetBalancesAsync(default);
        Print(Rows.SequentialReads, await RateAsync(client, sequential, 1), "requests/s");
        Print(Rows.ConcurrentReads, await RateAsync(client, concurrent, inFlight), "requests/s");
    }

    /// <summary>The same many reads with more and more of them in flight.</summary>
    public static async Task InFlightAsync(Uri address, int count)
    {
        using var corridor = Corridor();
        var client = Rehearsal.Client(address, corridor);
        await RateAsync(client, count, 8);
        foreach (var lanes in new[] { 1, 4, 16, 64, 256 })
        {
            Print($"{lanes} in flight", await RateAsync(client, count, lanes), "requests/s");
        }
    }

    /// <summary>A history to its end.</summary>
    public static async Task HistoryAsync(Uri address, int? first)
    {
        using var corridor = Corridor();
        var client = Rehearsal.Client(address, corridor);
        var query = new OrderHistoryQuery
        {
            Pair = "btc_twd",
            Since = DateTimeOffset.UtcNow.AddDays(-89),
            Until = DateTimeOffset.UtcNow.AddMinutes(1),
        };
        var watch = Stopwatch.StartNew();
        double? firstAt = null;
        var (orders, low, high) = (0, long.MaxValue, 0L);
        await foreach (var order in client.GetOrderHistoryAsync(query, default))
        {
            firstAt ??= watch.Elapsed.TotalMilliseconds;
            if (orders++ % 1000 == 0)
            {
                var used = Process.GetCurrentProcess().WorkingSet64;
                (low, high) = (Math.Min(low, used), Math.Max(high, used));
            }
            if (orders == first)
            {
                break;
            }
        }
        Print($"walk {orders} orders", watch.Elapsed.TotalMilliseconds, "ms");
        Print("walk: first object", firstAt ?? 0, "ms");
        Print("walk: growth of memory", (high - low) / 1048576.0, "MiB");
    }

    private static async Task<double> RateAsync(BitoProClient client, int count, int lanes)
    {
        var next = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, lanes)
                .Select(async _ =>
                {
                    while (Interlocked.Increment(ref next) <= count)
                    {
                        await client.GetBalancesAsync(default);
                    }
                })
        );
        return count / watch.Elapsed.TotalSeconds;
    }

    // The simulator has no limits for this; ours would hold both sides to sixty reads in six seconds.
    private static ReadCorridor Corridor() =>
        new(TimeProvider.System, Random.Shared.NextDouble) { Limiter = new(TimeProvider.System) { IsOff = true } };

    private static void Print(string row, double value, string unit) =>
        Console.WriteLine(
            System.Text.Json.JsonSerializer.Serialize(new Measurement(row, Who, value, value, value, unit))
        );
}
