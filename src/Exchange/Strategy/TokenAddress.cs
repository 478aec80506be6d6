using Exchange.Cryptography;

namespace Exchange.Strategy;

/// <summary>Addresses of tokens, by the family of their chain (strategy.md 5.3).</summary>
internal static class TokenAddress
{
    /// <summary>The address that a caller means: a name of the table, or the address unchanged.</summary>
    /// <param name="chain">The chain of the token.</param>
    /// <param name="text">What the caller wrote.</param>
    /// <param name="parameter">Where, for the message.</param>
    /// <param name="warn">Hears of a rewritten address and of a checksum that does not hold.</param>
    /// <exception cref="ExchangeException"><c>Strategy.TokenAddressInvalid</c></exception>
    public static string Resolve(StrategyChain chain, string text, string parameter, Action<string> warn)
    {
        var given = text.Trim();
        if (TokenAliases.Resolve(chain, given) is { } named)
        {
            return named;
        }
        if (TokenAliases.Rewritten(chain, given) is { } coin)
        {
            warn(
                Language.Choose(
                    $"-{parameter}: {given} is taken for the coin itself, {coin}.",
                    $"-{parameter}:{given} 按原生代币 {coin} 处理。"
                )
            );
            return coin;
        }
        if ((chain.Family == ChainFamily.Evm ? EvmProblem(given) : SvmProblem(given)) is { } problem)
        {
            throw StrategyError.Input(
                "TokenAddressInvalid",
                $"-{parameter}: {problem} (got \"{text}\")",
                $"Give a contract address on {chain.Name}, or one of: {Names(chain)}.",
                parameter
            );
        }
        if (chain.Family == ChainFamily.Evm && !Ethereum.ChecksumHolds(given))
        {
            warn(
                Language.Choose(
                    $"-{parameter}: the upper and lower case of {given} is not its checksum; a digit may be mistyped.",
                    $"-{parameter}:{given} 的大小写与校验和不符,可能输错。"
                )
            );
        }
        return given;
    }

    /// <summary>Refuses a sale of a token for itself.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.TokenAddressInvalid</c></exception>
    public static void CheckDifferent(StrategyChain chain, string from, string to)
    {
        if (AreSame(chain, from, to))
        {
            throw StrategyError.Input(
                "TokenAddressInvalid",
                $"-ToToken: it is the same token as -FromToken (got \"{to}\")",
                "Name two different tokens.",
                "ToToken"
            );
        }
    }

    /// <summary>Case makes no difference to an address of the EVM; on Solana it does.</summary>
    public static bool AreSame(StrategyChain chain, string one, string other) =>
        one.Equals(
            other,
            chain.Family == ChainFamily.Evm ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
        );

    private static string? EvmProblem(string text)
    {
        if (HasPrefix(text))
        {
            return text.Length == 42 && text.Skip(2).All(char.IsAsciiHexDigit)
                ? null
                : "not an EVM address: 0x and exactly 40 hexadecimal digits";
        }
        var looksLikeSolana =
            text.Length is >= 32 and <= 44 && text.All(char.IsAsciiLetterOrDigit) && text.Any(char.IsAsciiLetterUpper);
        return looksLikeSolana
            ? "looks like a Solana address"
            : "not an EVM address: 0x and exactly 40 hexadecimal digits";
    }

    private static string? SvmProblem(string text)
    {
        if (HasPrefix(text))
        {
            return "looks like an EVM address";
        }
        if (text.Length is < 32 or > 44)
        {
            return "not a Solana address: 32 to 44 characters";
        }
        if (!text.All(Base58.IsDigit))
        {
            return "not a Solana address: only Base58 characters, without 0, O, I and l";
        }
        return Base58.LengthOf(text) == 32 ? null : "not a Solana address: it does not stand for 32 bytes";
    }

    private static bool HasPrefix(string text) => text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);

    private static string Names(StrategyChain chain) =>
        string.Join(", ", TokenAliases.Of(chain).Select(row => row.Alias));
}
