using Exchange.Bench.Micro;
using Exchange.BitoPro;
using Exchange.Http;

namespace Exchange.Bench.Processes;

/// <summary>Our side of the reads that the peers make: run in a process of its own, as theirs are.</summary>
internal static class OwnReads
{
    /// <summary>Balances, one after another and many at once.</summary>
    public static async Task RatesAsync(Uri address, int sequential, int concurrent, int inFlight)
    {
        using var corridor = Corridor();
        var client = Rehearsal.Client(address, corridor);
        await client.GetBalancesAsync(default);
        Console.WriteLine((await LanesAsync(client, sequential, 1)).Rate(Rows.SequentialReads));
        Console.WriteLine((await LanesAsync(client, concurrent, inFlight)).Rate(Rows.ConcurrentReads));
    }

    /// <summary>The same many reads with more and more of them in flight.</summary>
    public static async Task InFlightAsync(Uri address, int count)
    {
        using var corridor = Corridor();
        var client = Rehearsal.Client(address, corridor);
        await LanesAsync(client, count, 64);
        for (var lanes = 1; lanes <= 256; lanes *= 4)
        {
            var spent = await LanesAsync(client, count, lanes);
            Console.WriteLine(spent.Rate($"{lanes} in flight"));
            Console.WriteLine(spent.Cpu($"a read, {lanes} in flight"));
        }
    }

    /// <summary>The simulator has no limits for this; ours would hold both sides to sixty reads in six seconds.</summary>
    public static ReadCorridor Corridor() =>
        new(TimeProvider.System, Random.Shared.NextDouble) { Limiter = new(TimeProvider.System) { IsOff = true } };

    private static async Task<Spent> LanesAsync(BitoProClient client, int count, int lanes)
    {
        var next = 0;
        var meter = Meter.Start();
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
        return meter.Stop(count);
    }
}
