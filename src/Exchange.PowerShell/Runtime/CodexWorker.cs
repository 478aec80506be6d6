using System.Management.Automation;
using System.Reflection;
using Exchange.Codex.Apply;

namespace Exchange.PowerShell;

/// <summary>
/// The process that writes a queued sign-in: whatever runs us, told to be one. It takes the tokens from its standard input; its command line
/// holds a folder and nothing else of note.
/// </summary>
public static class CodexWorker
{
    /// <summary>The first word of the program's command line when it is to be one.</summary>
    public const string Argument = "--codex-apply";

    private const string PowerShellEngine = "System.Management.Automation";

    internal static CodexWorkerCommand Command => IsInPowerShell ? PowerShell() : ExchangeProgram();

    /// <summary>Is one: waits for a login on standard input, writes it between a stop and a start of the gateway, and ends.</summary>
    /// <param name="folder">The folder of the status files.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string folder)
    {
        var runtime = ExchangeRuntime.Current;
        var worker = new CodexApplyWorker(
            runtime.Clock,
            () => (decimal)Random.Shared.NextDouble(),
            runtime.Environment
        );
        // Not through the host's own reader: it would keep what it reads.
        using var input = new StreamReader(Console.OpenStandardInput());
        using var output = new StreamWriter(Console.OpenStandardOutput());
        return Task.Run(() => worker.RunAsync(folder, input, output)).GetAwaiter().GetResult();
    }

    private static bool IsInPowerShell => typeof(PSCmdlet).Assembly.GetName().Name == PowerShellEngine;

    // The engine's own folder holds the program, whatever hosts the engine here. The script must not name $input: PowerShell then leaves
    // standard input alone.
    private static CodexWorkerCommand PowerShell()
    {
        var program = Path.Combine(
            Path.GetDirectoryName(typeof(PSCmdlet).Assembly.Location)!,
            OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh"
        );
        return new CodexWorkerCommand(program, folder => ["-NoProfile", "-NonInteractive", "-Command", Script(folder)]);
    }

    private static string Script(string folder) =>
        $"Import-Module {PowerShellLiteral.Of(typeof(CodexWorker).Assembly.Location)}; exit "
        + $"[{typeof(CodexWorker).FullName}]::{nameof(Run)}({PowerShellLiteral.Of(folder)})";

    private static CodexWorkerCommand ExchangeProgram()
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program) == "dotnet";
        return new CodexWorkerCommand(
            program,
            folder => isHost ? [Assembly.GetEntryAssembly()!.Location, Argument, folder] : [Argument, folder]
        );
    }
}
