namespace Exchange.Simulator.Strategy.Tokens;

/// <summary>A supported chain (strategy.md 5.1).</summary>
internal sealed record Chain(string Index, string Name, string ShortName, bool IsSolana, int WaitSeconds)
{
    // estimatedWaitTime: Solana 0, BSC about 3, Ethereum-class about 12 (strategy.md 1.1).
    public static readonly Chain[] All =
    [
        new("1", "Ethereum", "eth", IsSolana: false, 12),
        new("56", "BSC", "bsc", IsSolana: false, 3),
        new("196", "X Layer", "xlayer", IsSolana: false, 12),
        new("501", "Solana", "sol", IsSolana: true, 0),
        new("8453", "Base", "base", IsSolana: false, 12),
        new("42161", "Arbitrum", "arb", IsSolana: false, 12),
    ];

    public static Chain? Find(string? index) => Array.Find(All, chain => chain.Index == index);

    /// <summary>The chain that a person means by its number or name.</summary>
    public static Chain? Named(string text) =>
        Array.Find(
            All,
            chain =>
                chain.Index == text
                || chain.ShortName.Equals(text, StringComparison.OrdinalIgnoreCase)
                || chain.Name.Equals(text, StringComparison.OrdinalIgnoreCase)
        );
}
