namespace Exchange.Storage;

/// <summary>Replaces a file as a whole: readers see the old bytes or the new ones, also after a crash at any moment.</summary>
public static class AtomicFile
{
    private const string Ending = ".tmp";
    private const int SharingRetries = 5;
    private static readonly TimeSpan SharingPause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Writes a new file beside <paramref name="path"/> (owner-only before its first byte), flushes it to the disk, and
    /// renames it over the old one.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its new content.</param>
    /// <param name="beforeRename">Called when the new file is on the disk; what it throws leaves the old one in place.</param>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c>; the old file is then as it was.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content, Action? beforeRename = null)
    {
        var folder = FolderOf(path);
        var temporary = Path.Combine(folder, TemporaryName(Path.GetFileName(path)));
        try
        {
            PrivateFiles.CreateFolder(folder);
            using (
                var file = new FileStream(
                    temporary,
                    PrivateFiles.Options(System.IO.FileMode.CreateNew, FileAccess.Write, FileShare.None)
                )
            )
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            beforeRename?.Invoke();
            Rename(temporary, path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw StorageErrors.Unavailable($"{path} cannot be written", trouble);
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Deletes what writers of this file left when they ended before their rename. For whoever holds its lock.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">Keeps what is younger: somebody may write without that lock.</param>
    internal static void DeleteLeftovers(string path, DateTimeOffset? before = null)
    {
        try
        {
            foreach (var left in Directory.EnumerateFiles(FolderOf(path), $".{Path.GetFileName(path)}.*{Ending}"))
            {
                if (before is null || File.GetLastWriteTimeUtc(left) < before.Value.UtcDateTime)
                {
                    TryDelete(left);
                }
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // Tidying up is no condition of a write; what really stands in its way, the write will tell.
            _ = trouble;
        }
    }

    private static string TemporaryName(string name) => $".{name}.{Guid.NewGuid().ToString("N")[..12]}{Ending}";

    private static void Rename(string temporary, string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.Move(temporary, path, overwrite: true);
            return;
        }
        for (var retry = 0; ; retry++)
        {
            try
            {
                // Replacing keeps the access list of the file that is there.
                if (File.Exists(path))
                {
                    File.Replace(temporary, path, destinationBackupFileName: null);
                    return;
                }
                File.Move(temporary, path, overwrite: true);
                return;
            }
            catch (IOException trouble) when (retry < SharingRetries && (trouble.HResult & 0xFFFF) is 32 or 33)
            {
                Thread.Sleep(SharingPause);
            }
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // What is left is an unused temporary file; the error that brought us here is the one to tell.
            _ = trouble;
        }
    }
}
