using System.Collections.Concurrent;

namespace Exchange.PowerShell;

/// <summary>Lists for completion, kept in this process by where they come from; what is no longer fresh is fetched again behind the prompt.</summary>
internal sealed class PromptList<T>(BackgroundFetch fetches, TimeProvider clock, TimeSpan freshFor)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<T> Items)> _kept = new(
        StringComparer.Ordinal
    );

    /// <summary>The list of a source: fresh, or as it was known last, or empty.</summary>
    public IReadOnlyList<T> Of(string source, Func<CancellationToken, Task<IReadOnlyList<T>>> fetch)
    {
        if (!_kept.TryGetValue(source, out var kept) || clock.GetUtcNow() - kept.At >= freshFor)
        {
            fetches.AwaitBriefly($"{typeof(T)} {source}", async cancel => Keep(source, await fetch(cancel)));
        }
        return _kept.TryGetValue(source, out kept) ? kept.Items : [];
    }

    /// <summary>Keeps a list that was asked for anyway.</summary>
    public void Keep(string source, IReadOnlyList<T> items) => _kept[source] = (clock.GetUtcNow(), items);
}
