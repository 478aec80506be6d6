namespace Exchange.Strategy;

/// <summary>One name of a token.</summary>
/// <param name="Chain">The chain's number.</param>
/// <param name="Alias">Lower-case.</param>
/// <param name="Address">What it stands for.</param>
/// <param name="IsStable">True when it is worth a dollar by its issuer's word.</param>
internal sealed record TokenAlias(int Chain, string Alias, string Address, bool IsStable);

/// <summary>The names of tokens in strategy.md 5.4, and no others: a symbol can be faked, an address in this table cannot.</summary>
internal static class TokenAliases
{
    private const string WrappedSol = "So11111111111111111111111111111111111111112";
    private const string MistypedSol = "So11111111111111111111111111111111111111111";

    private static readonly TokenAlias[] Named =
    [
        new(1, "usdc", "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", true),
        new(1, "usdt", "0xdac17f958d2ee523a2206206994597c13d831ec7", true),
        new(1, "wbtc", "0x2260fac5e5542a773aa44fbcfedf7c193bc2c599", false),
        new(1, "dai", "0x6b175474e89094c44da98b954eedeac495271d0f", true),
        new(1, "weth", "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", false),
        new(56, "usdt", "0x55d398326f99059ff775485246999027b3197955", true),
        new(56, "usdc", "0x8ac76a51cc950d9822d68b83fe1ad97b32cd580d", true),
        new(56, "wbnb", "0xbb4cdb9cbd36b01bd1cbaebf2de08d9173bc095c", false),
        new(56, "weth", "0x2170ed0880ac9a755fd29b2688956bd959f933f8", false),
        new(56, "btcb", "0x7130d2a12b9bcbfae4f2634d864a1ee1ce3ead9c", false),
        new(196, "usdc", "0x74b7f16337b8972027f6196a17a631ac6de26d22", true),
        new(196, "usdt", "0x779ded0c9e1022225f8e0630b35a9b54be713736", true),
        new(196, "usdt0", "0x779ded0c9e1022225f8e0630b35a9b54be713736", true),
        new(196, "xlayer_usdt", "0x1e4a5963abfd975d8c9021ce480b42188849d41d", true),
        new(196, "weth", "0x5a77f1443d16ee5761d310e38b62f77f726bc71c", false),
        new(196, "wokb", "0xe538905cf8410324e03a5a23c1c177a474d59b2b", false),
        new(501, "usdc", "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", true),
        new(501, "usdt", "Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB", true),
        new(8453, "usdc", "0x833589fcd6edb6e08f4c7c32d4f71b54bda02913", true),
        new(8453, "weth", "0x4200000000000000000000000000000000000006", false),
        new(8453, "usdbc", "0xd9aaec86b65d86f6a7b5b1b0c42ffa531710b6ca", true),
        new(42161, "usdc", "0xaf88d065e77c8cc2239327c5edb3a432268e5831", true),
        new(42161, "usdt", "0xfd086bc7cd5c481dcc9c85ebe478a1c0b69fcbb9", true),
        new(42161, "weth", "0x82af49447d8a07e3bd95bd0d56f35241523fbab1", false),
    ];

    // The coin of a chain, by its own name and as native.
    private static readonly (int Chain, string Coin)[] Coins =
    [
        (1, "eth"),
        (56, "bnb"),
        (196, "okb"),
        (501, "sol"),
        (8453, "eth"),
        (42161, "eth"),
    ];

    /// <summary>Every name of a chain's tokens.</summary>
    public static IReadOnlyList<TokenAlias> Of(StrategyChain chain) =>
        [
            .. Coins
                .Where(row => row.Chain == chain.Index)
                .SelectMany(row => new[] { row.Coin, "native" })
                .Select(name => new TokenAlias(chain.Index, name, chain.NativeId, IsStable: false)),
            .. Named.Where(row => row.Chain == chain.Index),
        ];

    /// <summary>The address that a name stands for; null when the text is no name of the table.</summary>
    public static string? Resolve(StrategyChain chain, string text) =>
        Of(chain).FirstOrDefault(row => row.Alias.Equals(text, StringComparison.OrdinalIgnoreCase))?.Address;

    /// <summary>Solana's wrapped coin, and its frequent misspelling, are the coin itself here; null for any other text.</summary>
    public static string? Rewritten(StrategyChain chain, string address) =>
        chain.Family == ChainFamily.Svm && address is WrappedSol or MistypedSol ? chain.NativeId : null;

    /// <summary>The address under which market data of Solana's own coin may be found too (strategy.md 2.6).</summary>
    public static string? WrappedOf(StrategyChain chain, string address) =>
        chain.Family == ChainFamily.Svm && address == chain.NativeId ? WrappedSol : null;

    /// <summary>True for the table's dollar tokens, by address.</summary>
    public static bool IsStable(StrategyChain chain, string address) =>
        Array.Exists(
            Named,
            row => row.Chain == chain.Index && row.IsStable && TokenAddress.AreSame(chain, row.Address, address)
        );
}
