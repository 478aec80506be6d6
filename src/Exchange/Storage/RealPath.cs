namespace Exchange.Storage;

/// <summary>Where a path leads when every link on the way is followed.</summary>
internal static class RealPath
{
    /// <summary>The path without links; what does not exist yet is taken as it is written.</summary>
    /// <exception cref="IOException">Links lead in a circle, or a folder cannot be looked into.</exception>
    public static string Of(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        var real = root;
        foreach (
            var part in full[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var next = Path.Combine(real, part);
            var link = new FileInfo(next);
            var target = link.LinkTarget is null ? null : link.ResolveLinkTarget(returnFinalTarget: true);
            // The target of a link may have links in the folders above it.
            real = target is null ? next : Of(target.FullName);
        }
        return real;
    }

    /// <summary>True when a path without links is a folder or lies in it.</summary>
    public static bool IsWithin(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative != ".."
            && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !Path.IsPathRooted(relative);
    }
}
