using System.Collections.Concurrent;

namespace Exchange.BitoPro;

/// <summary>Strictly increasing Unix milliseconds for each key, in this process (bitopro.md 1.6).</summary>
public sealed class NonceSource(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, long> _last = new(StringComparer.Ordinal);

    /// <summary>The next nonce of a key: now, or one more than the last.</summary>
    public long Next(string key)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return _last.AddOrUpdate(key, now, (_, last) => Math.Max(now, last + 1));
    }
}
