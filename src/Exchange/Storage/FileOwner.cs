namespace Exchange.Storage;

/// <summary>Whose a file is. Windows keeps that in access lists, which are not asked.</summary>
internal static class FileOwner
{
    /// <summary>True when somebody else owns the file, links followed; false when this user does, when there is none, or when it cannot be told.</summary>
    public static bool IsAnother(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return false;
        }
        try
        {
            return UnixFile.Of(RealPath.Of(path)) is { } found && found.Owner != UnixFile.CurrentUser;
        }
        catch (Exception trouble) when (trouble is DllNotFoundException or EntryPointNotFoundException or IOException)
        {
            return false;
        }
    }
}
