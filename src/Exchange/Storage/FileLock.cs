using System.Diagnostics;

namespace Exchange.Storage;

/// <summary>
/// Excludes other processes and other threads while it is held. The operating system holds it, on a file of its own
/// that is never deleted, so it ends with its holder, however that ends.
/// </summary>
public sealed class FileLock : IDisposable
{
    private readonly FileStream _held;

    private FileLock(FileStream held) => _held = held;

    /// <summary>Takes the lock named by <paramref name="path"/>, waiting up to <paramref name="limit"/>.</summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageLocked</c> after the limit, <c>Exchange.StorageUnavailable</c> when the file cannot be made.</exception>
    public static async Task<FileLock> TakeAsync(string path, TimeSpan limit, CancellationToken cancel)
    {
        // Another process's work is waited for: real time, not a clock that tests move.
        var waited = Stopwatch.StartNew();
        for (var pause = 1; ; pause = Math.Min(pause * 2, 50))
        {
            cancel.ThrowIfCancellationRequested();
            if (TryTake(path) is { } taken)
            {
                return taken;
            }
            if (waited.Elapsed > limit)
            {
                throw StorageErrors.Locked(path, waited.Elapsed);
            }
            await Task.Delay(Random.Shared.Next(pause, (2 * pause) + 1), cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Opens a file, or makes it, while nobody else has it open: for work of microseconds, so that the wait is one of the
    /// thread. Null after the limit.</summary>
    /// <exception cref="IOException">The file cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be used.</exception>
    internal static FileStream? OpenAlone(string path, TimeSpan limit)
    {
        var waited = Stopwatch.StartNew();
        for (var pause = new SpinWait(); ; pause.SpinOnce())
        {
            try
            {
                return Open(path);
            }
            catch (IOException trouble) when (IsHeldElsewhere(trouble))
            {
                if (waited.Elapsed > limit)
                {
                    return null;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();

    private static FileLock? TryTake(string path)
    {
        try
        {
            return new FileLock(Open(path));
        }
        catch (IOException trouble) when (IsHeldElsewhere(trouble))
        {
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw StorageErrors.Unavailable($"The lock {path} cannot be taken", trouble);
        }
    }

    private static FileStream Open(string path) =>
        DirectFile.Open(path, System.IO.FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    // EWOULDBLOCK of flock on Linux (11) and macOS (35); ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static bool IsHeldElsewhere(IOException trouble) =>
        trouble.GetType() == typeof(IOException)
        && (OperatingSystem.IsWindows() ? (trouble.HResult & 0xFFFF) is 32 or 33 : trouble.HResult is 11 or 35);
}
