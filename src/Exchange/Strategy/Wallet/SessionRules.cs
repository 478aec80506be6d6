using System.Globalization;

namespace Exchange.Strategy.Wallet;

/// <summary>What a session must be before anything is sent with it (strategy.md 14.4).</summary>
internal static class SessionRules
{
    /// <summary>An access token is renewed so long before its end.</summary>
    private static readonly TimeSpan RefreshMargin = TimeSpan.FromSeconds(60);

    /// <summary>When the session's key ends; null when that cannot be read.</summary>
    public static DateTimeOffset? KeyEnds(WalletRecord record) =>
        long.TryParse(
            record.SessionKeyExpireAt.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var seconds
        )
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The session, when it lives.</summary>
    /// <exception cref="ExchangeException"><c>Wallet.NotLoggedIn</c>, <c>Wallet.SessionExpired</c></exception>
    public static WalletRecord Check(WalletRecord? record, DateTimeOffset now)
    {
        if (record is not { HasSession: true })
        {
            throw WalletError.NotLoggedIn();
        }
        if (!(KeyEnds(record) > now))
        {
            throw WalletError.SessionExpired();
        }
        if (record.RefreshToken.Length == 0 || record.AccessToken.Length == 0)
        {
            throw WalletError.NotLoggedIn();
        }
        return JwtExpiry.Of(record.RefreshToken) > now ? record : throw WalletError.SessionExpired();
    }

    /// <summary>True while the access token can be used.</summary>
    public static bool IsFresh(WalletRecord record, DateTimeOffset now) =>
        JwtExpiry.Of(record.AccessToken) > now + RefreshMargin;

    /// <summary>True when the session lives, by the rule of <c>Get-AgenticWallet</c> (strategy.md 14.5).</summary>
    public static bool Lives(WalletRecord? record, DateTimeOffset now) =>
        record is not null && KeyEnds(record) > now && JwtExpiry.Of(record.RefreshToken) > now;
}
