using Exchange.Storage;

namespace Exchange.Okx.SignIn;

/// <content>A new device code (okx-account.md 5.3, steps 6 and 7).</content>
public sealed partial class OkxSignIn
{
    // The second of two at once waits so long, and then shows the code of the first (okx-account.md section 11).
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(5);

    /// <summary>The code that waits for the person now; null when none does.</summary>
    public OkxDeviceCode? PendingCode() => PendingOf(store.Read()) is { } pending ? CodeOf(pending) : null;

    /// <summary>Asks for a device code, registering first where that has not been done, and keeps it as pending.</summary>
    /// <param name="site">The site that the person has chosen.</param>
    /// <param name="scopes">What to ask for.</param>
    /// <param name="force">Give up a code that waits already; without it that one is given again.</param>
    /// <param name="cancel">Ends it; nothing is then kept.</param>
    /// <exception cref="ExchangeException">The service refuses, or does not keep to the protocol; no code is then kept.</exception>
    public async Task<OkxDeviceCode> StartAsync(
        string site,
        IReadOnlyList<string> scopes,
        bool force,
        CancellationToken cancel
    )
    {
        var server = serverOf(site);
        var before = store.Read().Pending?.DeviceCode;
        using var turn = await TakeStartAsync(cancel).ConfigureAwait(false);
        if (PendingOf(store.Read()) is { } pending && (!force || turn is null || pending.DeviceCode != before))
        {
            return CodeOf(pending);
        }
        if (turn is null)
        {
            throw StorageErrors.Locked(store.Path, StartLimit);
        }
        var fresh = await AskForCodeAsync(server, string.Join(' ', scopes), cancel).ConfigureAwait(false);
        await store
            .UpdateAsync(
                state =>
                {
                    state.Pending = fresh;
                    return true;
                },
                cancel
            )
            .ConfigureAwait(false);
        return CodeOf(fresh);
    }

    private async Task<FileLock?> TakeStartAsync(CancellationToken cancel)
    {
        try
        {
            return await store.LockAsync("start.lock", StartLimit, cancel).ConfigureAwait(false);
        }
        catch (ExchangeException trouble) when (trouble.ErrorId == "Exchange.StorageLocked")
        {
            return null;
        }
    }

    private OkxDeviceCode CodeOf(PendingSignIn pending) =>
        new()
        {
            Site = pending.Site,
            VerificationUri = new Uri(pending.VerificationUri),
            UserCode = pending.UserCode,
            ExpiresIn = pending.SecondsLeft(Now),
            CompleteUri = pending.CompleteUri is { } complete ? new Uri(complete) : null,
        };

    // A registration that the service has forgotten is made anew, once.
    private async Task<PendingSignIn> AskForCodeAsync(OAuthServer server, string scope, CancellationToken cancel)
    {
        var client = new OAuthClient(server, corridor, listener);
        for (var isSecond = false; ; isSecond = true)
        {
            var registered =
                store.Read().ClientOf(server)
                ?? await RegisterAsync(client, server, scope, cancel).ConfigureAwait(false);
            var answer = await client.AuthorizeDeviceAsync(registered.ClientId, scope, cancel).ConfigureAwait(false);
            if (answer.Error == "invalid_client" && !isSecond)
            {
                await DropClientAsync(server.Site, registered.ClientId, cancel).ConfigureAwait(false);
                continue;
            }
            return answer.Error is null
                ? PendingFrom(answer, server, scope)
                : throw Refused(answer, "The sign-in service gives no device code");
        }
    }

    private async Task<RegisteredClient> RegisterAsync(
        OAuthClient client,
        OAuthServer server,
        string scope,
        CancellationToken cancel
    )
    {
        var answer = await client.RegisterAsync(scope, cancel).ConfigureAwait(false);
        if (answer.Error is not null)
        {
            throw Refused(answer, "The sign-in service does not register this client");
        }
        var registered = new RegisteredClient
        {
            Authority = server.Authority,
            ClientId = answer.Required("client_id"),
            IssuedAt = Now,
            Scope = scope,
            RedirectUris = OAuthClient.RedirectUris,
        };
        await store
            .UpdateAsync(
                state =>
                {
                    state.Clients[server.Site] = registered;
                    return true;
                },
                cancel
            )
            .ConfigureAwait(false);
        return registered;
    }

    private Task<SignInState> DropClientAsync(string site, string clientId, CancellationToken cancel) =>
        store.UpdateAsync(
            state => state.Clients.GetValueOrDefault(site)?.ClientId == clientId && state.Clients.Remove(site),
            cancel
        );

    private PendingSignIn PendingFrom(OAuthAnswer answer, OAuthServer server, string scope)
    {
        var deviceCode = answer.Required("device_code");
        var userCode = answer.Required("user_code");
        var page = answer.Required("verification_uri");
        DeviceCodeRules.CheckUserCode(userCode);
        DeviceCodeRules.CheckPage(page, server);
        var life = answer.Seconds("expires_in") ?? DevicePoll.UsualLife;
        DeviceCodeRules.CheckLife(life);
        var interval = DevicePoll.Interval(answer.Seconds("interval"));
        var now = Now;
        return new PendingSignIn
        {
            Site = server.Site,
            Authority = server.Authority,
            DeviceCode = deviceCode,
            UserCode = userCode,
            VerificationUri = page,
            CompleteUri =
                answer.Text("verification_uri_complete") is { } complete && DeviceCodeRules.IsPage(complete, server)
                    ? complete
                    : null,
            Scope = scope,
            StartedAt = now,
            ExpiresAt = now.AddSeconds(Math.Min(life, DeviceCodeRules.LongestLife)),
            Interval = interval,
            Wait = interval,
            NextPollAt = now.AddSeconds(interval),
        };
    }

    private static ExchangeException Refused(OAuthAnswer answer, string what)
    {
        if (answer.Status == 404 || answer.Error is "unsupported_grant_type")
        {
            return DevicePoll.NotOffered();
        }
        if (answer.IsTrouble)
        {
            return OkxError.Network($"Network error: the sign-in service answered {answer.Status}.");
        }
        var said = OkxRedaction.Of($"{answer.Error} {answer.Description}");
        return OkxError.Authentication(
            answer.Error == "invalid_client" ? "invalid_client" : "refused",
            $"{what}: {said.TrimEnd('.')}.",
            OkxSignInErrors.WantsSignIn(said)
                ? OkxRemedies.Walk
                : "Repeat later, or use an API key: Initialize-OkxConfig."
        );
    }
}
