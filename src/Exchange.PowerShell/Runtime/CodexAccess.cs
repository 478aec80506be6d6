using System.Globalization;
using System.Security.Cryptography;
using Exchange.Codex;
using Exchange.Codex.Apply;
using Exchange.Http;
using Exchange.Storage;

namespace Exchange.PowerShell;

/// <summary>Decides where Codex sign-ins go and which files they use: the live hosts and the other program's files, or a rehearsal.</summary>
internal sealed class CodexAccess(ExchangeRuntime runtime)
{
    private const string RehearsalFolder = "codex-rehearsal";

    /// <summary>Verifiers, states and job ids.</summary>
    public RandomBytes Random { get; set; } = RandomNumberGenerator.GetBytes;

    /// <summary>How the worker of a queued write is started.</summary>
    public CodexWorkerCommand Worker { get; set; } = CodexWorker.Command;

    /// <summary>The sign-in as the surroundings say. Nothing is touched yet.</summary>
    /// <param name="authPath">Another store, absolute.</param>
    /// <param name="listener">Hears of requests and warnings.</param>
    /// <param name="lockLimit">How long a lock is waited for.</param>
    /// <exception cref="ExchangeException"><c>Exchange.InvalidSimulator</c></exception>
    public CodexSignIn SignIn(string? authPath, ApiListener listener, TimeSpan? lockLimit = null)
    {
        var endpoint = Endpoint;
        var rehearsal = endpoint.IsRehearsal
            ? Path.Combine(StateFolder.Locate(runtime.Environment).Path, RehearsalFolder)
            : null;
        return new CodexSignIn(
            endpoint,
            CodexPlaces.Locate(runtime.Environment, authPath, rehearsal),
            runtime.Corridor,
            Random,
            runtime.Environment,
            listener
        )
        {
            LockLimit = lockLimit ?? CodexSignIn.UsualLockLimit,
        };
    }

    /// <summary>An id for a job: its time, and four random bytes.</summary>
    public string NewJobId() =>
        runtime.Clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
        + $"-{Convert.ToHexString(Random(4)).ToLowerInvariant()}";

    private CodexEndpoint Endpoint
    {
        get
        {
            if (runtime.Simulators.Address is not { } simulator)
            {
                return CodexEndpoint.Live;
            }
            try
            {
                return CodexEndpoint.Simulator(simulator);
            }
            catch (ArgumentException)
            {
                throw ExchangeException.BadInput(
                    "Exchange.InvalidSimulator",
                    $"{SimulatorHost.AddressVariable} must name a simulator on this machine by 127.0.0.1, [::1] or localhost.",
                    "Start-ExchangeSimulator shows the address."
                );
            }
        }
    }
}
