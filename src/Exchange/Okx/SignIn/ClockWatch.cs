namespace Exchange.Okx.SignIn;

/// <summary>Notices that the machine's clock was set, by what has been counted meanwhile.</summary>
internal sealed class ClockWatch(TimeProvider clock)
{
    private static readonly TimeSpan Tolerable = TimeSpan.FromSeconds(10);

    private DateTimeOffset _told = clock.GetUtcNow();
    private long _counted = clock.GetTimestamp();

    /// <summary>By how much the clock was set since the last look; null when it was not. A machine that slept looks like one that was
    /// set forward.</summary>
    public TimeSpan? Step()
    {
        var (told, counted) = (clock.GetUtcNow(), clock.GetTimestamp());
        var step = told - _told - clock.GetElapsedTime(_counted, counted);
        (_told, _counted) = (told, counted);
        return step.Duration() > Tolerable ? step : null;
    }
}
