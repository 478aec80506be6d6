using System.Text.Json;
using Exchange.Simulator.Http;

namespace Exchange.Simulator.Okx.OAuth;

/// <summary>An application that registered itself (RFC 7591). It has no secret.</summary>
internal sealed record OAuthClient(
    string Id,
    string Name,
    string Scope,
    IReadOnlyList<string> RedirectUris,
    long IssuedMs
);

/// <summary>The applications that registered themselves.</summary>
internal sealed class ClientRegistry(SeededTokens tokens)
{
    private readonly Dictionary<string, OAuthClient> _clients = new(StringComparer.Ordinal);

    /// <exception cref="OAuthRefusal"><c>invalid_client_metadata</c> or <c>invalid_redirect_uri</c></exception>
    public OAuthClient Register(JsonElement metadata, long nowMs)
    {
        var name = metadata.Text("client_name")?.Trim();
        if (string.IsNullOrEmpty(name) || name.Length > 120)
        {
            throw new OAuthRefusal("invalid_client_metadata", "client_name is needed.");
        }
        if (metadata.Text("token_endpoint_auth_method") is not (null or "none"))
        {
            throw new OAuthRefusal(
                "invalid_client_metadata",
                "Clients are public: token_endpoint_auth_method is none."
            );
        }
        var redirects = metadata.Texts("redirect_uris") ?? [];
        if (redirects.Any(redirect => !IsRedirect(redirect)))
        {
            throw new OAuthRefusal("invalid_redirect_uri", "A redirect is https, or http to this machine.");
        }
        var scope = string.Join(' ', OAuthScopes.Parse(metadata.Text("scope")));
        var client = new OAuthClient(tokens.Next("simulator-client-"), name, scope, redirects, nowMs);
        _clients.Add(client.Id, client);
        return client;
    }

    /// <exception cref="OAuthRefusal"><c>invalid_client</c></exception>
    public OAuthClient Find(string? id) => _clients.GetValueOrDefault(id ?? "") ?? throw OAuthRefusal.UnknownClient();

    /// <summary>The name to show for an application, also one that is forgotten.</summary>
    public string NameOf(string id) => _clients.GetValueOrDefault(id)?.Name ?? id;

    /// <summary>Forgets every application: their next call is answered <c>invalid_client</c>.</summary>
    public void Forget() => _clients.Clear();

    private static bool IsRedirect(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" || uri is { Scheme: "http", IsLoopback: true });
}
