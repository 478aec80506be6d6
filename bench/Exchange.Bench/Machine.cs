using System.Globalization;
using System.Runtime.InteropServices;
using Exchange.Bench.Processes;

namespace Exchange.Bench;

/// <summary>What the figures were measured on and with, asked of the system when the run begins.</summary>
internal static class Machine
{
    private static readonly Dictionary<string, string> NoVariables = [];

    /// <summary>Name and value, in the order in which they are told.</summary>
    public static IEnumerable<(string Name, string Value)> Facts(BenchRun run)
    {
        yield return (
            "Measured",
            DateTimeOffset.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
        );
        yield return (
            "Processor",
            $"{Line("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString()}"
        );
        yield return ("Cores", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture));
        yield return ("Memory", $"{Memory()} GiB");
        yield return ("System", RuntimeInformation.OSDescription);
        yield return ("Kernel", Text("/proc/sys/kernel/osrelease") ?? Environment.OSVersion.VersionString);
        yield return ("Load before the run", Text("/proc/loadavg") ?? "unknown");
        yield return (".NET", RuntimeInformation.FrameworkDescription);
        yield return ("exchange", run.IsCompiledAhead ? "compiled ahead" : "not compiled ahead: it starts slower");
        yield return ("Node", run.Node is null ? "none" : Said(run.Node, "--version"));
        yield return ("ccxt", run.Places.VersionOf("ccxt"));
        yield return ("okx-trade-cli", run.Places.VersionOf("@okx_ai/okx-trade-cli"));
        yield return (
            "PowerShell",
            run.Pwsh is null ? "none" : Said(run.Pwsh, "-NoProfile", "-Command", "$PSVersionTable.PSVersion.ToString()")
        );
        yield return (
            "Pester",
            run.Pwsh is null
                ? "none"
                : Said(run.Pwsh, "-NoProfile", "-Command", "(Get-Module Pester -ListAvailable)[0].Version.ToString()")
        );
        yield return (
            "Public hook",
            run.Hook is { } hook ? Places.VersionBeside(hook) : "not there: BENCH_HOOK names no handler.ts"
        );
    }

    private static string Said(string program, params string[] arguments) =>
        Child.Output(program, arguments, NoVariables).Trim();

    private static string Memory() =>
        (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30)).ToString(
            "0.0",
            CultureInfo.InvariantCulture
        );

    private static string? Text(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;

    private static string? Line(string path, string name) =>
        File.Exists(path)
            ? File.ReadLines(path)
                .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))
                ?.Split(':', 2)[1]
                .Trim()
            : null;
}
