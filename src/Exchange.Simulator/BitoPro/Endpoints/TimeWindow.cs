using Exchange.Simulator.Http;

namespace Exchange.Simulator.BitoPro.Endpoints;

/// <summary>The window of T9, T18, T19 and T20, Unix ms, both ends inclusive.</summary>
internal readonly record struct TimeWindow(long StartMs, long EndMs)
{
    /// <summary>90 days: the widest window, and for T9, T17 and T18 as far back as history goes.</summary>
    public const long SpanMs = 7_776_000_000;

    public bool Contains(long ms) => ms >= StartMs && ms <= EndMs;

    /// <summary>A wider window is narrowed from its end ("server adjusts").</summary>
    /// <exception cref="Refusal">400: start is not before end.</exception>
    public static TimeWindow Read(QueryValues query, long nowMs)
    {
        var end = query.Integer("endTimestamp") ?? nowMs;
        var start = query.Integer("startTimestamp") ?? end - SpanMs;
        return start < end ? new(Math.Max(start, end - SpanMs), end) : throw Refusal.WrongParameter("startTimestamp");
    }

    /// <summary>The window without what is older than 90 days.</summary>
    public TimeWindow OfRecent(long nowMs) => this with { StartMs = Math.Max(StartMs, nowMs - SpanMs) };
}
