namespace Exchange.Testing;

/// <summary>A clock that moves only when told: time, timestamps and timers of <see cref="TimeProvider"/>.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    // Where the system's own timestamps begin, so that what another process has counted can be told from here.
    private static readonly DateTimeOffset Origin = DateTimeOffset.UtcNow - System.GetElapsedTime(0);

    private readonly object _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    public ManualClock()
        : this(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000)) { }

    /// <summary>How many timers wait: a test can see that somebody sleeps before it moves the clock.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count(timer => timer.Due is not null);
            }
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => (GetUtcNow() - Origin).Ticks;

    /// <summary>Moves the time on, firing every timer that falls due on the way, in the order of its due time.</summary>
    public void Advance(TimeSpan by)
    {
        var target = GetUtcNow() + by;
        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }
        lock (_gate)
        {
            _now = target > _now ? target : _now;
        }
    }

    /// <summary>Moves the time on until <paramref name="task"/> is done, a step whenever somebody waits for it.</summary>
    public async Task AdvanceUntilDone(Task task, TimeSpan step)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (!task.IsCompleted && DateTime.UtcNow < giveUp)
        {
            if (Waiting > 0)
            {
                Advance(step);
            }
            await Task.WhenAny(task, Task.Delay(1));
        }
        await task.WaitAsync(TimeSpan.FromSeconds(1));
    }

    /// <summary>Moves the time on until <paramref name="task"/> is done, from timer to timer and never further.</summary>
    public async Task LeapUntilDone(Task task)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (!task.IsCompleted && DateTime.UtcNow < giveUp)
        {
            NextDue(DateTimeOffset.MaxValue)?.Fire();
            await Task.WhenAny(task, Task.Delay(1));
        }
        await task.WaitAsync(TimeSpan.FromSeconds(1));
    }

    /// <summary>
    /// Moves the time on to the next timer, if it is due within this span: a limit's pause, not the time limit of a request under way.
    /// </summary>
    public void LeapWithin(TimeSpan span) => NextDue(GetUtcNow() + span)?.Fire();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        lock (_gate)
        {
            _timers.Add(timer);
        }
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? NextDue(DateTimeOffset until)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (next?.Due is { } due && due > _now)
            {
                _now = due;
            }
            next?.Rearm();
            return next;
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public void Fire() => callback(state);

        public void Rearm() => Due = _period > TimeSpan.Zero ? Due + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock._now + dueTime;
                return true;
            }
        }

        public void Dispose()
        {
            lock (clock._gate)
            {
                Due = null;
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
