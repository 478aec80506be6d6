using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Exchange.Bench.Micro;
using Exchange.BitoPro;

namespace Exchange.Bench.Processes;

/// <summary>Our side of a walk through a long history, in a process of its own.</summary>
internal static class OwnHistory
{
    private const int Warmup = 300;
    private const int LeastPages = 300;

    /// <summary>The first orders of a history, in the largest pages.</summary>
    public static async Task WalkAsync(Uri address, int first)
    {
        using var corridor = OwnReads.Corridor();
        var client = Rehearsal.Client(address, corridor);
        var meter = Meter.Start();
        var (orders, low, high) = (0, long.MaxValue, 0L);
        TimeSpan? firstAt = null;
        long requestsAtFirst = 0;
        var watch = Stopwatch.StartNew();
        await foreach (var _ in client.GetOrderHistoryAsync(Query(null), default))
        {
            if (firstAt is null)
            {
                firstAt = watch.Elapsed;
                requestsAtFirst = await RequestsAsync(address);
            }
            if (orders++ % 1000 == 0)
            {
                using var process = Process.GetCurrentProcess();
                (low, high) = (Math.Min(low, process.WorkingSet64), Math.Max(high, process.WorkingSet64));
            }
            if (orders == first)
            {
                break;
            }
        }
        var spent = meter.Stop(orders);
        Console.WriteLine(spent.Line(Rows.Walk, spent.Time.TotalMilliseconds, "ms"));
        Print(Rows.FirstObject, firstAt!.Value.TotalMilliseconds, "ms");
        Print(Rows.RequestsAtFirst, requestsAtFirst, "requests");
        Print(Rows.MemoryGrowth, (high - low) / 1048576.0, "MiB");
    }

    /// <summary>Walks of so many pages each, every one often enough to be measured.</summary>
    public static async Task PagesAsync(Uri address, int size, IEnumerable<int> counts)
    {
        using var corridor = OwnReads.Corridor();
        var client = Rehearsal.Client(address, corridor);
        for (var i = 0; i < Warmup; i++)
        {
            await TakeAsync(client, size, 1);
        }
        foreach (var count in counts)
        {
            var walks = Math.Max(1, LeastPages / count);
            var meter = Meter.Start();
            for (var i = 0; i < walks; i++)
            {
                await TakeAsync(client, size, count);
            }
            var spent = meter.Stop(walks * count);
            var row = string.Create(CultureInfo.InvariantCulture, $"a page, of a walk of {count:N0}");
            Console.WriteLine(spent.Each(row));
            Console.WriteLine(spent.Cpu(row));
        }
    }

    // Each page but the first begins with the order that the page before it ended with.
    private static async Task TakeAsync(BitoProClient client, int size, int pages)
    {
        var wanted = size + ((size - 1) * (pages - 1));
        await foreach (var _ in client.GetOrderHistoryAsync(Query(size), default))
        {
            if (--wanted == 0)
            {
                return;
            }
        }
        throw new InvalidOperationException("The history is too short.");
    }

    private static OrderHistoryQuery Query(int? size) =>
        new()
        {
            Pair = "btc_twd",
            Since = DateTimeOffset.UtcNow.AddDays(-89),
            Until = DateTimeOffset.UtcNow.AddMinutes(1),
            PageSize = size,
        };

    private static async Task<long> RequestsAsync(Uri address)
    {
        using var http = new HttpClient();
        using var status = JsonDocument.Parse(await http.GetByteArrayAsync(new Uri(address, "/_simulator/status")));
        return status.RootElement.GetProperty("requests").GetProperty("count").GetInt64();
    }

    private static void Print(string row, double value, string unit) =>
        Console.WriteLine(JsonSerializer.Serialize(Measurement.Single(row, value, unit)));
}
