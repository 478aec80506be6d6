namespace Exchange.Bench;

/// <summary>One figure of one program: a median with its spread, and what was allocated for it.</summary>
/// <param name="Row">The row of the table that it belongs to.</param>
/// <param name="Who">The program: <c>Exchange</c>, or a peer with its version.</param>
/// <param name="Median">In <paramref name="Unit"/>.</param>
/// <param name="Low">The fastest run, or the lower bound.</param>
/// <param name="High">The slowest run, or the upper bound.</param>
/// <param name="Unit">Such as <c>us</c>, <c>ms</c>, <c>requests/s</c>.</param>
/// <param name="AllocatedBytes">For each operation; null where it cannot be known.</param>
internal sealed record Measurement(
    string Row,
    string Who,
    double Median,
    double Low,
    double High,
    string Unit,
    double? AllocatedBytes = null
)
{
    /// <summary>Our own name.</summary>
    public const string Own = "Exchange";

    /// <summary>How the name of a figure begins that no program can get below.</summary>
    public const string Limit = "limit: ";

    /// <summary>True when more is better.</summary>
    public bool IsRate => Unit.EndsWith("/s", StringComparison.Ordinal);

    /// <summary>A single figure of ours.</summary>
    public static Measurement Single(string row, double value, string unit, double? allocatedBytes = null) =>
        new(row, Own, value, value, value, unit, allocatedBytes);

    /// <summary>From single runs.</summary>
    public static Measurement Of(string row, string who, IReadOnlyCollection<double> runs, string unit)
    {
        var sorted = runs.Order().ToList();
        var middle = sorted.Count / 2;
        var median = sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new(row, who, median, sorted[0], sorted[^1], unit);
    }
}
