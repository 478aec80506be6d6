using System.Globalization;
using System.Runtime.CompilerServices;

namespace Exchange.Faults.Orders;

/// <summary>
/// Writes of a service while every fault of the simulator strikes at one in ten and the processes that send are killed at random
/// moments. In the end every effect is known by its id, none is there twice, nothing was sent twice, and nothing is left unknown.
/// </summary>
/// <param name="only">A part of the names of the services that are tried; null for all.</param>
internal sealed class OrderCampaign(string? only) : ICampaign
{
    private const int Seed = 20260302;

    public static IReadOnlyList<IServiceUnderFaults> Services { get; } =
    [
        new BitoProUnderFaults(),
        new BatchesUnderFaults(),
        new WithdrawalsUnderFaults(),
        new OkxUnderFaults(),
        new StrategyUnderFaults(),
    ];

    public string Name => "Orders under faults";

    public async IAsyncEnumerable<Outcome> RunAsync(Scale scale, [EnumeratorCancellation] CancellationToken cancel)
    {
        // Sittings of a hundred, each with a journal and a service of its own: settling asks for a service's whole recent past, so
        // that one sitting of all would only measure that. Most of their time is waiting for answers that never come, at some services
        // much longer than at others: they take turns.
        var (sittings, each, workers, atOnce) = scale switch
        {
            Scale.Reduced => (1, 12, 2, 5),
            Scale.Usual => (2, 100, 4, 5),
            _ => (50, 100, 3, 6),
        };
        using var places = new SemaphoreSlim(atOnce);
        var services = Services.Where(Is).ToList();
        var running = Enumerable
            .Range(0, sittings)
            .SelectMany(number => services.Select(service => (Service: service, Sitting: SitAsync(service, number))))
            .ToLookup(one => one.Service, one => one.Sitting);
        foreach (var service in services)
        {
            var tally = (await Task.WhenAll(running[service])).Aggregate(new Tally(), (sum, one) => sum + one);
            foreach (var row in Rows(service, tally, sittings))
            {
                yield return row;
            }
        }

        async Task<Tally> SitAsync(IServiceUnderFaults service, int number)
        {
            await places.WaitAsync(cancel);
            try
            {
                var tally = await new Sitting(
                    service,
                    Math.Max(workers, each / service.ThingsEach),
                    workers,
                    Seed + number
                ).RunAsync(cancel);
                if (sittings > 1)
                {
                    await Console.Error.WriteLineAsync(
                        Text($"{service.Name}: sitting {number + 1} of {sittings}: {tally.Summary}")
                    );
                }
                return tally;
            }
            finally
            {
                places.Release();
            }
        }
    }

    private bool Is(IServiceUnderFaults service) =>
        only is null || service.Name.Contains(only, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Outcome> Rows(IServiceUnderFaults service, Tally all, int sittings)
    {
        yield return new(
            $"{service.Name}: lost",
            all.Wanted,
            all.Lost + all.Wanted - all.Placed,
            Text(
                $"{all.Placed} written down, {all.Effects} took effect; {sittings} sittings, {all.Kills} kills and restarts; requests struck: {Tally.Told(all.Struck)}"
            )
        );
        yield return new($"{service.Name}: doubled", all.Effects, all.Doubled);
        yield return new(
            $"{service.Name}: arrived twice",
            all.Arrived,
            all.ForbiddenAgain,
            Text($"{all.AllowedAgain} sent again behind a refusal, as the contract names it")
        );
        yield return new($"{service.Name}: called accepted and not there", all.Placed, all.NotThere);
        if (all.Followed > 0)
        {
            yield return new(
                $"{service.Name}: cancelled or resumed in vain",
                all.Followed,
                all.FollowedInVain,
                Text($"{all.FollowedAccepted} accepted")
            );
        }
        yield return new(
            $"{service.Name}: left unknown",
            all.UnknownBefore,
            all.LeftUnknown.Values.Sum(),
            all.LeftUnknown.Count > 0 ? Tally.Told(all.LeftUnknown) : "tried: those unknown before they were settled"
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
