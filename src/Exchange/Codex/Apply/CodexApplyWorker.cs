using System.Runtime.InteropServices;
using Exchange.Codex.Locks;

namespace Exchange.Codex.Apply;

/// <summary>
/// The process behind <c>-QueueApply</c>: started before a code is spent, it says that it is ready, takes one line with the tokens from its
/// standard input, and goes on alone.
/// </summary>
public sealed partial class CodexApplyWorker(
    TimeProvider clock,
    Func<decimal> random,
    Func<string, string?> environment
)
{
    internal const string Ready = "ready";
    internal const string Busy = "busy";
    internal const string Taken = "taken";

    private static readonly TimeSpan PayloadLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan JobLimit = TimeSpan.FromMinutes(5);

    /// <summary>Runs one job; the exit code.</summary>
    /// <param name="folder">The folder of the status files, which the caller has found to be trusted.</param>
    /// <param name="input">Gives the payload.</param>
    /// <param name="output">Hears <c>ready</c>, then <c>taken</c>.</param>
    public async Task<int> RunAsync(string folder, TextReader input, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        LeaveTheShell();
        LockFile held;
        try
        {
            held = await TakeAsync(folder).ConfigureAwait(false);
        }
        catch (ExchangeException trouble)
        {
            Say(output, CodexError.ShortId(trouble) == "apply_busy" ? Busy : "failed");
            return 1;
        }
        using (held)
        {
            Say(output, Ready);
            if (await PayloadAsync(input).ConfigureAwait(false) is not { } payload)
            {
                return 1;
            }
            return await ApplyAsync(payload, folder, held, output).ConfigureAwait(false) ? 0 : 1;
        }
    }

    private async Task<bool> ApplyAsync(ApplyPayload payload, string folder, LockFile held, TextWriter output)
    {
        var places = CodexPlaces.Locate(environment, payload.AuthPath).Of(payload.StateFolder, folder);
        var job = new ApplyJob(payload, places, folder, held, clock, random, new GatewayLimits());
        job.Announce();
        Say(output, Taken);
        using var limit = new CancellationTokenSource(JobLimit, clock);
        return await job.RunAsync(limit.Token).ConfigureAwait(false);
    }

    private Task<LockFile> TakeAsync(string folder) =>
        LockFile.TakeAsync(
            Path.Combine(folder, "codex-auth-apply"),
            LockPatience.None,
            clock,
            random,
            () => CodexError.Of("apply_busy", "Another job is under way."),
            CancellationToken.None
        );

    private async Task<ApplyPayload?> PayloadAsync(TextReader input)
    {
        try
        {
            var line = await Task.Run(input.ReadLine).WaitAsync(PayloadLimit, clock).ConfigureAwait(false);
            return line is null ? null : ApplyPayload.Parse(line);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // Whoever queued it may be gone by now.
    private static void Say(TextWriter output, string word)
    {
        try
        {
            output.WriteLine(word);
            output.Flush();
        }
        catch (IOException gone)
        {
            _ = gone;
        }
    }

    // A session of its own: neither Ctrl+C nor the end of the terminal reaches it. On Windows its own hidden console does that.
    private static void LeaveTheShell()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = setsid();
        }
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setsid();
}
