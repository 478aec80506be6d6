namespace Exchange.Faults.Servers;

/// <summary>A clock that runs so many times faster than the world's, so that a time limit of half a minute is tried in a second or two.</summary>
internal sealed class QuickClock(int factor) : TimeProvider
{
    private readonly DateTimeOffset _began = DateTimeOffset.UtcNow;
    private readonly long _start = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _began + (factor * System.GetElapsedTime(_start));

    public override long GetTimestamp() => _start + (factor * (System.GetTimestamp() - _start));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new QuickTimer(System.CreateTimer(callback, state, Scaled(dueTime), Scaled(period)), this);

    private TimeSpan Scaled(TimeSpan span) => span == Timeout.InfiniteTimeSpan ? span : span / factor;

    private sealed class QuickTimer(ITimer timer, QuickClock clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(clock.Scaled(dueTime), clock.Scaled(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
