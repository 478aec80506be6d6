namespace Exchange.Simulator.Okx.OAuth;

/// <summary>The scope names that have been seen (okx-account.md 4).</summary>
internal static class OAuthScopes
{
    public static readonly string[] All =
    [
        "live:read",
        "live:trade",
        "demo:trade",
        "demo:read",
        "market:read",
        "live:earn",
        "live:asset_transfer",
        "demo:earn",
    ];

    /// <summary>The scopes of a space-separated text, in its order.</summary>
    /// <exception cref="OAuthRefusal"><c>invalid_scope</c></exception>
    public static IReadOnlyList<string> Parse(string? text)
    {
        var scopes = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.Find(scopes, scope => !All.Contains(scope, StringComparer.Ordinal)) is { } unknown
            ? throw new OAuthRefusal("invalid_scope", $"Unknown scope {unknown}.")
            : scopes;
    }
}
