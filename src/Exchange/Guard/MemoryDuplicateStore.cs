namespace Exchange.Guard;

/// <summary>Remembers attempt ids for as long as the process lives. Safe for any number of threads.</summary>
public sealed class MemoryDuplicateStore : IDuplicateStore
{
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task<bool> IsDuplicateAsync(
        IReadOnlyList<string> ids,
        DateTimeOffset now,
        TimeSpan window,
        bool record,
        CancellationToken cancel
    )
    {
        lock (_seen)
        {
            return Task.FromResult(
                record
                    ? DuplicateWindow.IsDuplicate(_seen, ids, now, window)
                    : DuplicateWindow.WasSeen(_seen, ids, now, window)
            );
        }
    }
}
