using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx.OAuth;

/// <summary>The sessions that were granted, and their tokens.</summary>
internal sealed class OAuthSessions(SeededTokens tokens, SimulatorClock clock)
{
    private readonly List<OAuthSession> _all = [];
    private readonly Dictionary<string, (OAuthSession Session, long ExpiresMs)> _access = new(StringComparer.Ordinal);

    public IReadOnlyList<OAuthSession> All => _all;

    public OAuthSession Open(DeviceGrant grant, IReadOnlyList<string> scopes, OkxBehaviour behaviour)
    {
        var session = new OAuthSession
        {
            Id = tokens.Next("session-")[..16],
            ClientId = grant.ClientId,
            Scopes = scopes,
            Resource = grant.Resource,
            GrantedMs = clock.NowMs,
            RefreshToken = tokens.Next("simulator-refresh-"),
        };
        Renew(session, behaviour);
        _all.Add(session);
        return session;
    }

    /// <summary>A new access token. Those before it stay good until they expire.</summary>
    public string IssueAccessToken(OAuthSession session, OkxBehaviour behaviour)
    {
        var token = tokens.Next("simulator-access-");
        _access[token] = (session, clock.NowMs + behaviour.AccessTokenLife * 1000L);
        return token;
    }

    /// <summary>The session of a refresh token, whose life begins anew.</summary>
    /// <exception cref="OAuthRefusal"><c>invalid_grant</c></exception>
    public OAuthSession Refresh(string? refreshToken, OAuthClient client, OkxBehaviour behaviour)
    {
        var session = _all.Find(one => one.RefreshToken == refreshToken && one.ClientId == client.Id);
        if (session is null or { IsRevoked: true } || clock.NowMs >= session.RefreshExpiresMs)
        {
            throw new OAuthRefusal("invalid_grant", "The refresh token is invalid, expired or revoked.");
        }
        Renew(session, behaviour);
        if (behaviour.Rotate)
        {
            session.RefreshToken = tokens.Next("simulator-refresh-");
        }
        return session;
    }

    /// <summary>The session of a good access token; null when it is unknown, expired or revoked.</summary>
    public OAuthSession? ByAccessToken(string token) =>
        _access.TryGetValue(token, out var found) && !found.Session.IsRevoked && clock.NowMs < found.ExpiresMs
            ? found.Session
            : null;

    /// <summary>Revokes one session, or every one.</summary>
    public bool Revoke(string? id)
    {
        var revoked = _all.FindAll(session => !session.IsRevoked && (id is null || session.Id == id));
        revoked.ForEach(session => session.IsRevoked = true);
        return revoked.Count > 0;
    }

    /// <summary>Ends the life of every access token now.</summary>
    public void ExpireAccessTokens() => _access.Clear();

    /// <summary>Ends the life of every refresh token now.</summary>
    public void ExpireRefreshTokens() => _all.ForEach(session => session.RefreshExpiresMs = clock.NowMs);

    private void Renew(OAuthSession session, OkxBehaviour behaviour)
    {
        session.LastUsedMs = clock.NowMs;
        session.RefreshExpiresMs = clock.NowMs + behaviour.RefreshTokenLife * 1000L;
    }
}
