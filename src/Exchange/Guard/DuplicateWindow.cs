namespace Exchange.Guard;

/// <summary>
/// The rule of the duplicate window (trade-guard.md section 6), over a table of ids and the time each was first seen.
/// </summary>
public static class DuplicateWindow
{
    /// <summary>
    /// True when one of the ids was seen within the window; else they are recorded as seen now. Entries older than the window are
    /// dropped first, one of exactly its age still counts, and a hit does not refresh it.
    /// </summary>
    /// <param name="seen">The table, which is changed.</param>
    /// <param name="ids">The ids of one call.</param>
    /// <param name="now">The moment of the question.</param>
    /// <param name="window">How long an id counts.</param>
    public static bool IsDuplicate(
        IDictionary<string, DateTimeOffset> seen,
        IEnumerable<string> ids,
        DateTimeOffset now,
        TimeSpan window
    )
    {
        if (seen.Count > 0)
        {
            foreach (var old in seen.Where(entry => now - entry.Value > window).Select(entry => entry.Key).ToList())
            {
                seen.Remove(old);
            }
        }
        var asked = ids.ToHashSet(StringComparer.Ordinal);
        if (asked.Any(seen.ContainsKey))
        {
            return true;
        }
        foreach (var id in asked)
        {
            seen[id] = now;
        }
        return false;
    }

    /// <summary>True when one of the ids was seen within the window. Changes nothing.</summary>
    public static bool WasSeen(
        IReadOnlyDictionary<string, DateTimeOffset> seen,
        IEnumerable<string> ids,
        DateTimeOffset now,
        TimeSpan window
    ) => ids.Any(id => seen.TryGetValue(id, out var first) && now - first <= window);
}
