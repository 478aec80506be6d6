namespace Exchange.Codex.Locks;

/// <summary>How long and how often a lock is asked for (codex-auth.md section 10): ten retries, each wait twice as long, up to 10 s.</summary>
internal sealed record LockPatience(TimeSpan Limit)
{
    public const int Retries = 10;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The contract's cap over all waits.</summary>
    public static LockPatience Usual { get; } = new(TimeSpan.FromSeconds(45));

    /// <summary>Asks once.</summary>
    public static LockPatience None { get; } = new(TimeSpan.Zero);

    /// <summary>The wait after a failed try, counted from 0, without chance.</summary>
    public static TimeSpan Base(int retry) =>
        TimeSpan.FromMilliseconds(Math.Min(Longest.TotalMilliseconds, 100L << Math.Min(retry, 20)));

    /// <summary>The wait with chance (0 to 1): once to twice the base, and not over 10 s.</summary>
    public static TimeSpan Wait(int retry, decimal chance)
    {
        var ticks = (long)(Base(retry).Ticks * (1 + chance));
        return ticks < Longest.Ticks ? TimeSpan.FromTicks(ticks) : Longest;
    }
}
