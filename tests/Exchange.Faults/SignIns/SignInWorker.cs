using System.Net;
using System.Security.Cryptography;
using System.Text;
using Exchange.Codex;
using Exchange.Engine;
using Exchange.Faults.Orders;

namespace Exchange.Faults.SignIns;

/// <summary>
/// A process that signs in and renews, one number after another, and does what each error says, until it is killed. It tells of every command
/// before and behind it, so that whoever listens knows what was claimed, and what was under way when it was killed.
/// </summary>
internal sealed class SignInWorker(string letter, Action<string> tell) : IDisposable
{
    /// <summary>How the names of the profiles begin that every worker renews, so that they meet.</summary>
    public const string Shared = "shared";

    private const int Renewals = 5;
    private const int Profiles = 10;
    private const int MostTries = 200;

    /// <summary>The profiles that every worker renews.</summary>
    public static IReadOnlyList<string> SharedProfiles { get; } =
    [.. Enumerable.Range(0, Profiles).Select(i => FormattableString.Invariant($"{Shared}{i}"))];

    // What leaves the code as it is: the same address can be used again (codex-auth.md 5.3).
    private static readonly string[] CodeIsLeft =
    [
        "CodexAuth.token_exchange_unavailable",
        "CodexAuth.network_error",
        "CodexAuth.unexpected_redirect",
        "CodexAuth.store_locked",
    ];

    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false, UseProxy = false })
    {
        Timeout = TimeSpan.FromSeconds(20),
    };

    public static async Task RunAsync(string letter, int from, int to)
    {
        using var worker = new SignInWorker(letter, Console.WriteLine);
        Worker.EndWithParent();
        for (var number = from; number < to; number++)
        {
            await worker.DoAsync(number);
            Console.WriteLine(number);
        }
    }

    /// <summary>Signs in until it is done.</summary>
    public async Task SignInAsync(string profile)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await CallbackAsync(profile) is { } callback && Complete(profile, callback))
            {
                return;
            }
        }
        throw new InvalidOperationException($"No sign-in of {profile} was ever completed.");
    }

    public void Dispose() => _browser.Dispose();

    private async Task DoAsync(int number)
    {
        var profile = FormattableString.Invariant($"{letter}{number % Profiles}");
        await SignInAsync(profile);
        for (var i = 0; i < Renewals; i++)
        {
            if (Tell(profile, "renew", "", ["Update-CodexToken", profile, "-Force"]) == "CodexAuth.refresh_rejected")
            {
                await SignInAsync(profile);
            }
        }
        var shared = SharedProfiles[number % Profiles];
        Tell(shared, "renew", "", ["Update-CodexToken", shared, "-Force"]);
    }

    private async Task<string?> CallbackAsync(string profile)
    {
        var start = Worker.Run(new(["Start-CodexAuth", profile])).OutputOf<CodexAuthStart>();
        if (start.Count == 0)
        {
            return null;
        }
        for (var tries = 0; tries < MostTries; tries++)
        {
            try
            {
                using var page = await _browser.GetAsync(new Uri($"{start[0].LoginUrl}&decision=approve"));
                if (page.StatusCode == HttpStatusCode.Redirect)
                {
                    return page.Headers.Location!.OriginalString;
                }
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
            {
                // A person loads the page again.
            }
        }
        return null;
    }

    private bool Complete(string profile, string callback)
    {
        var code = Hash(callback.Split("code=")[1].Split('&')[0]);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var outcome = Tell(profile, "complete", code, ["Complete-CodexAuth", profile, callback]);
            if (!CodeIsLeft.Contains(outcome, StringComparer.Ordinal))
            {
                return outcome == SignInLedger.Done;
            }
        }
        return false;
    }

    private string Tell(string profile, string what, string code, string[] words)
    {
        tell($"> {profile} {what} {code}");
        var run = Worker.Run(new(words));
        var outcome = OutcomeOf(run);
        tell($"< {profile} {what} {outcome} {(HasRemedy(run) ? "remedy" : "-")}");
        return outcome;
    }

    public static string OutcomeOf(CmdletRun run) =>
        run.TerminatingError?.FullyQualifiedErrorId.Split(',')[0] ?? SignInLedger.Done;

    public static bool HasRemedy(CmdletRun run) =>
        run.TerminatingError is null
        || run.TerminatingError.ErrorDetails?.RecommendedAction is { Length: > 0 }
        || (run.TerminatingError.Exception as ExchangeException)?.Remedy is { Length: > 0 };

    private static string Hash(string text) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(text))))[..16];
}
