namespace Exchange.PowerShell;

/// <summary>
/// Tells a person that a cmdlet still works: for the first time when it has lasted two seconds, then every second. Waits for limits,
/// repeats and a slow service look alike from outside; a count that grows tells them from a standstill.
/// </summary>
internal sealed class Heartbeat(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly long _started = clock.GetTimestamp();
    private TimeSpan _next = Patience;
    private int _events;

    /// <summary>Something happened on the way: a request was answered, repeated, or waits.</summary>
    public void Count() => Interlocked.Increment(ref _events);

    /// <summary>What there is to say: a wait for a lock or a person makes no requests, but its seconds grow.</summary>
    public string Text => $"{Requests}{clock.GetElapsedTime(_started).TotalSeconds:0} s so far; Ctrl+C stops";

    private string Requests =>
        _events switch
        {
            0 => "",
            1 => "1 request, ",
            var several => $"{several} requests, ",
        };

    /// <summary>Beats until the result is disposed; the beats of one cmdlet keep their distance, however many inputs it has.</summary>
    public IDisposable Start(Action beat)
    {
        var left = _next - clock.GetElapsedTime(_started);
        return clock.CreateTimer(
            _ =>
            {
                _next = clock.GetElapsedTime(_started) + Interval;
                beat();
            },
            null,
            left > TimeSpan.Zero ? left : TimeSpan.Zero,
            Interval
        );
    }
}
