namespace Exchange.Bench.Sections;

/// <summary>What a growing amount of work makes of the cost of its unit, as one number.</summary>
internal static class Growth
{
    /// <summary>The dearest over the cheapest: 1 when the whole cost is exactly linear.</summary>
    public static Measurement Spread(string row, IEnumerable<Measurement> figures, string unit)
    {
        var costs = Costs(figures, unit);
        return Measurement.Single(row, costs.Max() / costs.Min(), "times");
    }

    /// <summary>The dearest over the first: 1 when no later one costs more.</summary>
    public static Measurement OverFirst(string row, IEnumerable<Measurement> figures, string unit)
    {
        var costs = Costs(figures, unit);
        return Measurement.Single(row, costs.Max() / costs[0], "times");
    }

    private static List<double> Costs(IEnumerable<Measurement> figures, string unit) =>
        [.. figures.Where(one => one.Unit == unit).Select(one => one.Median)];
}
