using System.Diagnostics;

namespace Exchange.Tests.Support;

/// <summary>A disk of 64 KiB in memory, mounted for one test; where that is not permitted, the test is skipped and says why.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Ballast = "ballast";

    public SmallDisk()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("A small disk is mounted as tmpfs, which is Linux's.");
        }
        Path = Directory.CreateTempSubdirectory("exchange-tests-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", "size=64k,mode=700", "exchange-tests", Path) is { } trouble)
        {
            Directory.Delete(Path);
            Assert.Skip($"A full disk could not be tried, because none can be mounted here: {trouble}");
        }
    }

    public string Path { get; } = "";

    public string this[string name] => System.IO.Path.Combine(Path, name);

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
        catch (IOException)
        {
            Assert.True(ballast.Length > 0, "There was no room from the start.");
        }
    }

    /// <summary>Gives the room back.</summary>
    public void MakeRoom() => File.Delete(this[Ballast]);

    /// <summary>Names of what is on it, without what fills it.</summary>
    public IReadOnlyList<string> Files =>
        [
            .. Directory
                .EnumerateFiles(Path)
                .Select(path => System.IO.Path.GetFileName(path))
                .Where(name => name != Ballast)
                .Order(StringComparer.Ordinal),
        ];

    public void Dispose()
    {
        if (Run("umount", Path) is { } trouble)
        {
            throw new InvalidOperationException($"{Path} is still mounted: {trouble}");
        }
        Directory.Delete(Path);
    }

    private static string? Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { UseShellExecute = false, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"{program} ended with {process.ExitCode}: {said.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception trouble)
        {
            return trouble.Message;
        }
    }
}
