namespace Exchange.Simulator.Okx.OAuth;

/// <summary>What a person granted to an application.</summary>
internal sealed class OAuthSession
{
    public required string Id { get; init; }

    public required string ClientId { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public required string? Resource { get; init; }

    public required long GrantedMs { get; init; }

    public long LastUsedMs { get; set; }

    public required string RefreshToken { get; set; }

    public long RefreshExpiresMs { get; set; }

    public bool IsRevoked { get; set; }
}
