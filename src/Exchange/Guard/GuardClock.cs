namespace Exchange.Guard;

/// <summary>
/// The time that the guard goes by: the machine's, but for as long as the process lives never an earlier one. A clock that is set back
/// brings no session that has expired to life again.
/// </summary>
public sealed class GuardClock(TimeProvider clock)
{
    private static readonly TimeSpan Tolerable = TimeSpan.FromMinutes(1);

    private readonly object _gate = new();
    private DateTimeOffset _latest = clock.GetUtcNow();
    private long _counted = clock.GetTimestamp();

    /// <summary>The time.</summary>
    /// <param name="warn">Hears that it is another one than the clock's, and what to do about it.</param>
    public DateTimeOffset Now(Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(warn);
        TimeSpan behind;
        DateTimeOffset later;
        lock (_gate)
        {
            var (told, counted) = (clock.GetUtcNow(), clock.GetTimestamp());
            later = _latest + clock.GetElapsedTime(_counted, counted);
            behind = later - told;
            if (behind <= Tolerable)
            {
                (_latest, _counted) = (told, counted);
                return told;
            }
        }
        warn(
            FormattableString.Invariant(
                $"This machine's clock was set back by {behind.TotalSeconds:0} s; the guard goes by the later time, {Instants.Format(later)}. When the clock is right, begin a new shell."
            )
        );
        return later;
    }
}
