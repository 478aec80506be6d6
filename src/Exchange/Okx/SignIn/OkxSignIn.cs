using Exchange.Http;

namespace Exchange.Okx.SignIn;

/// <summary>
/// Signing in with a device code (okx-account.md section 5): starting, one look for a status, waiting for the end, signing out. Several
/// processes of one user share one state, and none of them asks while another one does.
/// </summary>
/// <param name="store">The state.</param>
/// <param name="serverOf">The sign-in service of a site.</param>
/// <param name="corridor">Connections, limits, clock.</param>
/// <param name="listener">Hears of requests and warnings.</param>
public sealed partial class OkxSignIn(
    OkxSignInStore store,
    Func<string, OAuthServer> serverOf,
    ReadCorridor corridor,
    ApiListener listener
)
{
    private readonly TimeProvider _clock = corridor.Clock;

    private DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The status as the state has it; nothing is asked, nothing is changed.</summary>
    public OkxAuthStatus Peek() => StatusOf(store.Read());

    /// <summary>The status; a pending sign-in is asked for once, when its time has come (okx-account.md 5.4).</summary>
    public async Task<OkxAuthStatus> StatusAsync(CancellationToken cancel)
    {
        var state = store.Read();
        if (PendingOf(state) is not { } pending || pending.UntilNextPoll(Now) > TimeSpan.Zero)
        {
            return StatusOf(await ForgetExpiredAsync(state, cancel).ConfigureAwait(false));
        }
        var (_, error) = await PollOnceAsync(pending.DeviceCode, cancel).ConfigureAwait(false);
        if (error is not null)
        {
            listener.Warn(error.Message);
        }
        return Peek();
    }

    /// <summary>Asks quietly until the pending sign-in has come to an end (okx-account.md 5.5). A stop leaves it pending.</summary>
    /// <exception cref="ExchangeException">It was denied, has expired, or the service does not keep to the protocol.</exception>
    public async Task<OkxAuthStatus> WaitAsync(CancellationToken cancel)
    {
        var watch = new ClockWatch(_clock);
        var deviceCode = PendingOf(store.Read())?.DeviceCode;
        while (true)
        {
            var state = store.Read();
            var found = PendingOf(state);
            if (watch.Step() is { } step)
            {
                await FollowClockAsync(deviceCode, step, cancel).ConfigureAwait(false);
                continue;
            }
            if (found is not { } pending || pending.DeviceCode != deviceCode)
            {
                var isExpired = state.Pending is { } old && old.DeviceCode == deviceCode;
                await ForgetExpiredAsync(state, cancel).ConfigureAwait(false);
                return isExpired ? throw DevicePoll.TimedOut() : EndedElsewhere(state);
            }
            await PauseAsync(pending, cancel).ConfigureAwait(false);
            var (ended, error) = await PollOnceAsync(pending.DeviceCode, cancel).ConfigureAwait(false);
            if (error is not null)
            {
                throw error;
            }
            if (ended)
            {
                return Peek();
            }
        }
    }

    // The code lives as long as it did, whatever the clock says now: its times are set along with the clock.
    private async Task FollowClockAsync(string? deviceCode, TimeSpan step, CancellationToken cancel)
    {
        listener.Warn(
            FormattableString.Invariant(
                $"This machine's clock was set by {step.TotalSeconds:+0;-0} s while the sign-in waits; it goes on."
            )
        );
        await store
            .UpdateAsync(
                state =>
                {
                    if (state.Pending is not { } pending || pending.DeviceCode != deviceCode)
                    {
                        return false;
                    }
                    pending.StartedAt += step;
                    pending.ExpiresAt += step;
                    pending.NextPollAt = Now.AddSeconds(Math.Max(pending.Wait, pending.Interval));
                    return true;
                },
                cancel
            )
            .ConfigureAwait(false);
    }

    /// <summary>Forgets session and pending sign-in, keeps the registrations; asks nobody. True when there was something to forget.</summary>
    public async Task<bool> SignOutAsync(CancellationToken cancel)
    {
        var was = false;
        await store
            .UpdateAsync(
                state =>
                {
                    was = state.Session is not null || state.Pending is not null;
                    (state.Session, state.Pending) = (null, null);
                    return was;
                },
                cancel
            )
            .ConfigureAwait(false);
        return was;
    }

    // Another process has finished it, or somebody has signed out.
    private OkxAuthStatus EndedElsewhere(SignInState state) =>
        StatusOf(state) is { Status: OkxAuthStatus.LoggedIn } status
            ? status
            : throw OkxError.Authentication(
                "cancelled",
                "The sign-in has ended elsewhere: it was given up, or another one took its place.",
                "Run Get-OkxAuthStatus, or sign in again: Connect-OkxAccount."
            );

    private async Task PauseAsync(PendingSignIn pending, CancellationToken cancel)
    {
        var left = TimeSpan.FromSeconds(pending.SecondsLeft(Now));
        var until = pending.UntilNextPoll(Now);
        var pause = until < left ? until : left;
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, _clock, cancel).ConfigureAwait(false);
        }
    }

    // One poll, unless another process has taken the turn. What it says counts only if the code is still the one that is waited for.
    private async Task<(bool Ended, ExchangeException? Error)> PollOnceAsync(
        string deviceCode,
        CancellationToken cancel
    )
    {
        var (pending, client) = await TakeTurnAsync(deviceCode, cancel).ConfigureAwait(false);
        if (pending is null)
        {
            return (false, null);
        }
        if (client is null)
        {
            var lost = new PollVerdict.Over(DevicePoll.UnknownClient());
            return await SettleAsync(pending, lost, cancel).ConfigureAwait(false);
        }
        var verdict = await AskAsync(pending, client, cancel).ConfigureAwait(false);
        // What the service has given must be kept, also when nobody waits for it any more.
        return await SettleAsync(pending, verdict, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<PollVerdict> AskAsync(PendingSignIn pending, RegisteredClient client, CancellationToken cancel)
    {
        try
        {
            var answer = await new OAuthClient(serverOf(pending.Site), corridor, listener)
                .PollAsync(client.ClientId, pending.DeviceCode, cancel)
                .ConfigureAwait(false);
            if (answer.Error is null && answer.Text("expires_in") is not null && answer.Seconds("expires_in") is null)
            {
                listener.Note("The life of the access token is no number; an hour is assumed.");
            }
            return DevicePoll.Judge(pending, client.ClientId, answer, Now);
        }
        catch (ExchangeException trouble) when (trouble.ErrorId is "Okx.NetworkError" or "Okx.RateLimitError")
        {
            return DevicePoll.Unanswered(pending, Now);
        }
    }

    private async Task<(PendingSignIn? Pending, RegisteredClient? Client)> TakeTurnAsync(
        string deviceCode,
        CancellationToken cancel
    )
    {
        PendingSignIn? mine = null;
        var state = await store
            .UpdateAsync(
                state =>
                {
                    if (
                        PendingOf(state) is not { } pending
                        || pending.DeviceCode != deviceCode
                        || pending.UntilNextPoll(Now) > TimeSpan.Zero
                    )
                    {
                        return false;
                    }
                    mine = pending;
                    pending.NextPollAt = Now.AddSeconds(Math.Max(pending.Wait, pending.Interval));
                    return true;
                },
                cancel
            )
            .ConfigureAwait(false);
        return (mine, mine is null ? null : state.ClientOf(serverOf(mine.Site)));
    }

    private async Task<(bool Ended, ExchangeException? Error)> SettleAsync(
        PendingSignIn pending,
        PollVerdict verdict,
        CancellationToken cancel
    )
    {
        var isStillMine = false;
        await store
            .UpdateAsync(
                state =>
                {
                    isStillMine = state.Pending?.DeviceCode == pending.DeviceCode;
                    if (isStillMine)
                    {
                        Apply(state, pending, verdict);
                    }
                    return isStillMine;
                },
                cancel
            )
            .ConfigureAwait(false);
        return (isStillMine, verdict) switch
        {
            (false, _) => (false, null),
            (_, PollVerdict.Granted) => (true, null),
            (_, PollVerdict.Over over) => (true, over.Error),
            (_, PollVerdict.Broken broken) => (true, broken.Error),
            _ => (false, null),
        };
    }

    private static void Apply(SignInState state, PendingSignIn pending, PollVerdict verdict)
    {
        switch (verdict)
        {
            case PollVerdict.Granted granted:
                state.Session = granted.Session;
                state.Pending = null;
                break;
            case PollVerdict.Over over:
                state.Pending = null;
                if (over.DropsClient)
                {
                    state.Clients.Remove(pending.Site);
                }
                break;
            default:
                state.Pending = pending;
                break;
        }
    }

    private async Task<SignInState> ForgetExpiredAsync(SignInState state, CancellationToken cancel)
    {
        if (
            state.Pending is not { } pending
            || !IsOurs(pending.Site, pending.Authority)
            || pending.SecondsLeft(Now) > 0
        )
        {
            return state;
        }
        return await store
            .UpdateAsync(
                now =>
                {
                    var isIt = now.Pending?.DeviceCode == pending.DeviceCode;
                    now.Pending = isIt ? null : now.Pending;
                    return isIt;
                },
                cancel
            )
            .ConfigureAwait(false);
    }

    private OkxAuthStatus StatusOf(SignInState state)
    {
        if (PendingOf(state) is { } pending)
        {
            return new OkxAuthStatus { Site = pending.Site, Status = OkxAuthStatus.Pending };
        }
        if (SessionOf(state) is not { } session)
        {
            return OkxAuthStatus.Nobody;
        }
        return new OkxAuthStatus
        {
            Site = session.Site,
            Status = OkxAuthStatus.LoggedIn,
            ExpiresAt = session.ExpiresAt,
            Ttl = session.SecondsLeft(Now),
            Scopes = session.Scopes,
        };
    }

    // Of this service, and not yet over.
    private PendingSignIn? PendingOf(SignInState state) =>
        state.Pending is { } pending && IsOurs(pending.Site, pending.Authority) && pending.SecondsLeft(Now) > 0
            ? pending
            : null;

    private SignInSession? SessionOf(SignInState state) =>
        state.Session is { } session && IsOurs(session.Site, session.Authority) && session.IsUsable(Now)
            ? session
            : null;

    // What one service gave says nothing about another one.
    private bool IsOurs(string site, string authority) => serverOf(site).Authority == authority;
}
