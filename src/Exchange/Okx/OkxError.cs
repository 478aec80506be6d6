namespace Exchange.Okx;

/// <summary>The types of okx-account.md section 9, as errors of ours: <c>Okx.type</c>, or <c>Okx.type.code</c>.</summary>
internal static class OkxError
{
    /// <summary>Settings, a profile or an argument cannot be used; nothing was sent.</summary>
    public static ExchangeException Config(string message, string? remedy = null, object? target = null) =>
        ExchangeException.BadInput("Okx.ConfigError", message, remedy, target);

    /// <summary>A value of a request cannot be used; nothing was sent.</summary>
    public static ExchangeException Validation(string message, string? remedy = null, object? target = null) =>
        ExchangeException.BadInput("Okx.ValidationError", message, remedy, target);

    /// <summary>Signing in or signing did not work.</summary>
    /// <param name="code">The word of RFC 6749 or RFC 8628, or one of ours: <c>protocol_error</c>.</param>
    /// <param name="message">What happened.</param>
    /// <param name="remedy">What to do.</param>
    public static ExchangeException Authentication(string code, string message, string? remedy = null) =>
        new($"Okx.AuthenticationError.{code}", ErrorKind.Authentication, message)
        {
            Remedy = remedy,
            ServiceCode = code,
        };

    /// <summary>Neither a key nor a session (okx-account.md 2.4).</summary>
    public static ExchangeException NoCredentials() =>
        NotLoggedIn(
            "No credentials found.",
            "Sign in with Connect-OkxAccount, or configure an API key with Initialize-OkxConfig."
        );

    /// <summary>A sign-in waits for the person (okx-account.md 5.4).</summary>
    public static ExchangeException StillPending() =>
        NotLoggedIn(
            "The sign-in is not complete yet.",
            "Approve it in the browser, then run Get-OkxAuthStatus once and repeat."
        );

    /// <summary>Somebody else said that nobody is signed in (okx-account.md 9.1): the three checks, from the top.</summary>
    public static ExchangeException NeedsSignIn() => NotLoggedIn("Nobody is signed in.", OkxRemedies.Walk);

    // okx-account.md section 9: NotLoggedInError is a kind of ConfigError, so whoever looks for that one finds this too.
    private static ExchangeException NotLoggedIn(string message, string remedy) =>
        ExchangeException.BadInput("Okx.ConfigError.NotLoggedIn", message, remedy);

    /// <summary>No usable answer.</summary>
    public static ExchangeException Network(string message, Exception? inner = null) =>
        new("Okx.NetworkError", ErrorKind.Connection, message, inner) { Remedy = "Check the network, then repeat." };
}
