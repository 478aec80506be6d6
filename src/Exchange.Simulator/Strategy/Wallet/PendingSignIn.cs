namespace Exchange.Simulator.Strategy.Wallet;

/// <summary>A sign-in in a browser on its way (strategy.md 14.2).</summary>
internal sealed class PendingSignIn
{
    public required string Id { get; init; }

    /// <summary>The client's X25519 public key, 32 bytes.</summary>
    public required byte[] TemporaryKey { get; init; }

    public required long ExpiresMs { get; init; }

    public bool IsDenied { get; set; }

    /// <summary>The session, once the person has approved.</summary>
    public WalletSession? Session { get; set; }

    public string StateName(long nowMs) =>
        Session is not null ? "approved"
        : IsDenied ? "denied"
        : nowMs >= ExpiresMs ? "expired"
        : "pending";
}
