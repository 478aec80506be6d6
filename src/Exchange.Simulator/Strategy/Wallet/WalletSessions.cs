using System.Security.Cryptography;
using Exchange.Simulator.Http;
using Exchange.Simulator.Strategy.Cryptography;
using Exchange.Simulator.Strategy.Wire;

namespace Exchange.Simulator.Strategy.Wallet;

/// <summary>Sessions, their keys and their tokens (strategy.md 14.2, 14.4).</summary>
internal sealed class WalletSessions(WalletSimulatorUser user, SeededTokens tokens, SimulatorClock clock)
{
    private readonly Jwt _jwt = new(tokens.NextBytes());
    private readonly List<WalletSession> _all = [];
    private readonly Dictionary<string, (WalletSession Session, long ExpiresMs)> _access = new(StringComparer.Ordinal);
    private long _issued;

    public IReadOnlyList<WalletSession> All => _all;

    /// <summary>Opens a session whose key is sealed for the client.</summary>
    /// <exception cref="BackendRefusal">The client's key is of low order.</exception>
    public WalletSession Open(byte[] temporaryKey, string loginType, bool hasSaTeeId, Web3Behaviour behaviour)
    {
        var seed = tokens.NextBytes();
        var session = new WalletSession
        {
            Id = tokens.Next("session-")[..20],
            LoginType = loginType,
            PublicKey = Curves.Ed25519PublicKey(seed),
            EncryptedSessionSk = Seal(temporaryKey, seed),
            SessionCert = Convert.ToBase64String(tokens.NextBytes()),
            KeyExpiresMs = clock.NowMs + behaviour.SessionKeyLife * 1000L,
            TeeId = "tee-01",
            SaTeeId = hasSaTeeId && !behaviour.OmitSaTeeId ? "tee-sa-01" : null,
        };
        _all.Add(session);
        return session;
    }

    /// <summary>A new pair of tokens. The refresh token before is dead, the access token before lives on.</summary>
    public string IssueTokens(WalletSession session, Web3Behaviour behaviour)
    {
        var nowMs = clock.NowMs;
        var expiresMs = nowMs + behaviour.AccessTokenLife * 1000L;
        session.RefreshExpiresMs = nowMs + behaviour.RefreshTokenLife * 1000L;
        session.RefreshToken = Issue(session, "refresh", session.RefreshExpiresMs);
        var access = Issue(session, "access", expiresMs);
        _access[access] = (session, expiresMs);
        return access;
    }

    /// <summary>The session of a good access token; null when it is unknown, expired, or its session is over.</summary>
    public WalletSession? ByAccessToken(string token) =>
        _access.TryGetValue(token, out var found)
        && !found.Session.IsEnded
        && clock.NowMs < found.ExpiresMs
        && clock.NowMs < found.Session.KeyExpiresMs
            ? found.Session
            : null;

    /// <exception cref="BackendRefusal">10026: the token is used, expired, revoked or unknown.</exception>
    public WalletSession ByRefreshToken(string? token) =>
        _all.Find(session =>
            session.RefreshToken == token && !session.IsEnded && clock.NowMs < session.RefreshExpiresMs
        ) ?? throw new BackendRefusal(10026);

    public void ExpireAccessTokens() => _access.Clear();

    public void ExpireRefreshTokens() => _all.ForEach(session => session.RefreshExpiresMs = clock.NowMs);

    public void Revoke() => _all.ForEach(session => session.IsEnded = true);

    /// <summary>Forgets that any session's key was registered: the next order is answered 60018.</summary>
    public void Deactivate() => _all.ForEach(session => session.Registered.Clear());

    private string Issue(WalletSession session, string use, long expiresMs) =>
        _jwt.Issue(user.Accounts[0].Id, session.Id, use, clock.NowMs, expiresMs, ++_issued);

    private string Seal(byte[] temporaryKey, byte[] seed)
    {
        try
        {
            return Convert.ToBase64String(SessionSeal.Seal(temporaryKey, tokens.NextBytes(), seed));
        }
        catch (CryptographicException)
        {
            throw BackendRefusal.Parameter("tempPubKey");
        }
    }
}
