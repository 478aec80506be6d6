using Exchange.Http;

namespace Exchange.Okx.SignIn;

/// <summary>The sign-in service of one site (okx-account.md section 1, 5.1).</summary>
/// <param name="Site">Site id.</param>
/// <param name="Address">OAuth base address.</param>
/// <param name="Resource">What the tokens are for (RFC 8707).</param>
public sealed record OAuthServer(string Site, Uri Address, string Resource)
{
    /// <summary>Registration of a client (RFC 7591).</summary>
    public const string RegisterPath = "/api/v5/mcp/auth/register";

    /// <summary>Device codes (RFC 8628).</summary>
    public const string DevicePath = "/api/v5/mcp/auth/device/authorize";

    /// <summary>Tokens: device codes and refresh tokens are exchanged here.</summary>
    public const string TokenPath = "/api/v5/mcp/auth/token";

    /// <summary>The grant of RFC 8628.</summary>
    public const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>What is asked for when the caller names nothing.</summary>
    public static IReadOnlyList<string> UsualScopes { get; } =
    ["market:read", "live:read", "live:trade", "demo:read", "demo:trade"];

    /// <summary>The server of a site whose calls go to <paramref name="api"/>.</summary>
    public static OAuthServer Of(string site, Uri address, Uri api) =>
        new(site, address, api.AbsoluteUri.TrimEnd('/') + "/api/v1/mcp");

    /// <summary>Whose client, codes and tokens are kept together: they are never used anywhere else.</summary>
    public string Authority => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>Checks where <c>OKX_OAUTH_BASE_URL</c> points: https, or http to this machine only.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError</c></exception>
    public static Uri CheckedAddress(string text) =>
        ServiceAddress.Check(text)
        ?? throw OkxError.Config(
            "The address of the sign-in service is not https; plain http is for this machine only.",
            "Correct OKX_OAUTH_BASE_URL, or leave it out."
        );

    /// <summary>True for a page that people of this service may be sent to (okx-account.md 5.1).</summary>
    public bool OwnsPage(Uri page) =>
        page.UserInfo.Length == 0
        && (
            (page.Scheme == Uri.UriSchemeHttps && HostOf(page) is { } host && IsOkx(host))
            || (page.IsLoopback && Address.IsLoopback && page.Scheme is "http" or "https")
        );

    // A host can be well-formed and still have no form in which it could be looked up.
    private static string? HostOf(Uri page)
    {
        try
        {
            return page.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool IsOkx(string host) =>
        host.Equals("okx.com", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".okx.com", StringComparison.OrdinalIgnoreCase);
}
