namespace Exchange.Http;

/// <summary>At most <paramref name="Permits"/> requests in any span of <paramref name="Window"/>. Data, declared beside the endpoints.</summary>
public sealed record RateLimit(string Name, int Permits, TimeSpan Window)
{
    /// <summary>So many a minute.</summary>
    public static RateLimit PerMinute(string name, int permits) => new(name, permits, TimeSpan.FromMinutes(1));

    /// <summary>So many a second.</summary>
    public static RateLimit PerSecond(string name, int permits) => new(name, permits, TimeSpan.FromSeconds(1));
}
