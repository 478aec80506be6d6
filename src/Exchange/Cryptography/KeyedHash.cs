using System.Security.Cryptography;

namespace Exchange.Cryptography;

/// <summary>
/// HMAC with one key whose first blocks are computed once, which halves what a short message costs. For any number of threads:
/// one of them at a time has the state that is ready, the others make their own.
/// </summary>
/// <param name="create">An HMAC over the key.</param>
internal sealed class KeyedHash(Func<IncrementalHash> create)
{
    private IncrementalHash? _ready;

    /// <summary>Writes the HMAC of <paramref name="message"/>; returns its length.</summary>
    public int Write(ReadOnlySpan<byte> message, Span<byte> destination)
    {
        var hash = Interlocked.Exchange(ref _ready, null) ?? create();
        hash.AppendData(message);
        var length = hash.GetHashAndReset(destination);
        Interlocked.Exchange(ref _ready, hash)?.Dispose();
        return length;
    }
}
