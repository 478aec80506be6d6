using System.Text.RegularExpressions;
using Exchange.Okx.SignIn;

namespace Exchange.Okx.Binary;

/// <summary>What the vendor's program says of its session.</summary>
/// <param name="Status">Its status; null when none could be had (okx-account.md section 11: unavailable).</param>
/// <param name="Warning">What a person should know of it.</param>
public sealed record OkxProgramStatus(OkxAuthStatus? Status, string? Warning);

/// <summary>
/// Signing in, out and asking for a status by the vendor's own program, where somebody wants that (<c>-Provider External</c>,
/// okx-account.md section 7). Its session stays its own: <c>token</c> is never asked for, and nothing like one is shown.
/// </summary>
/// <param name="path">The program.</param>
/// <param name="clock">The clock of its time limits.</param>
public sealed partial class OkxAuthProgram(string path, TimeProvider clock)
{
    private static readonly TimeSpan StatusLimit = TimeSpan.FromSeconds(5);

    // The contract has no limit for these two; both are done after a few requests.
    private static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(30);

    /// <summary>Asks once, for five seconds at most.</summary>
    /// <exception cref="ExchangeException"><c>Okx.AuthenticationError.spawn_failed</c></exception>
    public async Task<OkxProgramStatus> StatusAsync(CancellationToken cancel)
    {
        if (await RunAsync(["status", "--json"], _ => { }, StatusLimit, cancel).ConfigureAwait(false) is not { } end)
        {
            return Unavailable($"it took longer than {StatusLimit.TotalSeconds:0} seconds");
        }
        return end.ExitCode == 0
            ? OkxProgramAnswers.Status(end.Output) ?? Unavailable("its answer is no status")
            : Unavailable($"it ended with code {end.ExitCode}");
    }

    /// <summary>Has it ask for a code, and returns that, or why none is needed.</summary>
    /// <returns>An <see cref="OkxDeviceCode"/>, or an <see cref="OkxSkippedSignIn"/>.</returns>
    /// <exception cref="ExchangeException">It cannot be started, fails, or gives what cannot be shown.</exception>
    public async Task<object> StartAsync(OkxSite site, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(site);
        var end = await DoneAsync(["login", "--site", site.Id, "--manual"], _ => { }, ShortLimit, cancel)
            .ConfigureAwait(false);
        return OkxProgramAnswers.Start(end.Output, site);
    }

    /// <summary>Has it sign in, and waits for its end.</summary>
    /// <param name="site">The site that the person has chosen.</param>
    /// <param name="say">Hears each line that it says, without anything like a token.</param>
    /// <param name="cancel">Ends the program.</param>
    /// <exception cref="ExchangeException">It cannot be started, or fails.</exception>
    public async Task SignInAsync(OkxSite site, Action<string> say, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(site);
        await DoneAsync(["login", "--site", site.Id], line => say(Shown(line)), Timeout.InfiniteTimeSpan, cancel)
            .ConfigureAwait(false);
    }

    /// <summary>Has it forget its session.</summary>
    /// <exception cref="ExchangeException">It cannot be started, or fails.</exception>
    public Task SignOutAsync(CancellationToken cancel) => DoneAsync(["logout"], _ => { }, ShortLimit, cancel);

    private async Task<OkxAuthEnd> DoneAsync(
        IReadOnlyList<string> arguments,
        Action<string> line,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        if (await RunAsync(arguments, line, limit, cancel).ConfigureAwait(false) is not { } end)
        {
            throw OkxError.Authentication(
                "timed_out",
                $"okx-auth {arguments[0]} took longer than {limit.TotalSeconds:0} seconds and was ended.",
                "Check the network, then repeat; or leave out -Provider External."
            );
        }
        return end.ExitCode == 0
            ? end
            : throw OkxSignInErrors.In($"{end.Errors}\n{end.Output}") ?? ByExitCode(arguments[0], end.ExitCode);
    }

    // Null when it took too long.
    private async Task<OkxAuthEnd?> RunAsync(
        IReadOnlyList<string> arguments,
        Action<string> line,
        TimeSpan limit,
        CancellationToken cancel
    )
    {
        using var late = new CancellationTokenSource(limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancel);
        try
        {
            return await OkxAuthProcess.RunAsync(path, arguments, line, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private static ExchangeException ByExitCode(string command, int code) =>
        code switch
        {
            1 => OkxError.Authentication(
                "caller_refused",
                $"okx-auth {command} does not let itself be started from here (exit code 1).",
                "Run it in a terminal, or leave out -Provider External."
            ),
            2 => OkxError.NeedsSignIn(),
            3 => OkxSignInErrors.SessionExpired(),
            _ => OkxError.Authentication(
                "program_failed",
                $"okx-auth {command} failed (exit code {code}).",
                "Run it in a terminal to see why, or leave out -Provider External."
            ),
        };

    private OkxProgramStatus Unavailable(string why) =>
        new(null, $"The status of {path} cannot be had: {why}. It counts as not logged in.");

    private static string Shown(string line) => OkxRedaction.Of(TokenLike().Replace(line, "***"));

    // No page, site or user code of a sign-in has so long a run.
    [GeneratedRegex("[A-Za-z0-9_.~+=-]{32,}", RegexOptions.None, 1000)]
    private static partial Regex TokenLike();
}
