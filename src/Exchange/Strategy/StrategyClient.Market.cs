namespace Exchange.Strategy;

/// <content>Prices and facts of tokens. They work without a wallet.</content>
public sealed partial class StrategyClient
{
    private const int MostTokensACall = 100;

    /// <summary>Prices in USD, in the order of the addresses; what has none is an error of its own.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.ChainNotSupported</c>, <c>Strategy.TokenAddressInvalid</c></exception>
    public Task<IReadOnlyList<LookUp<TokenPrice>>> GetPricesAsync(
        string chain,
        IReadOnlyList<string> addresses,
        CancellationToken cancel
    ) => LookUpAsync(chain, addresses, _market.PricesAsync, Market.MarketError.PriceUnavailable, cancel);

    /// <summary>Symbols, decimals and names, in the order of the addresses; what has no decimals is an error of its own.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.ChainNotSupported</c>, <c>Strategy.TokenAddressInvalid</c></exception>
    public Task<IReadOnlyList<LookUp<TokenInfo>>> GetTokenInfosAsync(
        string chain,
        IReadOnlyList<string> addresses,
        CancellationToken cancel
    ) => LookUpAsync(chain, addresses, _market.InfosAsync, Market.MarketError.TokenInfoUnavailable, cancel);

    private async Task<IReadOnlyList<LookUp<T>>> LookUpAsync<T>(
        string chain,
        IReadOnlyList<string> addresses,
        Func<StrategyChain, IReadOnlyList<string>, CancellationToken, Task<IReadOnlyDictionary<string, T>>> fetch,
        Func<string, StrategyChain, ExchangeException> missing,
        CancellationToken cancel
    )
        where T : class
    {
        var on = StrategyChains.Resolve(chain);
        var resolved = addresses.Select(address => TokenAddress.Resolve(on, address, "Address", _warn)).ToList();
        var results = new List<LookUp<T>>();
        foreach (var part in resolved.Chunk(MostTokensACall))
        {
            var found = await fetch(on, part, cancel).ConfigureAwait(false);
            results.AddRange(
                part.Select(address =>
                    found.TryGetValue(address, out var value)
                        ? new LookUp<T>(value, null)
                        : new LookUp<T>(null, missing(address, on))
                )
            );
        }
        return results;
    }
}

/// <summary>What one look-up brought: a value, or why there is none.</summary>
public sealed record LookUp<T>(T? Value, ExchangeException? Trouble)
    where T : class;
