namespace Exchange.Strategy.Rules;

/// <summary>How long an order lives (strategy.md 1.1, 6).</summary>
internal static class OrderLifetime
{
    private const long Least = 60;
    private const long Most = 31_536_000;

    /// <summary>Seven days.</summary>
    public const long DefaultSeconds = 604_800;

    /// <summary>The lifetime; nothing is seven days.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.ExpiryInvalid</c></exception>
    public static TimeSpan Check(long? seconds) =>
        (seconds ?? DefaultSeconds) is >= Least and <= Most
            ? TimeSpan.FromSeconds(seconds ?? DefaultSeconds)
            : throw StrategyError.Input(
                "ExpiryInvalid",
                $"-ExpiresInSeconds must be between {Least} and {Most}.",
                $"Without it an order lives {DefaultSeconds} seconds, seven days.",
                "ExpiresInSeconds"
            );
}
