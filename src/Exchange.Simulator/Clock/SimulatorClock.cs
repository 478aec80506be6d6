namespace Exchange.Simulator;

/// <summary>The venues' clock: its source's time plus an offset that can be moved, or a frozen instant.</summary>
public sealed class SimulatorClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly TimeProvider _source;
    private TimeSpan _offset;
    private DateTimeOffset? _frozenAt;

    internal SimulatorClock(TimeProvider source, DateTimeOffset? start, bool frozen)
    {
        _source = source;
        _offset = start is { } instant ? instant - source.GetUtcNow() : TimeSpan.Zero;
        _frozenAt = frozen ? start ?? source.GetUtcNow() : null;
    }

    /// <summary>Whether the clock moves only by <see cref="Advance"/>.</summary>
    public bool IsFrozen
    {
        get
        {
            lock (_gate)
            {
                return _frozenAt is not null;
            }
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => _source.TimestampFrequency;

    /// <summary>The time without offset: where a client that never moved its own clock is.</summary>
    internal DateTimeOffset SourceNow => _source.GetUtcNow();

    internal long NowMs => GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _frozenAt ?? _source.GetUtcNow() + _offset;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => _source.GetTimestamp();

    /// <summary>Timers run on the source: moving the venues' clock does not fire them.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _source.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the time on, also when frozen.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative: a venue's time never goes back.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_gate)
        {
            _offset += by;
            _frozenAt += by;
        }
    }

    /// <summary>Stops the time where it is.</summary>
    public void Freeze()
    {
        lock (_gate)
        {
            _frozenAt ??= _source.GetUtcNow() + _offset;
        }
    }

    /// <summary>Lets the time run again from where it was frozen.</summary>
    public void Resume()
    {
        lock (_gate)
        {
            if (_frozenAt is not { } instant)
            {
                return;
            }
            _offset = instant - _source.GetUtcNow();
            _frozenAt = null;
        }
    }
}
