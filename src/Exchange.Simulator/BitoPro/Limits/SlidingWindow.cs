namespace Exchange.Simulator.BitoPro.Limits;

/// <summary>The times of the last requests that passed: exact, constant time, one slot per allowed request.</summary>
internal sealed class SlidingWindow(RateLimit limit)
{
    private readonly long[] _passed = CreateEmpty(limit.Count);
    private int _oldest;

    /// <summary>Lets a request pass unless the window is full. A refused request does not count.</summary>
    public bool TryPass(long nowMs)
    {
        if (_passed[_oldest] > nowMs - (long)limit.Window.TotalMilliseconds)
        {
            return false;
        }
        _passed[_oldest] = nowMs;
        _oldest = (_oldest + 1) % _passed.Length;
        return true;
    }

    private static long[] CreateEmpty(int count)
    {
        var times = new long[count];
        Array.Fill(times, long.MinValue);
        return times;
    }
}
