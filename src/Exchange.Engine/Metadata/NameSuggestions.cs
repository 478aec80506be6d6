namespace Exchange.Engine;

/// <summary>The known names that somebody may have meant.</summary>
internal static class NameSuggestions
{
    private const int Most = 3;
    private const int ShortestPart = 3;

    /// <summary>
    /// At most three, the nearest first: names that a third of their letters would change at most, or that hold every word
    /// of the given one, as Get-BitoProTicker holds those of Get-Ticker.
    /// </summary>
    public static IReadOnlyList<string> For(string given, IEnumerable<string> known) =>
        [
            .. known
                .Select(name => (Name: name, Distance: Distance(given, name)))
                .Where(candidate =>
                    candidate.Distance <= Math.Max(1, candidate.Name.Length / 3) || HoldsWords(candidate.Name, given)
                )
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
                .Select(candidate => candidate.Name)
                .Take(Most),
        ];

    /// <summary>A sentence to end an error message with; empty if there is nothing to suggest.</summary>
    public static string Sentence(IReadOnlyList<string> suggestions, string prefix = "") =>
        suggestions.Count == 0
            ? ""
            : $" Did you mean {string.Join(" or ", suggestions.Select(name => prefix + name))}?";

    private static bool HoldsWords(string name, string given) =>
        given.Length >= ShortestPart
        && given.Split('-').All(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // Letters to insert, remove or replace (Levenshtein), without regard to case.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
