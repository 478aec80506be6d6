using System.Text.Json.Serialization;

namespace Exchange.Okx.SignIn;

/// <summary>What is kept between two commands (okx-account.md 5.2). Holds secrets: none of it is ever shown.</summary>
internal sealed class SignInState
{
    /// <summary>Registered clients, by site. Signing out keeps them.</summary>
    public Dictionary<string, RegisteredClient> Clients { get; set; } = new(StringComparer.Ordinal);

    public PendingSignIn? Pending { get; set; }

    public SignInSession? Session { get; set; }

    /// <summary>False when a member that is always written is null: JSON can hold what the types rule out.</summary>
    [JsonIgnore]
    public bool IsWhole =>
        Clients is not null
        && Clients.Values.All(client =>
            client is { Authority: not null, ClientId: not null, Scope: not null, RedirectUris: not null }
        )
        && Pending
            is null
                or {
                    Site: not null,
                    Authority: not null,
                    DeviceCode: not null,
                    UserCode: not null,
                    VerificationUri: not null,
                    Scope: not null
                }
        && Session
            is null
                or { Site: not null, Authority: not null, ClientId: not null, AccessToken: not null, Scopes: not null };

    /// <summary>The client of a server; one of another address counts for nothing.</summary>
    public RegisteredClient? ClientOf(OAuthServer server) =>
        Clients.GetValueOrDefault(server.Site) is { } client && client.Authority == server.Authority ? client : null;
}

internal sealed class RegisteredClient
{
    public required string Authority { get; set; }

    public required string ClientId { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    public string Scope { get; set; } = "";

    public string[] RedirectUris { get; set; } = [];
}

/// <summary>A device code that the person has not yet approved, as far as we know.</summary>
internal sealed class PendingSignIn
{
    public required string Site { get; set; }

    public required string Authority { get; set; }

    public required string DeviceCode { get; set; }

    public required string UserCode { get; set; }

    public required string VerificationUri { get; set; }

    /// <summary>With the code already in it, where the service gave one.</summary>
    public string? CompleteUri { get; set; }

    /// <summary>Asked for; granted when the answer names none (RFC 6749 5.1).</summary>
    public required string Scope { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Seconds between two polls, by the service's word.</summary>
    public int Interval { get; set; }

    /// <summary>Seconds to wait after trouble on the way; the interval when there was none.</summary>
    public int Wait { get; set; }

    public DateTimeOffset NextPollAt { get; set; }

    /// <summary>Seconds that are left, the one that has begun included; a clock that was moved back does not make it longer than it was.</summary>
    public int SecondsLeft(DateTimeOffset now)
    {
        var left = Math.Min((ExpiresAt - now).TotalSeconds, (ExpiresAt - StartedAt).TotalSeconds);
        return (int)Math.Max(0, Math.Ceiling(left));
    }

    /// <summary>How long until it may be asked for again. What is further off than one wait was written before the clock was set back:
    /// it keeps nobody waiting.</summary>
    public TimeSpan UntilNextPoll(DateTimeOffset now)
    {
        var until = NextPollAt - now;
        return until > TimeSpan.Zero && until <= TimeSpan.FromSeconds(Math.Max(Wait, Interval)) ? until : TimeSpan.Zero;
    }
}

internal sealed class SignInSession
{
    public required string Site { get; set; }

    public required string Authority { get; set; }

    public required string ClientId { get; set; }

    public required string AccessToken { get; set; }

    public string? RefreshToken { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The life in seconds that the service gave the access token.</summary>
    public int ExpiresIn { get; set; }

    public string[] Scopes { get; set; } = [];

    public int SecondsLeft(DateTimeOffset now) => (int)Math.Clamp((ExpiresAt - now).TotalSeconds, 0, int.MaxValue);

    /// <summary>okx-account.md section 4: the access token is valid, or can be renewed as far as we know.</summary>
    public bool IsUsable(DateTimeOffset now) => RefreshToken is not null || ExpiresAt > now;

    /// <summary>okx-account.md 5.7; and section 11, a clock that was moved back.</summary>
    public bool NeedsRenewal(DateTimeOffset now)
    {
        var left = ExpiresAt - now;
        return left < Lead || left > TimeSpan.FromSeconds(ExpiresIn + 60L);
    }

    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(300);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 16)]
[JsonSerializable(typeof(SignInState))]
internal sealed partial class SignInJson : JsonSerializerContext;
