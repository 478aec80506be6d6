namespace Exchange.Simulator.Strategy;

/// <summary>The person whose wallet the simulator holds: how they sign in, and their accounts.</summary>
public sealed record WalletSimulatorUser
{
    /// <summary>The rehearsal user that every simulator has by default.</summary>
    public static WalletSimulatorUser Default { get; } = new();

    /// <summary>The e-mail of the sign-in page and of the code.</summary>
    public string Email { get; init; } = "rehearsal@example.com";

    /// <summary>The code that the e-mail would bring.</summary>
    public string OneTimeCode { get; init; } = "314159";

    /// <summary>An API key for signing in and for market look-ups (strategy.md 2.1, 14.3).</summary>
    public string ApiKey { get; init; } = "simulator-web3-key-0001";

    /// <summary>Its secret: the UTF-8 bytes are the HMAC key.</summary>
    public string ApiSecret { get; init; } = "simulator-web3-secret-0001";

    /// <summary>Its passphrase.</summary>
    public string Passphrase { get; init; } = "Simulator-Web3-Pass-0001";

    /// <summary>The accounts; the first is the default one.</summary>
    public IReadOnlyList<WalletSimulatorAccount> Accounts { get; init; } =
    [
        new(
            "acc-7f21",
            "Wallet 1",
            "0xc4a8cb22c9b39070faeffaf018de6e6309a706af",
            "GPw2YaWaMjzbxETGzdhG5kRf1ngwHts8zRixtgeeiiqD"
        ),
        new(
            "acc-7f22",
            "Wallet 2",
            "0x2b5ad5c4795c026514f8317c7a215e218dccd6cf",
            "8qbHbw2BbbTHBW1sbeqakYXVKRQM8Ne7pLK7m6CVfeR9"
        ),
    ];

    /// <summary>Shows the e-mail only.</summary>
    public override string ToString() => Email;
}

/// <summary>An account of a wallet: one address for the EVM family, one for Solana.</summary>
/// <param name="Id">As sent in <c>accountId</c>.</param>
/// <param name="Name">What a person calls it.</param>
/// <param name="EvmAddress">Its address on chains 1, 56, 196, 8453 and 42161; null when it has none.</param>
/// <param name="SolanaAddress">Its address on chain 501; null when it has none.</param>
public sealed record WalletSimulatorAccount(string Id, string Name, string? EvmAddress, string? SolanaAddress)
{
    internal string? AddressOn(bool isSolana) => isSolana ? SolanaAddress : EvmAddress;
}
