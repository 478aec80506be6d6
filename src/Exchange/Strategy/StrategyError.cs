namespace Exchange.Strategy;

/// <summary>Bad input to strategy orders (strategy.md 1.6): the id, what is wrong, and what to do instead. Nothing was sent.</summary>
internal static class StrategyError
{
    public static ExchangeException Input(string id, string message, string? remedy = null, object? target = null) =>
        ExchangeException.BadInput($"Strategy.{id}", message, remedy, target);
}
