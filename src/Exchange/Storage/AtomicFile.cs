namespace Exchange.Storage;

/// <summary>Replaces a file as a whole: readers see the old bytes or the new ones, also after a crash at any moment.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes a new file beside <paramref name="path"/> (owner-only before its first byte), flushes it to the disk, and
    /// renames it over the old one.
    /// </summary>
    /// <exception cref="ExchangeException"><c>Exchange.StorageUnavailable</c>; the old file is then as it was.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
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
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            throw StorageErrors.Unavailable($"{path} cannot be written", trouble);
        }
    }

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
