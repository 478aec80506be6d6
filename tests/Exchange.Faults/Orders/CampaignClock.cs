using Exchange.Testing;

namespace Exchange.Faults.Orders;

/// <summary>
/// The time of a campaign, by which the simulator runs and its users too: the system's, and ahead of it by whatever was leapt over while
/// everybody waited for quiet. So no clock is wrong but by a fault.
/// </summary>
internal sealed class CampaignClock : TimeProvider
{
    private long _ahead;
    private ManualClock? _leaping;

    /// <summary>How far it is ahead of the system's.</summary>
    public TimeSpan Ahead => new(Interlocked.Read(ref _ahead));

    public override DateTimeOffset GetUtcNow() =>
        Volatile.Read(ref _leaping)?.GetUtcNow() ?? System.GetUtcNow() + Ahead;

    /// <summary>Runs something by a clock that leaps from wait to wait, and goes on from where that ends.</summary>
    /// <param name="quiet">How much time passes before.</param>
    /// <param name="run">What is run by the clock that it is given.</param>
    public async Task LeapAsync(TimeSpan quiet, Func<ManualClock, Task> run)
    {
        var leaping = new ManualClock(GetUtcNow() + quiet);
        Volatile.Write(ref _leaping, leaping);
        try
        {
            await run(leaping);
        }
        finally
        {
            Interlocked.Exchange(ref _ahead, Math.Max(_ahead, (leaping.GetUtcNow() - System.GetUtcNow()).Ticks));
            Volatile.Write(ref _leaping, null);
        }
    }
}

/// <summary>A user's clock: as far ahead as the campaign's, with waits of a tenth, so that back-offs do not fill the run.</summary>
internal sealed class HastyClock(TimeSpan ahead) : TimeProvider
{
    private const int Haste = 10;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Haste : dueTime, period);
}
