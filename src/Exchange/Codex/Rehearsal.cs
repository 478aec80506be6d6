namespace Exchange.Codex;

/// <summary>
/// A rehearsal never meets a real login: what the simulator issued can be told apart, and nothing else is sent to it
/// (docs/decisions/0051-codex-rehearsal.md).
/// </summary>
internal static class Rehearsal
{
    /// <summary>The issuer of the simulator's tokens: a name that cannot exist (RFC 2606).</summary>
    public const string Issuer = "https://auth.simulator.invalid";

    /// <summary>How its refresh tokens begin.</summary>
    public const string RefreshPrefix = "rt_simulator_";

    /// <exception cref="ExchangeException"><c>CodexAuth.not_a_rehearsal_profile</c></exception>
    public static void CheckAccess(CodexEndpoint endpoint, string access, string profileId)
    {
        if (endpoint.IsRehearsal && CodexClaims.Read(access)?.Issuer != Issuer)
        {
            throw NotOfIt(profileId);
        }
    }

    /// <exception cref="ExchangeException"><c>CodexAuth.not_a_rehearsal_profile</c></exception>
    public static void CheckRefresh(CodexEndpoint endpoint, string refresh, string profileId)
    {
        if (endpoint.IsRehearsal && !refresh.StartsWith(RefreshPrefix, StringComparison.Ordinal))
        {
            throw NotOfIt(profileId);
        }
    }

    private static ExchangeException NotOfIt(string profileId) =>
        CodexError.Of(
            "not_a_rehearsal_profile",
            $"{profileId} was not signed in at the simulator, so its token is not sent there.",
            "End the simulator, or unset EXCHANGE_SIMULATOR, to use the live service; or sign in at the simulator first.",
            profileId
        );
}
