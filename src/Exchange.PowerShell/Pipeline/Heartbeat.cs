namespace Exchange.PowerShell;

/// <summary>
/// Tells a person that a cmdlet still works: for the first time when it has lasted two seconds, then every second. Waits for limits,
/// repeats and a slow service look alike from outside; a count that grows tells them from a standstill. The time that a person takes
/// for an answer is not counted, and nothing is said meanwhile.
/// </summary>
internal sealed class Heartbeat(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly long _started = clock.GetTimestamp();
    private TimeSpan _next = Patience;
    private int _events;
    private long _asked;
    private volatile bool _isAsking;

    /// <summary>Something happened on the way: a request was answered, repeated, or waits.</summary>
    public void Count() => Interlocked.Increment(ref _events);

    /// <summary>What there is to say: a wait for a lock or a person makes no requests, but its seconds grow.</summary>
    public string Text => $"{Requests}{Worked.TotalSeconds:0} s so far; Ctrl+C stops";

    private TimeSpan Worked => clock.GetElapsedTime(_started) - TimeSpan.FromTicks(Interlocked.Read(ref _asked));

    private string Requests =>
        _events switch
        {
            0 => "",
            1 => "1 request, ",
            var several => $"{several} requests, ",
        };

    /// <summary>Asks a person.</summary>
    public T Asking<T>(Func<T> ask)
    {
        var began = clock.GetTimestamp();
        _isAsking = true;
        try
        {
            return ask();
        }
        finally
        {
            Interlocked.Add(ref _asked, clock.GetElapsedTime(began).Ticks);
            _isAsking = false;
        }
    }

    /// <summary>Beats until the result is disposed; the beats of one cmdlet keep their distance, however many inputs it has.</summary>
    public IDisposable Start(Action beat)
    {
        var left = _next - Worked;
        return clock.CreateTimer(
            _ =>
            {
                if (!_isAsking && Worked >= _next)
                {
                    _next = Worked + Interval;
                    beat();
                }
            },
            null,
            left > TimeSpan.Zero ? left : TimeSpan.Zero,
            Interval
        );
    }
}
