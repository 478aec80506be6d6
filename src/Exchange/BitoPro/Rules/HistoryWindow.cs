using System.Globalization;

namespace Exchange.BitoPro;

/// <summary>The time window of T9, T18, T19 and T20: at most 90 days, in milliseconds (bitopro.md section 4).</summary>
internal readonly record struct HistoryWindow(DateTimeOffset? Start, DateTimeOffset? End)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>The window to send: none, or both bounds; a missing one is 90 days from the other, not later than now.</summary>
    public static HistoryWindow For(DateTimeOffset? start, DateTimeOffset? end, DateTimeOffset now)
    {
        if (start is null && end is null)
        {
            return default;
        }
        var from = start ?? Moved(end!.Value, -Longest);
        var to = end ?? Earlier(Moved(from, Longest), now);
        if (ToMilliseconds(from) >= ToMilliseconds(to))
        {
            throw Invalid("the start is not before the end");
        }
        if (ToMilliseconds(to) - ToMilliseconds(from) > (long)Longest.TotalMilliseconds)
        {
            throw Invalid("it is longer than 90 days");
        }
        return new HistoryWindow(from, to);
    }

    /// <summary>True when the service no longer keeps what the window asks for first.</summary>
    public bool ReachesPastKept(DateTimeOffset now) => Start < now - Longest;

    public void AddTo(List<KeyValuePair<string, string>> query)
    {
        if (Start is { } start && End is { } end)
        {
            query.Add(new("startTimestamp", ToMilliseconds(start).ToString(CultureInfo.InvariantCulture)));
            query.Add(new("endTimestamp", ToMilliseconds(end).ToString(CultureInfo.InvariantCulture)));
        }
    }

    private static long ToMilliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    // No further than the calendar goes.
    private static DateTimeOffset Moved(DateTimeOffset time, TimeSpan by) =>
        new(
            Math.Clamp(time.UtcTicks + by.Ticks, DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks),
            TimeSpan.Zero
        );

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static ExchangeException Invalid(string why) =>
        BitoProError.Input(
            "TimeWindow",
            $"The time window cannot be asked for: {why}.",
            "Ask for at most 90 days at a time, start before end."
        );
}
