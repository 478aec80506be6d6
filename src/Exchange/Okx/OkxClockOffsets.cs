using System.Collections.Concurrent;

namespace Exchange.Okx;

/// <summary>How far each service's clock is from ours, once a service has said that ours is wrong (okx-account.md section 8).</summary>
public sealed class OkxClockOffsets
{
    private readonly ConcurrentDictionary<string, TimeSpan> _offsets = new(StringComparer.Ordinal);

    /// <summary>What is added to our clock for a service; nothing until it has been measured.</summary>
    public TimeSpan Of(Uri address) => _offsets.GetValueOrDefault(address.Authority);

    /// <summary>Keeps a measurement.</summary>
    public void Keep(Uri address, TimeSpan offset) => _offsets[address.Authority] = offset;
}
