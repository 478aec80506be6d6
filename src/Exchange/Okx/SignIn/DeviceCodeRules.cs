namespace Exchange.Okx.SignIn;

/// <summary>What a code must be like before it is shown to a person, whoever gave it (okx-account.md 5.1, 5.6, 11).</summary>
internal static class DeviceCodeRules
{
    /// <summary>Seconds; nobody needs a code for longer than a day.</summary>
    public const int LongestLife = 24 * 3600;

    private const int LongestUserCode = 32;

    /// <exception cref="ExchangeException"><c>Okx.AuthenticationError.protocol_error</c></exception>
    public static void CheckUserCode(string userCode)
    {
        if (userCode.Length > LongestUserCode || userCode.Any(char.IsControl))
        {
            throw OAuthAnswer.Protocol("The sign-in service gave a user_code that cannot be shown.");
        }
    }

    /// <exception cref="ExchangeException"><c>Okx.AuthenticationError.protocol_error</c></exception>
    public static void CheckPage(string page, OAuthServer server)
    {
        if (!IsPage(page, server))
        {
            throw OAuthAnswer.Protocol("The sign-in service gave a verification_uri that is not a page of OKX.");
        }
    }

    /// <exception cref="ExchangeException"><c>Okx.AuthenticationError.protocol_error</c></exception>
    public static void CheckLife(int seconds)
    {
        if (seconds <= 0)
        {
            throw OAuthAnswer.Protocol("The sign-in service gave a code that has expired already (expires_in).");
        }
    }

    /// <summary>True for a page of the service that people may be sent to.</summary>
    public static bool IsPage(string text, OAuthServer server) =>
        !text.Any(char.IsControl) && Uri.TryCreate(text, UriKind.Absolute, out var page) && server.OwnsPage(page);
}
