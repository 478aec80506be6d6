using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Exchange.BitoPro;
using Exchange.Http;
using Exchange.Storage;

namespace Exchange.Faults.Servers;

/// <summary>
/// Each hostility against a read and against a write: it must end in our own error, within the time limit, with bounded memory, and no
/// credential may reach another host.
/// </summary>
internal sealed class HostileServerCampaign : ICampaign
{
    private const long MostMemory = 64L * 1024 * 1024;
    private const string Key = "faults-key-000000000001";
    private const string Secret = "faults-secret-0000000001";

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    // A read is tried again within its budget of thirty seconds.
    private static readonly TimeSpan MostForRead = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan MostForWrite = TimeSpan.FromSeconds(3);

    public string Name => "Hostile servers";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var other = new HostileServer((_, _) => Task.CompletedTask);
        var rounds = scale == Scale.Reduced ? 1 : 5;
        foreach (var (name, act) in Hostility.All(other.Address))
        {
            var faults = new List<string>();
            var longest = TimeSpan.Zero;
            for (var round = 0; round < rounds; round++)
            {
                using var server = new HostileServer(act);
                using var corridor = new ReadCorridor(TimeProvider.System, Random.Shared.NextDouble)
                {
                    Transport = new ApiTransport(TimeProvider.System) { TimeLimit = TimeLimit },
                };
                var client = Client(server.Address, corridor);
                if (scale != Scale.Reduced)
                {
                    await TryAsync("read", () => client.GetBalancesAsync(cancel), MostForRead);
                }
                await TryAsync("write", () => PlaceAsync(client, cancel), MostForWrite);
            }
            if (other.Heads.Count > 0)
            {
                faults.Add("another host was called");
            }
            yield return new(
                name,
                rounds * (scale == Scale.Reduced ? 1 : 2),
                faults.Count,
                faults.FirstOrDefault()
                    ?? string.Create(CultureInfo.InvariantCulture, $"longest {longest.TotalSeconds:0.0} s")
            );

            async Task TryAsync(string what, Func<Task> call, TimeSpan most)
            {
                var before = GC.GetTotalMemory(forceFullCollection: true);
                var watch = Stopwatch.StartNew();
                try
                {
                    await call();
                    faults.Add($"{what}: it was believed");
                }
                catch (ExchangeException own) when (!own.Message.Contains(Secret, StringComparison.Ordinal))
                {
                    // As it should be.
                }
                catch (Exception foreign)
                {
                    faults.Add($"{what}: {foreign.GetType().Name}: {foreign.Message}");
                }
                longest = watch.Elapsed > longest ? watch.Elapsed : longest;
                if (watch.Elapsed > most)
                {
                    faults.Add($"{what}: it took {watch.Elapsed.TotalSeconds:0.0} s");
                }
                if (GC.GetTotalMemory(forceFullCollection: true) - before > MostMemory)
                {
                    faults.Add($"{what}: memory");
                }
            }
        }
    }

    private static async Task PlaceAsync(BitoProClient client, CancellationToken cancel)
    {
        var ticket = new OrderTicket
        {
            Pair = "btc_twd",
            Side = BitoProSide.Buy,
            Type = BitoProOrderType.Limit,
            Amount = "0.001",
            Price = "2800000",
        };
        await client.Place(OrderRules.Check(ticket), attemptId: null).Send(cancel);
    }

    private static BitoProClient Client(Uri address, ReadCorridor corridor) =>
        new(
            new BitoProConnection(
                address,
                BitoProCredentials.From(Storage.Secret.From(Key), Storage.Secret.From(Secret), "faults@example.com")
            ),
            corridor,
            new NonceSource(TimeProvider.System),
            new TradingPairCache(TimeProvider.System),
            ApiListener.Silent
        );
}
