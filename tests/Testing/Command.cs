using System.Diagnostics;

namespace Exchange.Testing;

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
