namespace Exchange.Charts;

/// <summary>A distance between labels of a time axis, counted from where a person would: midnight, Monday, January.</summary>
internal readonly record struct TimeStep
{
    private enum Unit
    {
        Minute,
        Day,
        Month,
    }

    private readonly Unit _unit;
    private readonly int _count;

    private TimeStep(Unit unit, int count)
    {
        _unit = unit;
        _count = count;
    }

    /// <summary>Minutes; they divide a day.</summary>
    public static TimeStep OfMinutes(int count) => new(Unit.Minute, count);

    /// <summary>Days; weeks begin on Monday.</summary>
    public static TimeStep OfDays(int count) => new(Unit.Day, count);

    /// <summary>Months.</summary>
    public static TimeStep OfMonths(int count) => new(Unit.Month, count);

    /// <summary>The number of the step that a time lies in.</summary>
    public long BucketOf(DateTime time) =>
        _unit switch
        {
            Unit.Minute => time.Ticks / TimeSpan.TicksPerMinute / _count,
            // Day 0 of the calendar is a Monday.
            Unit.Day => time.Ticks / TimeSpan.TicksPerDay / _count,
            _ => ((time.Year * 12) + time.Month - 1) / _count,
        };

    /// <summary>Whether a step begins at that very time.</summary>
    public bool BeginsAt(DateTime time) => time.Ticks == 0 || BucketOf(time) != BucketOf(time.AddTicks(-1));

    /// <summary>How a label is written: what it shares with the label before is left out.</summary>
    public string FormatAfter(DateTime? before, DateTime time) =>
        _unit switch
        {
            Unit.Minute when before?.Date == time.Date => "HH:mm",
            Unit.Minute => time.TimeOfDay == TimeSpan.Zero ? "MM-dd" : "MM-dd HH:mm",
            Unit.Day => before?.Year == time.Year ? "MM-dd" : "yyyy-MM-dd",
            _ => _count < 12 ? "yyyy-MM" : "yyyy",
        };
}
