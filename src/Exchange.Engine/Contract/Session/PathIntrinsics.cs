#nullable disable
namespace System.Management.Automation;

/// <summary>Locations of a session. There is one provider, the file system.</summary>
public sealed class PathIntrinsics
{
    private readonly string _directory;
    private readonly string _home;

    internal PathIntrinsics(string directory, string home)
    {
        _directory = directory;
        _home = home;
    }

    public PathInfo CurrentLocation => new(_directory);

    public PathInfo CurrentFileSystemLocation => new(_directory);

    public string Combine(string parent, string child) => IO.Path.Combine(parent, child);

    /// <summary>The full path, whether or not something is there; <c>~</c> is the user's home.</summary>
    public string GetUnresolvedProviderPathFromPSPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IO.Path.GetFullPath(ExpandHome(path), _directory);
    }

    private string ExpandHome(string path) =>
        path is "~" ? _home
        : path is ['~', '/' or '\\', .. var rest] ? IO.Path.Combine(_home, rest)
        : path;
}
