using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx.OAuth;

/// <summary>Metadata, registration, device codes and tokens (okx-account.md 5.1), answered under the venue's lock.</summary>
internal sealed class OAuthEndpoints(OkxVenue venue)
{
    public const string Prefix = "/api/v5/mcp/auth/";

    private const string DeviceGrantType = "urn:ietf:params:oauth:grant-type:device_code";

    private static readonly string[] ResponseTypes = ["code"];
    private static readonly string[] ClientMethods = ["none"];
    private static readonly string[] GrantTypes = ["authorization_code"];

    /// <summary>Answers a path behind the service's name; false when it is not one of these.</summary>
    /// <exception cref="OAuthRefusal">The request is answered with an RFC error.</exception>
    public bool Answer(Call call, string path)
    {
        switch (call.Method, path)
        {
            case ("GET", "/.well-known/oauth-authorization-server"):
                Metadata(call);
                return true;
            case ("POST", Prefix + "register"):
                Register(call);
                return true;
            case ("POST", Prefix + "device/authorize") when venue.Behaviour.DeviceGrant:
                Authorize(call);
                return true;
            case ("POST", Prefix + "token"):
                Token(call);
                return true;
            default:
                return false;
        }
    }

    // The device grant is not advertised, as on the live service.
    private static void Metadata(Call call)
    {
        var address = OkxVenue.AddressOf(call);
        OAuthAnswer.Write(
            call,
            new OkxBehaviour(),
            200,
            ("issuer", address),
            ("authorization_endpoint", address + Prefix + "authorize"),
            ("token_endpoint", address + Prefix + "token"),
            ("registration_endpoint", address + Prefix + "register"),
            ("response_types_supported", ResponseTypes),
            ("token_endpoint_auth_methods_supported", ClientMethods),
            ("grant_types_supported", GrantTypes)
        );
    }

    private void Register(Call call)
    {
        OAuthClient client;
        try
        {
            using var body = JsonDocument.Parse(call.Body);
            client = venue.Clients.Register(body.RootElement, call.NowMs);
        }
        catch (JsonException)
        {
            throw new OAuthRefusal("invalid_client_metadata", "The body is not JSON.");
        }
        OAuthAnswer.Write(
            call,
            venue.Behaviour,
            201,
            ("client_id", client.Id),
            ("client_id_issued_at", client.IssuedMs / 1000),
            ("client_name", client.Name),
            ("redirect_uris", client.RedirectUris),
            ("scope", client.Scope),
            ("token_endpoint_auth_method", "none")
        );
    }

    private void Authorize(Call call)
    {
        var parameters = OAuthParameters.Read(call, venue.Behaviour);
        var client = venue.Clients.Find(parameters["client_id"]);
        var scopes = OAuthScopes.Parse(parameters["scope"]);
        CheckResource(parameters["resource"]);
        var grant = venue.Grants.Issue(
            client,
            scopes.Count > 0 ? scopes : OAuthScopes.Parse(client.Scope),
            parameters["resource"],
            venue.Behaviour,
            venue.Clock.NowMs
        );
        var page = OkxVenue.AddressOf(call) + "/activate";
        OAuthAnswer.Write(
            call,
            venue.Behaviour,
            200,
            ("device_code", grant.DeviceCode),
            ("user_code", grant.UserCode),
            ("verification_uri", page),
            ("verification_uri_complete", $"{page}?user_code={grant.UserCode}"),
            ("expires_in", (long)venue.Behaviour.DeviceCodeLife),
            ("interval", (long)venue.Behaviour.Interval)
        );
    }

    private void Token(Call call)
    {
        var parameters = OAuthParameters.Read(call, venue.Behaviour);
        var grantType = parameters["grant_type"] ?? throw new OAuthRefusal("invalid_request", "grant_type is needed.");
        var isDevice = grantType == DeviceGrantType && venue.Behaviour.DeviceGrant;
        if (!isDevice && grantType != "refresh_token")
        {
            throw new OAuthRefusal("unsupported_grant_type", "This grant type is not supported.");
        }
        var client = venue.Clients.Find(parameters["client_id"]);
        CheckResource(parameters["resource"]);
        var session = isDevice ? Redeem(parameters, client) : Refresh(parameters, client);
        OAuthAnswer.Write(
            call,
            venue.Behaviour,
            200,
            ("access_token", venue.Sessions.IssueAccessToken(session, venue.Behaviour)),
            ("token_type", "Bearer"),
            ("expires_in", (long)venue.Behaviour.AccessTokenLife),
            ("refresh_token", isDevice || venue.Behaviour.Rotate ? session.RefreshToken : null),
            ("scope", OAuthAnswer.ScopeOf(session.Scopes, venue.Behaviour))
        );
        call.AccountName = venue.Account.Name;
    }

    private OAuthSession Redeem(OAuthParameters parameters, OAuthClient client)
    {
        var grant = venue.Grants.Redeem(parameters["device_code"], client, venue.Clock.NowMs);
        return venue.Sessions.Open(grant, grant.GrantedScopes ?? grant.Scopes, venue.Behaviour);
    }

    private OAuthSession Refresh(OAuthParameters parameters, OAuthClient client) =>
        venue.Sessions.Refresh(parameters["refresh_token"], client, venue.Behaviour);

    // okx-account.md 5.1: a wrong value gives invalid_grant that names the resource. Which one trading wants is assumed there.
    private static void CheckResource(string? resource)
    {
        var isKnown =
            Uri.TryCreate(resource, UriKind.Absolute, out var uri)
            && (uri.IsLoopback || uri.Host == "okx.com" || uri.Host.EndsWith(".okx.com", StringComparison.Ordinal))
            && uri.AbsolutePath.EndsWith("/api/v1/mcp", StringComparison.Ordinal);
        if (!isKnown)
        {
            throw new OAuthRefusal(
                "invalid_grant",
                "The resource parameter is missing or does not name a resource of this site."
            );
        }
    }
}
