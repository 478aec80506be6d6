#nullable disable
namespace System.Management.Automation;

/// <summary>Locations of a session. There is one provider, the file system.</summary>
public sealed class PathIntrinsics
{
    private readonly string _directory;

    internal PathIntrinsics(string directory) => _directory = directory;

    public PathInfo CurrentLocation => new(_directory);

    public PathInfo CurrentFileSystemLocation => new(_directory);

    public string Combine(string parent, string child) => IO.Path.Combine(parent, child);

    /// <summary>The full path, whether or not something is there; <c>~</c> is the user's home.</summary>
    public string GetUnresolvedProviderPathFromPSPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IO.Path.GetFullPath(ExpandHome(path), _directory);
    }

    private static string ExpandHome(string path)
    {
        if (
            path != "~"
            && !path.StartsWith("~/", StringComparison.Ordinal)
            && !path.StartsWith(@"~\", StringComparison.Ordinal)
        )
        {
            return path;
        }
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return path.Length <= 2 ? home : IO.Path.Combine(home, path[2..]);
    }
}
