using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Exchange.Http;

namespace Exchange.Faults.Servers;

/// <summary>
/// Each hostility against reads and writes of every service at once: each must end in our own error, within its time limit, with bounded
/// memory, and no credential may reach another host, appear in the error, or leave before the server has shown who it is.
/// </summary>
internal sealed class HostileServerCampaign : ICampaign
{
    // Of one call; its answer is at most 10 MiB, and lists grow by doubling.
    private const long MostMemory = 64L * 1024 * 1024;

    // The longest limit is half a minute, and a read is tried again within a budget of another.
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(75);

    // The machine may have other work; whoever hangs is kept for a minute.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(20);

    public string Name => "Hostile servers";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        var home = Directory.CreateTempSubdirectory("exchange-hostile-").FullName;
        try
        {
            const int factor = 15;
            await foreach (var row in TlsTrials.RunAsync(home, scale, cancel))
            {
                yield return row;
            }
            using var other = new HostileServer((_, _) => Task.CompletedTask);
            foreach (var (name, act) in Hostility.All(other.Address))
            {
                using var server = new HostileServer(act);
                var row = await TryAsync(name, Victim.All(home), _ => server.Address, factor);
                var cookies = server.Heads.Count(head =>
                    head.Contains("\r\nCookie:", StringComparison.OrdinalIgnoreCase)
                );
                var elsewhere = other.Heads.Count;
                if (server.Heads.Count < Victim.All(home).Count)
                {
                    row = row with
                    {
                        Wrong = row.Wrong + 1,
                        Note =
                            $"not every call reached the server, only {string.Join(", ", server.Heads.Select(Target))}",
                    };
                }
                yield return elsewhere + cookies == 0
                    ? row
                    : row with
                    {
                        Wrong = row.Wrong + elsewhere + cookies,
                        Note = $"{elsewhere} requests at another host, {cookies} cookies",
                    };
            }
            yield return new(
                "requests that reached another host",
                Hostility.All(other.Address).Count * Victim.All(home).Count,
                other.Heads.Count,
                "tried: the calls above"
            );
            await foreach (var row in SocketTrials.RunAsync(other, cancel))
            {
                yield return row;
            }
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static string Target(string head) => head.Split("\r\n")[0];

    /// <summary>All victims at once, each with a corridor of its own, against what an address gives.</summary>
    public static async Task<Outcome> TryAsync(
        string name,
        IReadOnlyList<Victim> victims,
        Func<Victim, Uri> address,
        int factor
    )
    {
        var faults = new ConcurrentQueue<string>();
        var longest = TimeSpan.Zero;
        using var over = new CancellationTokenSource();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = PeakAsync(over.Token);
        await Task.WhenAll(
            victims.Select(victim =>
                Task.Run(async () =>
                {
                    var took = await CallAsync(victim, address(victim), factor, faults);
                    lock (faults)
                    {
                        longest = took > longest ? took : longest;
                    }
                })
            )
        );
        await over.CancelAsync();
        var used = await peak - before;
        if (used > MostMemory * victims.Count)
        {
            faults.Enqueue($"{used / (1024 * 1024)} MiB of memory");
        }
        return new(
            name,
            victims.Count,
            faults.Count,
            faults.TryPeek(out var first)
                ? first
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"longest {longest.TotalSeconds:0.0} s at {factor} times the pace; {Math.Max(0, used) / (1024 * 1024)} MiB"
                )
        );
    }

    private static async Task<TimeSpan> CallAsync(
        Victim victim,
        Uri address,
        int factor,
        ConcurrentQueue<string> faults
    )
    {
        var clock = new QuickClock(factor);
        using var corridor = new ReadCorridor(clock, Random.Shared.NextDouble) { Transport = new ApiTransport(clock) };
        var watch = Stopwatch.StartNew();
        try
        {
            await victim.Call(address, corridor).WaitAsync(TimeSpan.FromMinutes(1));
            faults.Enqueue($"{victim.Name}: it was believed");
        }
        catch (ExchangeException own)
        {
            if (own.ToString().Contains(Victim.Mark, StringComparison.Ordinal))
            {
                faults.Enqueue($"{victim.Name}: its error holds a credential");
            }
        }
        catch (Exception foreign)
        {
            faults.Enqueue($"{victim.Name}: {foreign.GetType().Name}: {foreign.Message}");
        }
        if (watch.Elapsed > (LongestCall / factor) + Slack)
        {
            faults.Enqueue($"{victim.Name}: it took {watch.Elapsed.TotalSeconds:0.0} s");
        }
        return watch.Elapsed;
    }

    private static async Task<long> PeakAsync(CancellationToken over)
    {
        var peak = 0L;
        while (!over.IsCancellationRequested)
        {
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            await Task.WhenAny(Task.Delay(20, over));
        }
        return peak;
    }
}
