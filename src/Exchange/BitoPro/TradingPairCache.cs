using System.Collections.Concurrent;

namespace Exchange.BitoPro;

/// <summary>The rules of the pairs (T10), kept in this process for ten minutes (bitopro.md section 4).</summary>
public sealed class TradingPairCache(TimeProvider clock)
{
    private static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Uri, KeptPairs> _kept = new();

    private sealed record KeptPairs(DateTimeOffset At, long Since, IReadOnlyList<BitoProTradingPair> Pairs);

    /// <summary>The pairs of an address, asked for with <paramref name="fetch"/> when none are kept or they are too old.</summary>
    public async Task<IReadOnlyList<BitoProTradingPair>> GetAsync(
        Uri address,
        Func<Task<IReadOnlyList<BitoProTradingPair>>> fetch
    )
    {
        if (Kept(address) is { } kept)
        {
            return kept;
        }
        var pairs = await fetch().ConfigureAwait(false);
        Put(address, pairs);
        return pairs;
    }

    /// <summary>The pairs of an address, if they are kept and not too old.</summary>
    public IReadOnlyList<BitoProTradingPair>? Kept(Uri address) =>
        _kept.TryGetValue(address, out var kept) && IsFresh(kept) ? kept.Pairs : null;

    /// <summary>The pairs of an address that are kept, of any age; none when there are none.</summary>
    public IReadOnlyList<BitoProTradingPair> Known(Uri address) =>
        _kept.TryGetValue(address, out var kept) ? kept.Pairs : [];

    /// <summary>Keeps pairs that were asked for anyway.</summary>
    public void Put(Uri address, IReadOnlyList<BitoProTradingPair> pairs) =>
        _kept[address] = new KeptPairs(clock.GetUtcNow(), clock.GetTimestamp(), pairs);

    // By both clocks: the one can be set back, and the other may stand still while the machine sleeps.
    private bool IsFresh(KeptPairs kept)
    {
        var told = clock.GetUtcNow() - kept.At;
        return told >= TimeSpan.Zero && told < MaximumAge && clock.GetElapsedTime(kept.Since) < MaximumAge;
    }
}
