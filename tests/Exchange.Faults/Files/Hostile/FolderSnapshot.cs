using Exchange.Testing;

namespace Exchange.Faults.Files.Hostile;

/// <summary>The files of a folder and their bytes at one moment; links by where they lead, locks by their name alone.</summary>
internal sealed class FolderSnapshot
{
    private readonly Dictionary<string, string> _files;

    private FolderSnapshot(Dictionary<string, string> files) => _files = files;

    public static FolderSnapshot Of(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(SmallDisk.Ballast, StringComparison.Ordinal))
                .ToDictionary(path => Path.GetRelativePath(folder, path), Content, StringComparer.Ordinal)
        );

    /// <summary>What is not as it was; null when nothing is. Of <paramref name="others"/> nothing but the name is looked at.</summary>
    public string? Difference(FolderSnapshot after, string[] others, bool mayGrow = false)
    {
        var names = _files.Keys.Union(after._files.Keys, StringComparer.Ordinal).Except(others, StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!_files.TryGetValue(name, out var before))
            {
                return $"{name} was left there";
            }
            var now = after._files.GetValueOrDefault(name);
            if (now != before && !(mayGrow && now?.StartsWith(before, StringComparison.Ordinal) == true))
            {
                return $"{name} has changed";
            }
        }
        return null;
    }

    private static string Content(string path) =>
        new FileInfo(path).LinkTarget ?? Convert.ToHexString(File.ReadAllBytes(path));
}
