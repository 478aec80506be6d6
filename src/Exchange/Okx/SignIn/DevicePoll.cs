using Exchange.Http;

namespace Exchange.Okx.SignIn;

/// <summary>What one answer to a poll means.</summary>
internal abstract record PollVerdict
{
    private PollVerdict() { }

    /// <summary>Not yet; <see cref="PendingSignIn.NextPollAt"/> says when to ask again.</summary>
    public sealed record NotYet : PollVerdict;

    /// <summary>Approved.</summary>
    public sealed record Granted(SignInSession Session) : PollVerdict
    {
        public override string ToString() => nameof(Granted);
    }

    /// <summary>Over: the code is good for nothing any more.</summary>
    /// <param name="Error">Why.</param>
    /// <param name="DropsClient">True when the registration is good for nothing either.</param>
    public sealed record Over(ExchangeException Error, bool DropsClient = false) : PollVerdict;

    /// <summary>The service did not keep to the protocol; the code stays until it expires.</summary>
    public sealed record Broken(ExchangeException Error) : PollVerdict;
}

/// <summary>The table of okx-account.md 5.6. Changes nothing but the times of the pending sign-in.</summary>
internal static class DevicePoll
{
    public const int UsualInterval = 5;
    public const int UsualLife = 600;

    private const int LongestInterval = 60;
    private const int LongestWait = 60;
    private const int SlowDownStep = 5;

    /// <summary>The interval that a device answer asks for.</summary>
    public static int Interval(int? asked) => Math.Clamp(asked ?? UsualInterval, 1, LongestInterval);

    /// <summary>The code's time is up.</summary>
    public static ExchangeException TimedOut() =>
        OkxError.Authentication("expired_token", "Authorization timed out", "Sign in again: Connect-OkxAccount.");

    /// <summary>No answer, or trouble of the service: double the wait, until an answer comes.</summary>
    public static PollVerdict Unanswered(PendingSignIn pending, DateTimeOffset now)
    {
        pending.Wait = Math.Max(Math.Min(pending.Wait * 2, LongestWait), pending.Interval);
        pending.NextPollAt = now.AddSeconds(pending.Wait);
        return new PollVerdict.NotYet();
    }

    /// <summary>The meaning of an answer that came at <paramref name="now"/>.</summary>
    public static PollVerdict Judge(PendingSignIn pending, string clientId, OAuthAnswer answer, DateTimeOffset now)
    {
        if (answer.Status == 429 || answer.Error is "slow_down" or "50011")
        {
            return SlowDown(pending, answer.RetryAfter, now);
        }
        if (answer.IsTrouble && answer.Status != 404)
        {
            return Unanswered(pending, now);
        }
        Wait(pending, now, TimeSpan.Zero);
        return answer.Error switch
        {
            null => Granted(pending, clientId, answer, now),
            "authorization_pending" => new PollVerdict.NotYet(),
            "access_denied" => new PollVerdict.Over(OkxSignInErrors.AccessDenied()),
            "expired_token" => new PollVerdict.Over(TimedOut()),
            "invalid_grant" => new PollVerdict.Over(InvalidGrant(answer)),
            "invalid_client" => new PollVerdict.Over(UnknownClient(), DropsClient: true),
            "unsupported_grant_type" or "http_404" => new PollVerdict.Over(NotOffered()),
            var other => new PollVerdict.Broken(
                OkxError.Authentication(
                    OkxRedaction.Of(other),
                    $"The sign-in service answered {OkxRedaction.Of(other)}: {OkxRedaction.Of(answer.Description ?? "nothing more")}.",
                    "Repeat later."
                )
            ),
        };
    }

    /// <summary>The service knows no device sign-in.</summary>
    public static ExchangeException NotOffered() =>
        OkxError.Authentication(
            "unsupported_grant_type",
            "Device sign-in is not offered by this site.",
            "Use an API key instead: Initialize-OkxConfig."
        );

    /// <summary>The service has forgotten the registration.</summary>
    public static ExchangeException UnknownClient() =>
        OkxError.Authentication(
            "invalid_client",
            "The sign-in service does not know this client any more.",
            "Sign in again: Connect-OkxAccount registers anew."
        );

    /// <summary>The session of a good answer to a device code or a refresh token.</summary>
    /// <exception cref="ExchangeException"><c>Okx.AuthenticationError.protocol_error</c></exception>
    public static SignInSession Session(
        OAuthAnswer answer,
        string site,
        string authority,
        string clientId,
        string[] requested,
        DateTimeOffset now
    )
    {
        var token = answer.Required("access_token");
        if (answer.Text("token_type") is { } type && !type.Equals("bearer", StringComparison.OrdinalIgnoreCase))
        {
            throw OAuthAnswer.Protocol("The sign-in service gave a token of another type than bearer (token_type).");
        }
        if (token.Any(c => c is <= ' ' or > '~'))
        {
            throw OAuthAnswer.Protocol("The sign-in service gave an access_token that no header can carry.");
        }
        var life = Math.Clamp(answer.Seconds("expires_in") ?? 3600, 0, 366 * 24 * 3600);
        return new SignInSession
        {
            Site = site,
            Authority = authority,
            ClientId = clientId,
            AccessToken = token,
            RefreshToken = answer.Text("refresh_token"),
            ExpiresAt = now.AddSeconds(life),
            ExpiresIn = life,
            Scopes = answer.List("scope") is { Length: > 0 } granted ? granted : requested,
        };
    }

    private static PollVerdict Granted(PendingSignIn pending, string clientId, OAuthAnswer answer, DateTimeOffset now)
    {
        try
        {
            var requested = pending.Scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return new PollVerdict.Granted(Session(answer, pending.Site, pending.Authority, clientId, requested, now));
        }
        catch (ExchangeException trouble)
        {
            return new PollVerdict.Broken(trouble);
        }
    }

    private static PollVerdict SlowDown(PendingSignIn pending, TimeSpan? retryAfter, DateTimeOffset now)
    {
        pending.Interval += SlowDownStep;
        Wait(pending, now, retryAfter ?? TimeSpan.Zero);
        return new PollVerdict.NotYet();
    }

    private static void Wait(PendingSignIn pending, DateTimeOffset now, TimeSpan atLeast)
    {
        // What the service asks for is kept, but never beyond the life of the code.
        var asked = Math.Min(atLeast.TotalSeconds, (pending.ExpiresAt - pending.StartedAt).TotalSeconds);
        pending.Wait = (int)Math.Max(pending.Interval, Math.Ceiling(asked));
        pending.NextPollAt = now.AddSeconds(pending.Wait);
    }

    private static ExchangeException InvalidGrant(OAuthAnswer answer) =>
        answer.Description is { } said && said.Contains("resource", StringComparison.OrdinalIgnoreCase)
            ? OkxError.Config(
                $"The sign-in service refuses the resource of this site: {OkxRedaction.Of(said)}.",
                "Use an API key instead: Initialize-OkxConfig."
            )
            : TimedOut();
}
