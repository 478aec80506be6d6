namespace Exchange.Testing;

/// <summary>
/// A machine's clock that is set while programs run: the time that it tells jumps, while what counts and wakes goes on as before.
/// </summary>
internal sealed class SteppedClock(ManualClock truth) : TimeProvider
{
    private readonly object _gate = new();
    private TimeSpan _offset;
    private int _readings;
    private int _stepAt;
    private TimeSpan _stepBy;

    /// <summary>The longest that anybody has asked to wait.</summary>
    public TimeSpan LongestWait { get; private set; }

    /// <summary>How often somebody has asked to wait for less than nothing.</summary>
    public int NegativeWaits { get; private set; }

    public override long TimestampFrequency => truth.TimestampFrequency;

    /// <summary>Sets the clock.</summary>
    public void Step(TimeSpan by)
    {
        lock (_gate)
        {
            _offset += by;
        }
    }

    /// <summary>Sets the clock back to the true time.</summary>
    public void Correct()
    {
        lock (_gate)
        {
            _offset = TimeSpan.Zero;
            _stepAt = 0;
        }
    }

    /// <summary>Sets the clock between two readings: before the so many-th from now, from 1.</summary>
    public void StepAtReading(int reading, TimeSpan by)
    {
        lock (_gate)
        {
            (_readings, _stepAt, _stepBy) = (0, reading, by);
        }
    }

    /// <summary>Sets it now, when so many readings did not come.</summary>
    public void StepAtLast()
    {
        lock (_gate)
        {
            if (_readings < _stepAt)
            {
                _offset += _stepBy;
            }
            _stepAt = 0;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            if (++_readings == _stepAt)
            {
                _offset += _stepBy;
            }
            return truth.GetUtcNow() + _offset;
        }
    }

    public override long GetTimestamp() => truth.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            NegativeWaits += dueTime < TimeSpan.Zero && dueTime != Timeout.InfiniteTimeSpan ? 1 : 0;
            LongestWait = dueTime > LongestWait ? dueTime : LongestWait;
        }
        return truth.CreateTimer(callback, state, dueTime, period);
    }
}
