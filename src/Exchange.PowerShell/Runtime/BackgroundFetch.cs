using System.Collections.Concurrent;

namespace Exchange.PowerShell;

/// <summary>
/// Fetches lists behind the prompt. Whoever asks waits a moment, no longer, and hears of no error; what comes later is there the
/// next time.
/// </summary>
internal sealed class BackgroundFetch(TimeProvider clock)
{
    /// <summary>A person who presses Tab does not notice that much.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// The first time there is nothing else to offer, and in a cold process the first request takes longer than any later one: better a
    /// short wait, once, than an empty answer.
    /// </summary>
    public static readonly TimeSpan FirstPatience = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, bool> _waitedFor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _running = new(StringComparer.Ordinal);

    /// <summary>Starts a fetch, unless one of that name still runs, and waits a moment for it; the first time a longer one.</summary>
    public void AwaitBriefly(string name, Func<CancellationToken, Task> fetch) =>
        Running(name, fetch).Wait(_waitedFor.TryAdd(name, true) ? FirstPatience : Patience);

    /// <summary>What is on this machine, or nothing when it does not come at once. For completers, which have no context to come back to.</summary>
    public static T? Locally<T>(Func<Task<T>> read)
        where T : class
    {
        var reading = Task.Run(read);
        return reading.Wait(FirstPatience) ? reading.Result : null;
    }

    private Task Running(string name, Func<CancellationToken, Task> fetch)
    {
        lock (_gate)
        {
            if (!_running.TryGetValue(name, out var task) || task.IsCompleted)
            {
                _running[name] = task = Task.Run(() => FetchAsync(fetch));
            }
            return task;
        }
    }

    private async Task FetchAsync(Func<CancellationToken, Task> fetch)
    {
        try
        {
            using var limit = new CancellationTokenSource(Longest, clock);
            await fetch(limit.Token);
        }
#pragma warning disable CA1031 // A prompt has no place for an error; the cmdlet itself will tell it.
        catch (Exception trouble)
        {
            _ = trouble;
        }
#pragma warning restore CA1031
    }
}
