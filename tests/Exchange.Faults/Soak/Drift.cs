using System.Globalization;

namespace Exchange.Faults.Soak;

/// <summary>Whether a figure grows: its slope over the samples after the warm-up, against what may be by chance.</summary>
/// <param name="What">Such as <c>handles</c>.</param>
/// <param name="Of">The figure of a sample, in the unit of the tolerance.</param>
/// <param name="Tolerance">By how much it may have grown from the end of the warm-up to the end.</param>
internal sealed record Drift(string What, Func<ProcessSample, double> Of, double Tolerance)
{
    private const double WarmUp = 0.2;
    private const double Megabyte = 1024 * 1024;

    /// <summary>What must stay flat. A pool of connections and of threads breathes, and the runtime keeps some memory for itself.</summary>
    public static IReadOnlyList<Drift> All { get; } =
    [
        new("handles", sample => sample.Handles, 12),
        new("threads", sample => sample.Threads, 8),
        new("managed MiB", sample => sample.Managed / Megabyte, 3),
        new("working set MiB", sample => sample.WorkingSet / Megabyte, 40),
    ];

    /// <summary>One row: wrong when the line through the samples rises by more than the tolerance.</summary>
    public Outcome Judge(IReadOnlyList<ProcessSample> samples)
    {
        var measured = samples.Where(sample => sample.At >= samples[^1].At * WarmUp).ToList();
        var span = (measured[^1].At - measured[0].At).TotalSeconds;
        var growth = Slope(measured) * span;
        return new(
            $"{What}: flat",
            measured.Count,
            growth > Tolerance ? 1 : 0,
            string.Create(
                CultureInfo.InvariantCulture,
                $"first {Of(samples[0]):0.0}, after warm-up {Of(measured[0]):0.0}, last {Of(measured[^1]):0.0}; grew by {growth:0.0} in {span:0} s, may by {Tolerance:0.0}"
            )
        );
    }

    // The median of the slopes between any two samples: one odd sample does not turn it.
    private double Slope(List<ProcessSample> samples)
    {
        var slopes = new List<double>();
        for (var i = 0; i < samples.Count; i++)
        {
            for (var j = i + 1; j < samples.Count; j++)
            {
                slopes.Add((Of(samples[j]) - Of(samples[i])) / (samples[j].At - samples[i].At).TotalSeconds);
            }
        }
        slopes.Sort();
        return slopes.Count == 0 ? 0 : slopes[slopes.Count / 2];
    }
}
