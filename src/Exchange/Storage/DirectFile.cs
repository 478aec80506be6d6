namespace Exchange.Storage;

/// <summary>
/// Opens the file that a path itself names, for what is written in place. Behind a link stands another file, which is not ours to write:
/// it is refused, also when the link is put there at the last moment.
/// </summary>
internal static class DirectFile
{
    /// <summary>Opens it, or makes it for its owner alone.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mode">No mode that empties the file: that would come before the look.</param>
    /// <param name="access">What is done with it.</param>
    /// <param name="share">What others may do with it meanwhile.</param>
    /// <exception cref="IOException">It is a link, or cannot be used.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be used.</exception>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        // Before it, since a link to nothing would have its target made.
        if (new FileInfo(path).LinkTarget is not null)
        {
            throw IsLink(path);
        }
        var file = new FileStream(path, PrivateFiles.Options(mode, access, share));
        try
        {
            return IsNamed(path, file) ? file : throw IsLink(path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // Another may have changed the name between the look and the opening: what is open must be what the name means now.
    private static bool IsNamed(string path, FileStream file)
    {
        if (OperatingSystem.IsWindows())
        {
            return new FileInfo(path).LinkTarget is null;
        }
        try
        {
            return UnixFile.Of(path) is { Kind: not UnixFileKind.Link } named
                && named.Identity == UnixFile.Of(file.SafeFileHandle).Identity;
        }
        catch (Exception unknown) when (unknown is DllNotFoundException or EntryPointNotFoundException)
        {
            return new FileInfo(path).LinkTarget is null;
        }
    }

    private static IOException IsLink(string path) =>
        new($"{path} is a link or was replaced just now; what it leads to is not written.");
}
