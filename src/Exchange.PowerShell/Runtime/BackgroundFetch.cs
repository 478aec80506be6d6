namespace Exchange.PowerShell;

/// <summary>
/// Fetches lists behind the prompt. Whoever asks waits a moment, no longer, and hears of no error; what comes later is there the
/// next time.
/// </summary>
internal sealed class BackgroundFetch(TimeProvider clock)
{
    /// <summary>A person who presses Tab does not notice that much.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly object _gate = new();
    private readonly Dictionary<string, Task> _running = new(StringComparer.Ordinal);

    /// <summary>Starts a fetch, unless one of that name still runs, and waits a moment for it.</summary>
    public void AwaitBriefly(string name, Func<CancellationToken, Task> fetch) => Running(name, fetch).Wait(Patience);

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
