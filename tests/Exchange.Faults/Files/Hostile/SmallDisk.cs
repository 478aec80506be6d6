using System.Diagnostics;

namespace Exchange.Faults.Files.Hostile;

/// <summary>A disk of 64 KiB in memory that can be filled and made read-only.</summary>
internal sealed class SmallDisk : IDisposable
{
    public const string Ballast = "ballast";

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

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
        using var ballast = new FileStream(
            System.IO.Path.Combine(Path, Ballast),
            FileMode.Append,
            FileAccess.Write,
            FileShare.None,
            0
        );
        try
        {
            while (true)
            {
                ballast.Write(new byte[512]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void MakeRoom() => File.Delete(System.IO.Path.Combine(Path, Ballast));

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

/// <summary>A program of the system.</summary>
internal static class Command
{
    /// <summary>Runs it to its end; what is wrong, else null.</summary>
    public static string? Run(string program, params string[] words)
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
