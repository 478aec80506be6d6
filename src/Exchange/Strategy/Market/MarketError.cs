namespace Exchange.Strategy.Market;

/// <summary>What can be wrong with look-ups of the market (strategy.md 1.6).</summary>
internal static class MarketError
{
    public static ExchangeException PriceUnavailable(string token, StrategyChain chain) =>
        new("Market.PriceUnavailable", ErrorKind.NotFound, $"No usable price for {token} on {chain.Name}.")
        {
            Remedy = "Check the address; or name the price with -CurrentPrice.",
            Target = token,
        };

    public static ExchangeException TokenInfoUnavailable(string token, StrategyChain chain) =>
        new("Market.TokenInfoUnavailable", ErrorKind.NotFound, $"No usable metadata for {token} on {chain.Name}.")
        {
            Remedy = "Check the address and the chain.",
            Target = token,
        };
}
