namespace Exchange.Desk;

/// <summary>
/// How long ago an attempt was made, by two clocks: the one that tells the time, which is set now and then, and the one that counts
/// since the machine was started.
/// </summary>
internal sealed class AttemptAge
{
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(60);

    // Further off than this no service takes a request.
    private static readonly TimeSpan MostDoubt = TimeSpan.FromDays(1);

    private readonly Attempt _attempt;
    private readonly TimeProvider _clock;
    private readonly long _began;

    /// <param name="attempt">The attempt.</param>
    /// <param name="clock">Both clocks.</param>
    public AttemptAge(Attempt attempt, TimeProvider clock)
    {
        (_attempt, _clock) = (attempt, clock);
        _began = clock.GetTimestamp();
    }

    /// <summary>Milliseconds since the machine was started.</summary>
    public static long SinceStartMs(TimeProvider clock) => (long)clock.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>So much time has passed at least, whatever was done to the clock: the lesser of both, and what has passed while we looked.</summary>
    public TimeSpan AtLeast
    {
        get
        {
            var told = Told;
            var least = Counted is { } counted && counted < told ? counted : told;
            var watched = _clock.GetElapsedTime(_began);
            return least > watched ? least : watched;
        }
    }

    /// <summary>
    /// The attempt with what its time may be off by: earlier where the clock was set back since, later where it was set forward. The latter
    /// cannot be told from a machine that slept.
    /// </summary>
    public Attempt WithDoubt()
    {
        var told = Told;
        var off = told - (Counted ?? (told < TimeSpan.Zero ? TimeSpan.Zero : told));
        return _attempt with { MayBeEarlierBy = Doubt(-off), MayBeLaterBy = Doubt(off) };
    }

    private TimeSpan Told => _clock.GetUtcNow() - _attempt.StartedAt;

    // After a restart the machine has been up for a shorter time than has passed: what is counted is never more than that.
    private TimeSpan? Counted
    {
        get
        {
            if (_attempt.SinceStartMs is not { } then)
            {
                return null;
            }
            var now = SinceStartMs(_clock);
            return TimeSpan.FromMilliseconds(now >= then ? now - then : now);
        }
    }

    private static TimeSpan Doubt(TimeSpan off) =>
        off <= Tolerable ? TimeSpan.Zero
        : off < MostDoubt ? off
        : MostDoubt;
}
