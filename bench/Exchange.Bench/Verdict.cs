namespace Exchange.Bench;

/// <summary>A requirement beside what was measured.</summary>
/// <param name="Word">reached, missed, stated, or NOT MEASURED.</param>
/// <param name="Line">A line of the table.</param>
internal sealed record Verdict(string Word, string Line)
{
    public const string Reached = "reached";
    public const string Missed = "missed";
    public const string NotMeasured = "NOT MEASURED";

    private const string Stated = "stated";

    /// <summary>Judges by medians.</summary>
    public static Verdict Of(Requirement wanted, IReadOnlyCollection<Measurement> figures)
    {
        var row = figures.Where(one => one.Row == wanted.Row).ToList();
        var ours = row.Find(one => one.Who == wanted.Who);
        var theirs = wanted.Peer is { } name
            ? row.Find(one => one.Who.Contains(name, StringComparison.Ordinal) && !IsLimit(one))
            : null;
        var word =
            ours is null || (wanted.Times is not null && theirs is null) ? NotMeasured
            : wanted.Times is { } times ? Judge(Ratio(ours, theirs!) >= times)
            : wanted.AtMost is { } most ? Judge(ours.Median <= most)
            : Stated;
        string?[] cells =
        [
            wanted.Row,
            Figure(ours),
            theirs?.Who,
            Figure(theirs),
            ours is null || theirs is null ? null : Report.Number(Ratio(ours, theirs)),
            wanted.Times is { } x ? $"{x} times"
            : wanted.AtMost is { } y ? $"at most {y}"
            : null,
            word,
            string.Join("; ", row.Where(IsLimit).Select(one => $"{one.Who[Measurement.Limit.Length..]} {Figure(one)}")),
        ];
        return new(word, $"| {string.Join(" | ", cells)} |");
    }

    private static string Judge(bool isReached) => isReached ? Reached : Missed;

    private static bool IsLimit(Measurement one) => one.Who.StartsWith(Measurement.Limit, StringComparison.Ordinal);

    private static double Ratio(Measurement ours, Measurement theirs) =>
        ours.IsRate ? ours.Median / theirs.Median : theirs.Median / ours.Median;

    private static string? Figure(Measurement? one) => one is null ? null : $"{Report.Number(one.Median)} {one.Unit}";
}
