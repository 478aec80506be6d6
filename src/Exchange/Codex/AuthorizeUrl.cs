namespace Exchange.Codex;

/// <summary>Pairs of a query or a form, in their order, by RFC 3986: a space is <c>%20</c>.</summary>
internal static class UrlPairs
{
    public static string Encode(params ReadOnlySpan<(string Name, string Value)> pairs)
    {
        var parts = new string[pairs.Length];
        for (var i = 0; i < pairs.Length; i++)
        {
            parts[i] = $"{Uri.EscapeDataString(pairs[i].Name)}={Uri.EscapeDataString(pairs[i].Value)}";
        }
        return string.Join('&', parts);
    }
}

/// <summary>The address at which a person signs in (codex-auth.md 4.1): these ten pairs in this order.</summary>
internal static class AuthorizeUrl
{
    public static string For(CodexEndpoint endpoint, string challenge, string state) =>
        $"{endpoint.SignIn.AbsoluteUri.TrimEnd('/')}/oauth/authorize?"
        + UrlPairs.Encode(
            ("response_type", "code"),
            ("client_id", CodexConstants.ClientId),
            ("redirect_uri", CodexConstants.RedirectUri),
            ("scope", CodexConstants.Scope),
            ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
            ("state", state),
            ("id_token_add_organizations", "true"),
            ("codex_cli_simplified_flow", "true"),
            ("originator", CodexConstants.Originator)
        );
}
