using System.Collections.Concurrent;

namespace Exchange.Http;

/// <summary>
/// Makes requests wait until they fit every limit that they count against: in the order in which they asked, cancellably,
/// and never more than a limit's permits in any span of its window.
/// </summary>
public sealed class RateLimiter(TimeProvider clock)
{
    /// <summary>A service that asks for more is not believed; timers could not wait for it either.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string Scope, string Name), SlidingWindow> _windows = new();
    private readonly object _gate = new();

    /// <summary>Lets everything pass at once: for measuring against a server that has no limits.</summary>
    internal bool IsOff { get; init; }

    /// <summary>Waits for a place under all <paramref name="limits"/> and takes it. A cancelled wait gives its place back.</summary>
    /// <param name="scope">Who is counted: an endpoint and an account.</param>
    /// <param name="limits">The limits to fit.</param>
    /// <param name="waiting">Told once, with the time to wait, when the request cannot go at once.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="longest">The longest wait that is worth its while; null for any.</param>
    /// <returns>The wait that would have been longer, and then no place is taken; null when the place is there.</returns>
    public async Task<TimeSpan?> WaitAsync(
        string scope,
        IReadOnlyList<RateLimit> limits,
        Action<RateLimit, TimeSpan>? waiting,
        CancellationToken cancel,
        TimeSpan? longest = null
    )
    {
        cancel.ThrowIfCancellationRequested();
        if (IsOff)
        {
            return null;
        }
        var windows = limits.Select(limit => WindowOf(scope, limit)).ToArray();
        var now = clock.GetTimestamp();
        var latest = longest is { } most ? now + Ticks(most) : long.MaxValue;
        var (start, isTaken) = TakePlace(windows, now, latest);
        if (start <= now)
        {
            return null;
        }

        var wait = clock.GetElapsedTime(now, start);
        if (!isTaken)
        {
            return wait;
        }
        waiting?.Invoke(windows.MaxBy(window => window.Limit.Window)!.Limit, wait);
        try
        {
            await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException)
        {
            GiveBack(windows, start);
            throw;
        }
    }

    /// <summary>The service said "too many": nobody goes again before <paramref name="pause"/> has passed, or a window when none is given.</summary>
    public void Drain(string scope, IReadOnlyList<RateLimit> limits, TimeSpan? pause)
    {
        var now = clock.GetTimestamp();
        lock (_gate)
        {
            foreach (var limit in limits)
            {
                var wait = pause ?? limit.Window;
                WindowOf(scope, limit).Block(now + Ticks(wait < LongestPause ? wait : LongestPause));
            }
        }
    }

    private SlidingWindow WindowOf(string scope, RateLimit limit) =>
        _windows.GetOrAdd((scope, limit.Name), _ => new SlidingWindow(limit, Ticks(limit.Window)));

    private (long Start, bool IsTaken) TakePlace(SlidingWindow[] windows, long now, long latest)
    {
        lock (_gate)
        {
            var start = windows.Aggregate(now, (last, window) => Math.Max(last, window.Earliest(now)));
            if (start > latest)
            {
                return (start, false);
            }
            foreach (var window in windows)
            {
                window.Take(start);
            }
            return (start, true);
        }
    }

    private void GiveBack(SlidingWindow[] windows, long start)
    {
        lock (_gate)
        {
            foreach (var window in windows)
            {
                window.GiveBack(start);
            }
        }
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * clock.TimestampFrequency);

    /// <summary>The places taken in one limit, as clock timestamps in order; those still to come are promises.</summary>
    private sealed class SlidingWindow(RateLimit limit, long window)
    {
        // Requests a window apart can arrive closer together than they left.
        private readonly long _spacing = window + (window / 20);
        private readonly List<long> _taken = [];
        private long _blockedUntil = long.MinValue;

        public RateLimit Limit => limit;

        public long Earliest(long now)
        {
            _taken.RemoveRange(
                0,
                _taken.FindIndex(at => at + _spacing > now) is var first and >= 0 ? first : _taken.Count
            );
            var earliest = Math.Max(now, _blockedUntil);
            if (_taken.Count >= limit.Permits)
            {
                earliest = Math.Max(earliest, _taken[^limit.Permits] + _spacing);
            }
            return _taken.Count > 0 ? Math.Max(earliest, _taken[^1]) : earliest;
        }

        public void Take(long start) => _taken.Add(start);

        // A place whose window has passed by the time that the stop is noticed is no longer kept.
        public void GiveBack(long start) => _taken.Remove(start);

        public void Block(long until) => _blockedUntil = Math.Max(_blockedUntil, until);
    }
}
