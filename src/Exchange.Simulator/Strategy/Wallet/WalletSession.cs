namespace Exchange.Simulator.Strategy.Wallet;

/// <summary>A signed-in wallet: its session key, as the service knows it, and whether it may place orders.</summary>
internal sealed class WalletSession
{
    public required string Id { get; init; }

    public required string LoginType { get; init; }

    /// <summary>Verifies what the session signs.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The seed, sealed for the client: enc, ciphertext, tag.</summary>
    public required string EncryptedSessionSk { get; init; }

    public required string SessionCert { get; init; }

    public required long KeyExpiresMs { get; init; }

    public required string TeeId { get; init; }

    /// <summary>The id that orders must carry; null in a session that cannot create any.</summary>
    public required string? SaTeeId { get; init; }

    public string RefreshToken { get; set; } = "";

    public long RefreshExpiresMs { get; set; }

    /// <summary>The accounts that registered this session's key (strategy.md 8), and until when, Unix ms.</summary>
    public Dictionary<string, long> Registered { get; } = new(StringComparer.Ordinal);

    /// <summary>The list of accounts that the client was last told.</summary>
    public int AccountsTold { get; set; }

    public bool IsEnded { get; set; }
}
