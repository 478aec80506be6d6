using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Limits;

/// <summary>One window per row and key; public rows share one window, as all of loopback is one address.</summary>
internal sealed class RateLimiter(bool isOn)
{
    private readonly object _gate = new();
    private readonly Dictionary<(string Row, string Key), SlidingWindow> _windows = [];

    /// <exception cref="Refusal">429. Without Retry-After, as the live service (bitopro.md 6.4).</exception>
    public void Pass(RateLimit limit, string key, long nowMs)
    {
        if (!isOn)
        {
            return;
        }
        lock (_gate)
        {
            if (!_windows.TryGetValue((limit.Name, key), out var window))
            {
                window = new(limit);
                _windows.Add((limit.Name, key), window);
            }
            if (!window.TryPass(nowMs))
            {
                throw new Refusal(429, "Too many requests");
            }
        }
    }
}
