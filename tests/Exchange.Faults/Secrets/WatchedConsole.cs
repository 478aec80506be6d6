using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Exchange.Faults.Secrets;

/// <summary>What anybody could have read of one run of <c>exchange</c>.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Printed">Both its streams.</param>
/// <param name="Listed">Its command line, and the command lines and environments of whatever it started.</param>
internal sealed record ConsoleRun(int ExitCode, string Printed, string Listed);

/// <summary>Runs <c>exchange</c> and reads in the list of processes for as long as it lives.</summary>
/// <param name="scene">Whose processes are looked at: they have its folder in their words or in their environment.</param>
internal sealed class WatchedConsole(SecretScene scene)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public async Task<ConsoleRun> RunAsync(
        string line,
        IReadOnlyDictionary<string, string> variables,
        CancellationToken cancel
    )
    {
        var isFed = line.EndsWith(" -", StringComparison.Ordinal);
        var words = (isFed ? line[..^2] : line).Split(' ');
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            [
                Path.Combine(AppContext.BaseDirectory, "Exchange.Console.dll"),
                .. words,
                "-Verbose",
                "-Debug",
                .. isFed ? (string[])["-"] : [],
            ]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        if (isFed)
        {
            await process.StandardInput.WriteLineAsync(scene.Callback);
        }
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancel);
        var error = process.StandardError.ReadToEndAsync(cancel);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var both = Task.WhenAll(output, error);
        // Who was started by it may outlive it, and then holds its streams open.
        do
        {
            Look(process.Id, seen);
        } while (await Task.WhenAny(both, Task.Delay(BetweenLooks, cancel)) != both);
        await process.WaitForExitAsync(cancel);
        return new ConsoleRun(process.ExitCode, await output + await error, string.Join('\n', seen));
    }

    // Its own environment is the user's doing; that of the others is ours.
    private void Look(int own, HashSet<string> seen)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        var mine = Read($"/proc/{own}/cmdline");
        seen.Add(mine);
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (
                !int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)
                || id == own
                || id == Environment.ProcessId
                || Read(Path.Combine(folder, "cmdline")) is var words && words == mine
            )
            {
                // For a moment a new process still has the words and the environment of the one that starts it.
                continue;
            }
            var all = words + Read(Path.Combine(folder, "environ"));
            if (all.Contains(scene.Home, StringComparison.Ordinal))
            {
                seen.Add(all);
            }
        }
    }

    private static string Read(string path)
    {
        try
        {
            return Encoding.Latin1.GetString(File.ReadAllBytes(path));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile, or is another user's.
            return "";
        }
    }
}
