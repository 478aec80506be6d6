namespace Exchange.Simulator.Strategy.Tokens;

/// <summary>A token of the catalogue: the addresses of strategy.md 5.4, the token of its examples, and two that cost next to nothing.</summary>
/// <param name="ChainIndex">The chain.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its contract.</param>
/// <param name="Decimals">Fractional digits of its raw amounts.</param>
/// <param name="Price">USD at the start.</param>
internal sealed record Token(string ChainIndex, string Symbol, string Name, string Address, int Decimals, decimal Price)
{
    public const string NativeEvm = "0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";
    public const string NativeSolana = "11111111111111111111111111111111";
    public const string WrappedSolana = "So11111111111111111111111111111111111111112";

    private const decimal Eth = 2950m;
    private const decimal Btc = 61_000m;
    private const decimal Bnb = 580m;
    private const decimal Okb = 48m;
    private const decimal Sol = 145m;
    private const decimal Usdt = 0.9998m;

    public static readonly Token[] All =
    [
        new("1", "ETH", "Ether", NativeEvm, 18, Eth),
        new("1", "USDC", "USD Coin", "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48", 6, 1m),
        new("1", "USDT", "Tether USD", "0xdac17f958d2ee523a2206206994597c13d831ec7", 6, Usdt),
        new("1", "WBTC", "Wrapped BTC", "0x2260fac5e5542a773aa44fbcfedf7c193bc2c599", 8, Btc),
        new("1", "DAI", "Dai Stablecoin", "0x6b175474e89094c44da98b954eedeac495271d0f", 18, 1m),
        new("1", "WETH", "Wrapped Ether", "0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2", 18, Eth),
        new("1", "PEPE", "Pepe", "0x6982508145454ce325ddbe47a25d4ec3d2311933", 18, 0.00000812m),
        new("56", "BNB", "BNB", NativeEvm, 18, Bnb),
        new("56", "USDT", "Tether USD", "0x55d398326f99059ff775485246999027b3197955", 18, Usdt),
        new("56", "USDC", "USD Coin", "0x8ac76a51cc950d9822d68b83fe1ad97b32cd580d", 18, 1m),
        new("56", "WBNB", "Wrapped BNB", "0xbb4cdb9cbd36b01bd1cbaebf2de08d9173bc095c", 18, Bnb),
        new("56", "WETH", "Wrapped Ether", "0x2170ed0880ac9a755fd29b2688956bd959f933f8", 18, Eth),
        new("56", "BTCB", "Wrapped BTC", "0x7130d2a12b9bcbfae4f2634d864a1ee1ce3ead9c", 18, Btc),
        new("196", "OKB", "OKB", NativeEvm, 18, Okb),
        new("196", "USDC", "USD Coin", "0x74b7f16337b8972027f6196a17a631ac6de26d22", 6, 1m),
        new("196", "USDT0", "USDT0", "0x779ded0c9e1022225f8e0630b35a9b54be713736", 6, Usdt),
        new("196", "USDT", "Tether USD", "0x1e4a5963abfd975d8c9021ce480b42188849d41d", 6, Usdt),
        new("196", "WETH", "Wrapped Ether", "0x5a77f1443d16ee5761d310e38b62f77f726bc71c", 18, Eth),
        new("196", "WOKB", "Wrapped OKB", "0xe538905cf8410324e03a5a23c1c177a474d59b2b", 18, Okb),
        new("501", "SOL", "Solana", NativeSolana, 9, Sol),
        new("501", "WSOL", "Wrapped SOL", WrappedSolana, 9, Sol),
        new("501", "USDC", "USD Coin", "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v", 6, 1m),
        new("501", "USDT", "Tether USD", "Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB", 6, Usdt),
        new("501", "BONK", "Bonk", "DezXAZ8z7PnrnRJjz3wXBoRgixCa6xjnB7YaB1pPB263", 5, 0.00001234m),
        new("8453", "ETH", "Ether", NativeEvm, 18, Eth),
        new("8453", "USDC", "USD Coin", "0x833589fcd6edb6e08f4c7c32d4f71b54bda02913", 6, 1m),
        new("8453", "WETH", "Wrapped Ether", "0x4200000000000000000000000000000000000006", 18, Eth),
        new("8453", "USDbC", "USD Base Coin", "0xd9aaec86b65d86f6a7b5b1b0c42ffa531710b6ca", 6, 1m),
        new("42161", "ETH", "Ether", NativeEvm, 18, Eth),
        new("42161", "USDC", "USD Coin", "0xaf88d065e77c8cc2239327c5edb3a432268e5831", 6, 1m),
        new("42161", "USDT", "Tether USD", "0xfd086bc7cd5c481dcc9c85ebe478a1c0b69fcbb9", 6, Usdt),
        new("42161", "WETH", "Wrapped Ether", "0x82af49447d8a07e3bd95bd0d56f35241523fbab1", 18, Eth),
        new("42161", "ARB", "Arbitrum", "0x912ce59144191c1204e64559fe8253a0e49e6548", 18, 0.1523m),
    ];

    public static Token? Find(string? chainIndex, string? address) =>
        Array.Find(All, token => token.ChainIndex == chainIndex && token.HasAddress(address));

    /// <summary>The token that a person means: <c>42161:0x912c...</c>, <c>arb:ARB</c>.</summary>
    /// <exception cref="ArgumentException">There is no such token.</exception>
    public static Token Named(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        var index = parts.Length == 2 ? Chain.Named(parts[0])?.Index : null;
        return Array.Find(
                All,
                token =>
                    token.ChainIndex == index
                    && (token.HasAddress(parts[1]) || token.Symbol.Equals(parts[1], StringComparison.OrdinalIgnoreCase))
            ) ?? throw new ArgumentException($"Unknown token '{text}'.", nameof(text));
    }

    /// <summary>Addresses of the EVM family are the same in any case, those of Solana are not.</summary>
    public bool HasAddress(string? address) =>
        Address.Equals(address, ChainIndex == "501" ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
