namespace Exchange.Desk;

/// <summary>Something at the service that may be the effect of an attempt.</summary>
/// <param name="Reference">The service's id of it.</param>
/// <param name="CreatedAt">When the service made it.</param>
/// <param name="Fit">How well it fits what the attempt wanted.</param>
internal readonly record struct EffectCandidate(string Reference, DateTimeOffset? CreatedAt, EffectFit Fit);

/// <summary>How well what is at the service fits what an attempt wanted.</summary>
internal enum EffectFit
{
    /// <summary>It is something else.</summary>
    None,

    /// <summary>It may be it; a person must look.</summary>
    Possible,

    /// <summary>It is what was wanted.</summary>
    Exact,
}

/// <summary>
/// Which of the things at the service is the effect of an attempt: one that fits in every fact, was made around its intent,
/// and belongs to no other attempt.
/// </summary>
internal static class EffectSearch
{
    /// <summary>The effect was made in this span around the intent; a request lives 30 s, clocks differ a little.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan After = TimeSpan.FromSeconds(35);

    /// <summary>What fits but lies outside is not taken for the attempt's, nor is the attempt then called absent.</summary>
    private static readonly TimeSpan Doubtful = TimeSpan.FromMinutes(10);

    /// <summary>From when to when to ask the service.</summary>
    public static (DateTimeOffset Since, DateTimeOffset Until) SpanOf(Attempt attempt) =>
        (attempt.StartedAt - DoubtfulBefore(attempt), attempt.StartedAt + DoubtfulAfter(attempt));

    /// <summary>The one effect, none, or that it cannot be told.</summary>
    /// <param name="attempt">What is looked for.</param>
    /// <param name="candidates">What the service shows, each once.</param>
    /// <param name="claimed">References that other attempts own.</param>
    /// <param name="things">What the candidates are, for messages: <c>orders</c>.</param>
    /// <param name="absent">What to say when nothing fits.</param>
    public static AttemptFinding Judge(
        Attempt attempt,
        IEnumerable<EffectCandidate> candidates,
        IReadOnlySet<string> claimed,
        string things,
        string absent
    )
    {
        var fitting = candidates
            .Where(candidate => candidate.Fit != EffectFit.None && !claimed.Contains(candidate.Reference))
            .ToList();
        var certain = fitting
            .Where(candidate => candidate.Fit == EffectFit.Exact && IsWithin(candidate, attempt, Before, After))
            .Select(candidate => candidate.Reference)
            .ToList();
        if (certain.Count == 1)
        {
            return new AttemptFinding.Found(certain[0]);
        }
        if (certain.Count > 1)
        {
            return new AttemptFinding.Unclear($"{certain.Count} {things} fit it: {string.Join(", ", certain)}");
        }
        var doubtful = fitting
            .Where(candidate =>
                candidate.CreatedAt is null
                || IsWithin(candidate, attempt, DoubtfulBefore(attempt), DoubtfulAfter(attempt))
            )
            .Select(candidate => $"{candidate.Reference} of {candidate.CreatedAt?.ToString("O") ?? "an unknown time"}")
            .ToList();
        return doubtful.Count > 0
            ? new AttemptFinding.Unclear(
                $"it may be {string.Join(" or ", doubtful)}, which fits only in part{OffClock(attempt)}"
            )
            : new AttemptFinding.Absent(absent);
    }

    // Ten minutes, and what the machine's clock was set by since.
    private static TimeSpan DoubtfulBefore(Attempt attempt) => Doubtful + attempt.MayBeEarlierBy;

    private static TimeSpan DoubtfulAfter(Attempt attempt) => Doubtful + attempt.MayBeLaterBy;

    private static string OffClock(Attempt attempt) =>
        attempt.MayBeEarlierBy > TimeSpan.Zero ? "; this machine's clock was set back since"
        : attempt.MayBeLaterBy > TimeSpan.Zero ? "; this machine slept since, or its clock was set forward"
        : "";

    private static bool IsWithin(EffectCandidate candidate, Attempt attempt, TimeSpan before, TimeSpan after) =>
        candidate.CreatedAt >= attempt.StartedAt - before && candidate.CreatedAt <= attempt.StartedAt + after;
}
