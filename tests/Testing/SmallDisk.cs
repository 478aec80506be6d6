namespace Exchange.Testing;

/// <summary>A disk of 64 KiB in memory that can be filled and made read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    public const string Ballast = "ballast";

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Names of what is on it, without what fills it.</summary>
    public IReadOnlyList<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path)
                .Select(path => System.IO.Path.GetFileName(path))
                .Where(name => name != Ballast)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Mounts one, or says why that cannot be.</summary>
    public static SmallDisk? TryMount(out string? trouble)
    {
        if (!OperatingSystem.IsLinux())
        {
            trouble = "a small disk is mounted as tmpfs, which is Linux's";
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("exchange-faults-disk-").FullName;
        trouble = Command.Run("mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "exchange-faults", folder);
        if (trouble is null)
        {
            return new SmallDisk(folder);
        }
        Directory.Delete(folder);
        return null;
    }

    /// <summary>Takes every page that is left.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(this[Ballast], FileMode.Append, FileAccess.Write, FileShare.None, 0);
        try
        {
            while (true)
            {
                ballast.Write(new byte[512]);
            }
        }
        catch (IOException full)
        {
            if (ballast.Length == 0)
            {
                throw new InvalidOperationException("There was no room from the start.", full);
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void MakeRoom() => File.Delete(this[Ballast]);

    /// <summary>Lets nothing be written, or all again. What is wrong, else null.</summary>
    public string? Remount(bool writable) => Command.Run("mount", "-o", writable ? "remount,rw" : "remount,ro", Path);

    public void Dispose()
    {
        if (Command.Run("umount", Path) is { } trouble)
        {
            throw new InvalidOperationException($"{Path} is still mounted: {trouble}");
        }
        Directory.Delete(Path);
    }
}
