namespace Exchange.Streams;

/// <summary>Notices that a connection has gone quiet: cancels <see cref="Silent"/> when nothing was heard for too long.</summary>
/// <remarks>Silence only counts while somebody listens: a reader that is busy does not hear.</remarks>
internal sealed class SilenceWatch : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan _limit;
    private readonly ITimer _timer;

    // Never disposed: it holds nothing, and the timer may fire while the connection is being closed.
    private readonly CancellationTokenSource _silent = new();
    private long _heard;
    private volatile bool _isListening;

    public SilenceWatch(TimeProvider clock, TimeSpan limit)
    {
        _clock = clock;
        _limit = limit;
        _heard = clock.GetTimestamp();
        _timer = clock.CreateTimer(_ => Look(), null, limit, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled once the silence has lasted too long.</summary>
    public CancellationToken Silent => _silent.Token;

    /// <summary>Bytes came.</summary>
    public void Heard() => Interlocked.Exchange(ref _heard, _clock.GetTimestamp());

    /// <summary>From now on silence counts.</summary>
    public void Listen()
    {
        Heard();
        _isListening = true;
    }

    /// <summary>From now on it does not.</summary>
    public void Rest() => _isListening = false;

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Look()
    {
        var left = _limit - _clock.GetElapsedTime(Interlocked.Read(ref _heard));
        if (_isListening && left <= TimeSpan.Zero)
        {
            _silent.Cancel();
            return;
        }
        _timer.Change(left > TimeSpan.Zero ? left : _limit, Timeout.InfiniteTimeSpan);
    }
}
