namespace Exchange.Storage;

/// <summary>Replaces a file as a whole: readers see the old bytes or the new ones, also after a crash at any moment.</summary>
public static class AtomicFile
{
    private const string Ending = ".tmp";

    /// <summary>
    /// Writes a new file beside <paramref name="path"/> (owner-only before its first byte), flushes it to the disk, and
    /// renames it over the old one.
    /// </summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c>; the old file is then as it was.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content) => Replace(path, content, beforeRename: null);

    /// <summary>The same, with a moment before the rename for tests that end the process there.</summary>
    internal static void Replace(string path, ReadOnlySpan<byte> content, Action? beforeRename)
    {
        var folder = FolderOf(path);
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}{Ending}");
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
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw StorageErrors.Unavailable($"{path} cannot be written", trouble);
        }
    }

    /// <summary>Deletes what writers of this file left when they ended before their rename. For whoever holds its lock.</summary>
    internal static void DeleteLeftovers(string path)
    {
        if (!Directory.Exists(FolderOf(path)))
        {
            return;
        }
        foreach (var left in Directory.EnumerateFiles(FolderOf(path), $".{Path.GetFileName(path)}.*{Ending}"))
        {
            TryDelete(left);
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
