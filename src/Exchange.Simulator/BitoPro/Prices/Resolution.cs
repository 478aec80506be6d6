namespace Exchange.Simulator.BitoPro.Prices;

/// <summary>The spans of T4, case-sensitive: <c>1m</c> is a minute, <c>1M</c> a month. Weeks start on Monday, all in UTC.</summary>
internal sealed record Resolution(string Name, long SpanMs)
{
    private const long MinuteMs = 60_000;
    private const long HourMs = 60 * MinuteMs;
    private const long DayMs = 24 * HourMs;

    /// <summary>1970-01-05, the first Monday of Unix time.</summary>
    private const long FirstMondayMs = 4 * DayMs;

    private static readonly Dictionary<string, Resolution> All = new Resolution[]
    {
        new("1m", MinuteMs),
        new("5m", 5 * MinuteMs),
        new("15m", 15 * MinuteMs),
        new("30m", 30 * MinuteMs),
        new("1h", HourMs),
        new("3h", 3 * HourMs),
        new("4h", 4 * HourMs),
        new("6h", 6 * HourMs),
        new("12h", 12 * HourMs),
        new("1d", DayMs),
        new("1w", 7 * DayMs),
        new("1M", 0),
    }.ToDictionary(resolution => resolution.Name, StringComparer.Ordinal);

    /// <summary>1m and 5m exist for the last 365 days only.</summary>
    public bool IsShortLived => Name is "1m" or "5m";

    public static Resolution? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The start of the span that holds an instant.</summary>
    public long StartOf(long ms)
    {
        if (SpanMs == 0)
        {
            var date = DateTimeOffset.FromUnixTimeMilliseconds(ms);
            return new DateTimeOffset(date.Year, date.Month, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        }
        var origin = SpanMs == 7 * DayMs ? FirstMondayMs : 0;
        return ms - ((ms - origin) % SpanMs + SpanMs) % SpanMs;
    }

    /// <summary>The start of the span after the one that starts at <paramref name="startMs"/>.</summary>
    public long Next(long startMs) =>
        SpanMs == 0
            ? DateTimeOffset.FromUnixTimeMilliseconds(startMs).AddMonths(1).ToUnixTimeMilliseconds()
            : startMs + SpanMs;
}
