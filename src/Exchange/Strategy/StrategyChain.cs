namespace Exchange.Strategy;

/// <summary>How a chain writes addresses and signs.</summary>
public enum ChainFamily
{
    /// <summary>Ethereum's: 0x and 40 hexadecimal digits.</summary>
    Evm,

    /// <summary>Solana's: Base58 of 32 bytes.</summary>
    Svm,
}

/// <summary>A chain on which strategy orders can be placed.</summary>
/// <param name="Index">The chain's number.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="Family">How it writes addresses.</param>
/// <param name="Aliases">What a caller may write, lower-case.</param>
public sealed record StrategyChain(int Index, string Name, ChainFamily Family, IReadOnlyList<string> Aliases)
{
    /// <summary>The id of the chain's own coin.</summary>
    public string NativeId =>
        Family == ChainFamily.Svm ? "11111111111111111111111111111111" : "0xeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";

    /// <summary>The number as the service writes it in lists and look-ups.</summary>
    public string Id => Index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>The table of strategy.md 5.1. There are no others.</summary>
public static class StrategyChains
{
    /// <summary>The six chains, in the order of the contract.</summary>
    public static IReadOnlyList<StrategyChain> All { get; } =
    [
        new(1, "Ethereum", ChainFamily.Evm, ["ethereum", "eth", "1"]),
        new(56, "BSC", ChainFamily.Evm, ["bsc", "56", "bnb"]),
        new(196, "X Layer", ChainFamily.Evm, ["xlayer", "196", "x layer", "x-layer", "okb"]),
        new(501, "Solana", ChainFamily.Svm, ["solana", "sol", "501"]),
        new(8453, "Base", ChainFamily.Evm, ["base", "8453"]),
        new(42161, "Arbitrum", ChainFamily.Evm, ["arbitrum", "arb", "42161"]),
    ];

    /// <summary>The chain that a number or an alias names.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.ChainNotSupported</c> with the contract's own words.</exception>
    public static StrategyChain Resolve(string text)
    {
        var wanted = text.Trim().ToLowerInvariant();
        return All.FirstOrDefault(chain => chain.Aliases.Contains(wanted, StringComparer.Ordinal))
            ?? throw StrategyError.Input(
                "ChainNotSupported",
                StrategyWording.ChainNotSupported(text),
                $"Give one of: {string.Join(", ", All.Select(chain => chain.Aliases[0]))}.",
                "Chain"
            );
    }

    /// <summary>The names that stand for tokens on a chain, with their addresses; empty when the text names no chain.</summary>
    public static IEnumerable<(string Name, string Address)> TokensOf(string text) =>
        All.FirstOrDefault(chain => chain.Aliases.Contains(text.Trim().ToLowerInvariant(), StringComparer.Ordinal))
            is { } found
            ? TokenAliases.Of(found).Select(row => (row.Alias, row.Address))
            : [];

    /// <summary>The chain of a number as the service writes it; null when it is none of the six.</summary>
    public static StrategyChain? Find(string? index) => All.FirstOrDefault(chain => chain.Id == index);
}
