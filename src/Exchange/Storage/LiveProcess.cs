using System.Diagnostics;
using System.Globalization;

namespace Exchange.Storage;

/// <summary>Whether a process lives, and since when: a number alone can be another process's by now.</summary>
internal static class LiveProcess
{
    /// <summary>False when no process has this number, or it has ended and only waits to be collected.</summary>
    public static bool Exists(int id)
    {
        if (OperatingSystem.IsLinux() && Directory.Exists("/proc/self"))
        {
            return Stat(id) is { } stat && stat[0] is not ("Z" or "X");
        }
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // It is there, and belongs to somebody else.
            return true;
        }
    }

    /// <summary>When it was started, in clock ticks since the machine was: field 22 of its stat. Null where that is not known.</summary>
    public static long? StartTime(int id) =>
        OperatingSystem.IsLinux()
        && Stat(id) is { Length: > 19 } stat
        && long.TryParse(stat[19], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? ticks
            : null;

    // The fields behind the name, which stands in brackets and can hold anything, brackets too: the first is field 3.
    private static string[]? Stat(int id)
    {
        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return text[(text.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
