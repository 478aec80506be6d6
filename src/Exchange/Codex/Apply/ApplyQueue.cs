using System.ComponentModel;
using System.Diagnostics;

namespace Exchange.Codex.Apply;

/// <summary>How the worker is started: whatever runs us, told to be one.</summary>
/// <param name="Program">Absolute.</param>
/// <param name="Arguments">From the folder of the status files to the words of a command line; nothing in them is secret.</param>
public sealed record CodexWorkerCommand(string Program, Func<string, IReadOnlyList<string>> Arguments);

/// <summary>A worker that waits for its payload.</summary>
internal sealed class ApplyQueue : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan TakeLimit = TimeSpan.FromSeconds(15);

    private readonly Process _worker;

    private ApplyQueue(Process worker) => _worker = worker;

    /// <summary>Starts a worker, and returns when it is ready: what fails here has spent no code.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.queue_start_failed</c>, <c>CodexAuth.apply_busy</c></exception>
    public static async Task<ApplyQueue> StartAsync(
        CodexWorkerCommand command,
        string folder,
        string profileId,
        CancellationToken cancel
    )
    {
        var start = new ProcessStartInfo(command.Program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in command.Arguments(folder))
        {
            start.ArgumentList.Add(word);
        }
        GatewayEnvironment.Restrict(start);
        ApplyQueue? queue = null;
        try
        {
            queue = new ApplyQueue(Process.Start(start)!);
            var said = await queue.HearAsync(StartLimit, cancel).ConfigureAwait(false);
            if (said == CodexApplyWorker.Ready)
            {
                var started = queue;
                queue = null;
                return started;
            }
            throw said == CodexApplyWorker.Busy
                ? CodexError.Of(
                    "apply_busy",
                    "Another queued sign-in is being written.",
                    "Wait for it: Get-CodexAuthStatus. The address that you pasted can be used until then.",
                    profileId
                )
                : Failed(profileId);
        }
        catch (Exception trouble) when (trouble is Win32Exception or IOException or TimeoutException)
        {
            throw Failed(profileId, trouble);
        }
        finally
        {
            queue?.Dispose();
        }
    }

    /// <summary>Hands the tokens over, and returns when the job can be found by its status.</summary>
    /// <exception cref="ExchangeException"><c>CodexAuth.queue_start_failed</c>: the tokens are lost, and a new sign-in is needed.</exception>
    public async Task HandOverAsync(ApplyPayload payload)
    {
        try
        {
            var line = payload.ToLine();
            var input = _worker.StandardInput.BaseStream;
            await input.WriteAsync(line).ConfigureAwait(false);
            await input.WriteAsync("\n"u8.ToArray()).ConfigureAwait(false);
            await input.FlushAsync().ConfigureAwait(false);
            Array.Clear(line);
            if (await HearAsync(TakeLimit, CancellationToken.None).ConfigureAwait(false) == CodexApplyWorker.Taken)
            {
                return;
            }
        }
        catch (Exception trouble) when (trouble is IOException or TimeoutException)
        {
            throw Lost(payload.ProfileId, trouble);
        }
        throw Lost(payload.ProfileId, null);
    }

    /// <summary>Lets go of the worker: without a payload it ends by itself, with one it goes on alone.</summary>
    public void Dispose()
    {
        try
        {
            _worker.StandardInput.Close();
        }
        catch (IOException gone)
        {
            _ = gone;
        }
        _worker.Dispose();
    }

    // Another process is waited for in real time.
    private Task<string?> HearAsync(TimeSpan limit, CancellationToken cancel) =>
        _worker.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(limit, cancel);

    private static ExchangeException Failed(string profileId, Exception? inner = null) =>
        CodexError.Of(
            "queue_start_failed",
            "The background job could not be started; the code was not used.",
            "Complete the sign-in without -QueueApply, with the gateway stopped.",
            profileId,
            inner
        );

    private static ExchangeException Lost(string profileId, Exception? inner) =>
        CodexError.Of(
            "queue_start_failed",
            "The background job ended before it took the login, which is lost; the store was not touched.",
            $"Begin anew: Start-CodexAuth -Profile {CodexSelector.Of(profileId)}",
            profileId,
            inner
        );
}
