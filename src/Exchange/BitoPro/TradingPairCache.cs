using System.Collections.Concurrent;

namespace Exchange.BitoPro;

/// <summary>The rules of the pairs (T10), kept in this process for ten minutes (bitopro.md section 4).</summary>
public sealed class TradingPairCache(TimeProvider clock)
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Uri, (DateTimeOffset At, IReadOnlyList<BitoProTradingPair> Pairs)> _kept =
        new();

    /// <summary>The pairs that are kept, of any address and age.</summary>
    public IReadOnlyList<BitoProTradingPair> Known => [.. _kept.Values.SelectMany(kept => kept.Pairs)];

    /// <summary>The pairs of an address, asked for with <paramref name="fetch"/> when none are kept or they are too old.</summary>
    public async Task<IReadOnlyList<BitoProTradingPair>> GetAsync(
        Uri address,
        Func<Task<IReadOnlyList<BitoProTradingPair>>> fetch
    )
    {
        if (_kept.TryGetValue(address, out var kept) && clock.GetUtcNow() - kept.At < MaximumAge)
        {
            return kept.Pairs;
        }
        var pairs = await fetch().ConfigureAwait(false);
        Put(address, pairs);
        return pairs;
    }

    /// <summary>Keeps pairs that were asked for anyway.</summary>
    public void Put(Uri address, IReadOnlyList<BitoProTradingPair> pairs) =>
        _kept[address] = (clock.GetUtcNow(), pairs);
}
