using System.Globalization;

namespace Exchange.Charts;

/// <summary>The label of a candle on the time axis.</summary>
/// <param name="Index">Which candle.</param>
/// <param name="Label">Its time; the date only where it is new.</param>
internal readonly record struct TimeTick(int Index, string Label);

/// <summary>The round times of an axis: the finest of whole minutes, hours, days, months and years whose labels fit.</summary>
internal static class TimeTicks
{
    private static readonly TimeStep[] Steps =
    [
        TimeStep.OfMinutes(1),
        TimeStep.OfMinutes(5),
        TimeStep.OfMinutes(15),
        TimeStep.OfMinutes(30),
        TimeStep.OfMinutes(60),
        TimeStep.OfMinutes(120),
        TimeStep.OfMinutes(180),
        TimeStep.OfMinutes(240),
        TimeStep.OfMinutes(360),
        TimeStep.OfMinutes(720),
        TimeStep.OfDays(1),
        TimeStep.OfDays(2),
        TimeStep.OfDays(7),
        TimeStep.OfDays(14),
        TimeStep.OfMonths(1),
        TimeStep.OfMonths(3),
        TimeStep.OfMonths(6),
        TimeStep.OfMonths(12),
        TimeStep.OfMonths(24),
        TimeStep.OfMonths(60),
        TimeStep.OfMonths(120),
        TimeStep.OfMonths(240),
    ];

    /// <summary>The ticks; the first candle alone when no step fits.</summary>
    /// <param name="times">Local times, ascending.</param>
    /// <param name="fits">Whether these labels have room beside each other.</param>
    public static IReadOnlyList<TimeTick> For(IReadOnlyList<DateTime> times, Func<IReadOnlyList<TimeTick>, bool> fits)
    {
        foreach (var step in Steps)
        {
            var ticks = TicksOf(step, times);
            if (ticks.Count > 1 && fits(ticks))
            {
                return ticks;
            }
            // The first label is longer, for it holds the date; that alone is no reason for a coarser step.
            if (ticks is [var longer, var next, _, _, ..] && longer.Label.Length > next.Label.Length)
            {
                ticks.RemoveAt(1);
                if (fits(ticks))
                {
                    return ticks;
                }
            }
        }
        TimeTick first = new(0, Text(times[0], "yyyy-MM-dd HH:mm"));
        TimeTick last = new(times.Count - 1, Text(times[^1], "yyyy-MM-dd HH:mm"));
        IReadOnlyList<TimeTick>[] choices =
        [
            [first, last],
            [first],
            [first with { Label = first.Label[..10] }],
        ];
        return Array.Find(choices, ticks => (ticks.Count == 1 || times.Count > 1) && fits(ticks)) ?? [];
    }

    private static List<TimeTick> TicksOf(TimeStep step, IReadOnlyList<DateTime> times)
    {
        var ticks = new List<TimeTick>();
        DateTime? before = null;
        for (var i = 0; i < times.Count; i++)
        {
            var isNew = i == 0 ? step.BeginsAt(times[0]) : step.BucketOf(times[i]) != step.BucketOf(times[i - 1]);
            if (isNew)
            {
                ticks.Add(new TimeTick(i, Text(times[i], step.FormatAfter(before, times[i]))));
                before = times[i];
            }
        }
        return ticks;
    }

    private static string Text(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
