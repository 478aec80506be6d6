using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Exchange.Storage;

namespace Exchange.BitoPro;

/// <summary>
/// Strictly increasing Unix milliseconds for each key (bitopro.md 1.6): in this process, and with a state folder among all processes
/// of the user (docs/decisions, 42). The folder is a help and never a condition: without it the process counts by itself.
/// </summary>
public sealed class NonceSource(TimeProvider clock)
{
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    // Bursts run ahead of the clock by a millisecond a request. What is further ahead was written before the clock was set back.
    private static readonly long LargestLead = (long)TimeSpan.FromSeconds(10).TotalMilliseconds;

    // A clock that is set back by more than this was wrong, and what was counted by it is given up; by less, the service may have taken it.
    private static readonly long LargestStepBack = (long)TimeSpan.FromMinutes(1).TotalMilliseconds;

    private readonly ConcurrentDictionary<string, Sequence> _keys = new(StringComparer.Ordinal);
    private long _aloneUntil;
    private int _isTold;

    /// <summary>The folder in which processes share the last nonce of a key; null for none.</summary>
    public Func<StateFolder>? Folder { get; init; }

    /// <summary>How long another process is waited for that holds the last nonce.</summary>
    internal TimeSpan LongestWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The next nonce of a key: now, or one more than the last.</summary>
    /// <param name="key">The key, masked.</param>
    /// <param name="note">Hears, once, that this process counts by itself.</param>
    public long Next(string key, Action<string>? note = null)
    {
        var sequence = _keys.GetOrAdd(key, static key => new Sequence(FileName(key)));
        lock (sequence)
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var mine = sequence.ClockThen - now > LargestStepBack ? now : Math.Max(now, sequence.Last + 1);
            sequence.ClockThen = now;
            return sequence.Last = Shared(sequence, mine, now, note) ?? mine;
        }
    }

    private long? Shared(Sequence sequence, long mine, long now, Action<string>? note)
    {
        if (Folder is null || now < Interlocked.Read(ref _aloneUntil))
        {
            return null;
        }
        try
        {
            var folder = Folder().Path;
            // Before the first order there is none, and a look at prices is no reason to make one.
            if (!Directory.Exists(folder))
            {
                return null;
            }
            return SharedNumber.Replace(
                    Path.Combine(folder, sequence.FileName),
                    last => last is { } theirs && theirs <= now + LargestLead ? Math.Max(mine, theirs + 1) : mine,
                    LongestWait
                ) ?? Alone("another process holds it", now, note);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or ExchangeException)
        {
            return Alone(trouble.Message, now, note);
        }
    }

    private long? Alone(string why, long now, Action<string>? note)
    {
        Interlocked.Exchange(ref _aloneUntil, now + (long)Rest.TotalMilliseconds);
        if (note is not null && Interlocked.Exchange(ref _isTold, 1) == 0)
        {
            note($"The last nonce cannot be shared with other processes, so each counts by itself: {why}");
        }
        return null;
    }

    private static string FileName(string key) =>
        $"nonce-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)), 0, 8).ToLowerInvariant()}";

    private sealed class Sequence(string fileName)
    {
        public string FileName => fileName;

        public long Last { get; set; }

        public long ClockThen { get; set; }
    }
}
