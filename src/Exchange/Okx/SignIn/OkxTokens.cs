using Exchange.Http;
using Exchange.Storage;

namespace Exchange.Okx.SignIn;

/// <summary>
/// The token of the session, renewed when its end is near (okx-account.md 5.7). One process renews at a time; what another one has
/// renewed is taken.
/// </summary>
/// <param name="store">The state.</param>
/// <param name="serverOf">The sign-in service of a site.</param>
/// <param name="corridor">Connections, limits, clock.</param>
public sealed class OkxTokens(OkxSignInStore store, Func<string, OAuthServer> serverOf, ReadCorridor corridor)
{
    // A renewal may take the 15 seconds of its request, and one may wait for another.
    private static readonly TimeSpan RenewalLimit = TimeSpan.FromSeconds(40);

    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(60);

    private readonly TimeProvider _clock = corridor.Clock;
    private volatile Kept? _kept;

    private sealed record Kept(SignInSession Session, long Since);

    /// <summary>The token to use now.</summary>
    /// <exception cref="ExchangeException">
    /// <c>Okx.ConfigError</c>: nobody is signed in, or the sign-in waits for the person; the session has expired; the network.
    /// </exception>
    internal async Task<Secret> TakeAsync(ApiListener listener, CancellationToken cancel)
    {
        var now = _clock.GetUtcNow();
        if (_kept is { } kept && _clock.GetElapsedTime(kept.Since) <= KeptFor && !kept.Session.NeedsRenewal(now))
        {
            return Secret.From(kept.Session.AccessToken);
        }
        var session = Current();
        if (session.NeedsRenewal(now))
        {
            session = await RenewAsync(session, isRefused: false, listener, cancel).ConfigureAwait(false);
        }
        return Keep(session);
    }

    /// <summary>Refuses when there is no session to use; asks nobody.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c></exception>
    internal void Require() => Current();

    /// <summary>Another token in the place of one that the service did not take.</summary>
    internal async Task<Secret> ReplaceAsync(Secret refused, ApiListener listener, CancellationToken cancel)
    {
        Forget();
        var session = Current();
        return Secret.From(session.AccessToken).Equals(refused)
            ? Keep(await RenewAsync(session, isRefused: true, listener, cancel).ConfigureAwait(false))
            : Keep(session);
    }

    /// <summary>Looks at the state again before the next call.</summary>
    public void Forget() => _kept = null;

    private Secret Keep(SignInSession session)
    {
        _kept = new Kept(session, _clock.GetTimestamp());
        return Secret.From(session.AccessToken);
    }

    private SignInSession Current()
    {
        var state = store.Read();
        var now = _clock.GetUtcNow();
        if (state.Session is { } session && IsOurs(session) && session.IsUsable(now))
        {
            return session;
        }
        var isPending =
            state.Pending is { } pending
            && serverOf(pending.Site).Authority == pending.Authority
            && pending.SecondsLeft(now) > 0;
        throw isPending ? OkxError.StillPending() : OkxError.NoCredentials();
    }

    private bool IsOurs(SignInSession session) => serverOf(session.Site).Authority == session.Authority;

    private async Task<SignInSession> RenewAsync(
        SignInSession old,
        bool isRefused,
        ApiListener listener,
        CancellationToken cancel
    )
    {
        using var turn = await store.LockAsync("refresh.lock", RenewalLimit, cancel).ConfigureAwait(false);
        var session = Current();
        if (session.AccessToken != old.AccessToken && !session.NeedsRenewal(_clock.GetUtcNow()))
        {
            return session;
        }
        if (session.RefreshToken is not { } refreshToken)
        {
            // There is nothing to renew it with: it serves to its end, unless the service has refused it.
            return !isRefused && session.ExpiresAt > _clock.GetUtcNow()
                ? session
                : throw await ExpiredAsync(session, dropsClient: false).ConfigureAwait(false);
        }
        var server = serverOf(session.Site);
        var answer = await new OAuthClient(server, corridor, listener)
            .RefreshAsync(session.ClientId, refreshToken, cancel)
            .ConfigureAwait(false);
        if (answer.Error is null)
        {
            return await SaveAsync(session, answer).ConfigureAwait(false);
        }
        if (answer.IsTrouble || answer.Status == 429 || answer.Error is "slow_down" or "50011")
        {
            throw OkxError.Network(
                $"Network error: the session could not be renewed; the sign-in service answered {answer.Status}."
            );
        }
        throw answer.Error switch
        {
            "invalid_grant" or "invalid_client" => await ExpiredAsync(session, answer.Error == "invalid_client")
                .ConfigureAwait(false),
            _ => OkxError.Authentication(
                "refresh_failed",
                $"The session could not be renewed: {OkxRedaction.Of($"{answer.Error} {answer.Description}").TrimEnd('.')}.",
                "Repeat later, or sign in again: Connect-OkxAccount -Force."
            ),
        };
    }

    private async Task<SignInSession> SaveAsync(SignInSession old, OAuthAnswer answer)
    {
        var renewed = DevicePoll.Session(answer, old.Site, old.Authority, old.ClientId, old.Scopes, _clock.GetUtcNow());
        renewed.RefreshToken ??= old.RefreshToken;
        // The old token may be good for nothing now: what came is kept, whether or not anybody still waits.
        await store
            .UpdateAsync(
                state =>
                {
                    var isThere = state.Session?.AccessToken == old.AccessToken;
                    state.Session = isThere ? renewed : state.Session;
                    return isThere;
                },
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return renewed;
    }

    private async Task<ExchangeException> ExpiredAsync(SignInSession session, bool dropsClient)
    {
        Forget();
        await store
            .UpdateAsync(
                state =>
                {
                    if (state.Session?.AccessToken != session.AccessToken)
                    {
                        return false;
                    }
                    state.Session = null;
                    if (dropsClient)
                    {
                        state.Clients.Remove(session.Site);
                    }
                    return true;
                },
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return OkxSignInErrors.SessionExpired();
    }
}
