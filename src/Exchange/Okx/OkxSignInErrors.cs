using Exchange.Okx.SignIn;

namespace Exchange.Okx;

/// <summary>One row of okx-account.md 9.1.</summary>
/// <param name="Words">Any of them, in any case, tells that it is this one.</param>
/// <param name="Error">It, in words that are ours: nothing of the text in which it was found is in it.</param>
internal sealed record OkxSignInErrorRow(IReadOnlyList<string> Words, Func<ExchangeException> Error);

/// <summary>
/// okx-account.md 9.1, in its order. 51155 and 51734 are codes of answers: <see cref="OkxErrorTable"/> has them.
/// </summary>
internal static class OkxSignInErrors
{
    /// <summary>The words of a service or a program that wants a sign-in.</summary>
    public static IReadOnlyList<string> NeedsSignIn { get; } =
    [
        "Run `okx auth login` first",
        "not authenticated",
        "requires_auth",
        "401 Unauthorized",
        "token expired",
        "token not found",
        "StorageNotFoundError",
        "会话过期",
        "未认证",
        "需要登录",
    ];

    public static IReadOnlyList<OkxSignInErrorRow> Rows { get; } =
    [
        new(["No config found. Run okx config init first"], NoConfig),
        new(["Session expired"], SessionExpired),
        new(["Authorization timed out"], DevicePoll.TimedOut),
        new(["Access denied"], AccessDenied),
        new(["Network error"], () => OkxError.Network("Network error: the sign-in did not get through.")),
        new(["Failed to spawn okx-auth"], NotStarted),
        new(["Installation failed: All CDN sources failed"], NotInstalled),
        new(NeedsSignIn, OkxError.NeedsSignIn),
    ];

    /// <summary>The first row whose words are in a text; null when none is.</summary>
    public static ExchangeException? In(string text) =>
        Rows.FirstOrDefault(row => row.Words.Any(words => IsIn(text, words)))?.Error();

    /// <summary>True for a text that wants a sign-in: then the three checks are walked from the top.</summary>
    public static bool WantsSignIn(string text) => NeedsSignIn.Any(words => IsIn(text, words));

    private static ExchangeException NoConfig() =>
        OkxError.Config(
            "No config found. Run okx config init first.",
            "Run Initialize-OkxConfig, or sign in with Connect-OkxAccount."
        );

    public static ExchangeException SessionExpired() =>
        OkxError.Authentication(
            "session_expired",
            "Session expired — run okx auth login again",
            "Run Connect-OkxAccount -Manual."
        );

    public static ExchangeException AccessDenied() =>
        OkxError.Authentication(
            "access_denied",
            "Access denied",
            "Sign in again with Connect-OkxAccount, and approve it in the browser."
        );

    public static ExchangeException NotStarted() =>
        OkxError.Authentication(
            "spawn_failed",
            "Failed to spawn okx-auth",
            "Run Install-OkxAuthBinary -External, then Get-OkxAuthBinary, then repeat; or leave out -Provider External."
        );

    private static ExchangeException NotInstalled() => OkxError.Network("Installation failed: All CDN sources failed");

    private static bool IsIn(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
