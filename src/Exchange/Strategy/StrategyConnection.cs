using Exchange.Http;

namespace Exchange.Strategy;

/// <summary>Where strategy orders and the wallet are, and what this client says of itself there (strategy.md 2.1).</summary>
/// <param name="Address">Base address; paths of the contract are appended to it.</param>
public sealed record StrategyConnection(Uri Address)
{
    /// <summary>The live service.</summary>
    public static Uri LiveAddress { get; } = new("https://web3.okx.com");

    /// <summary>Signs look-ups of the market when nobody is signed in; only asked then. Null for none.</summary>
    public Func<MarketKey?> MarketKey { get; init; } = () => null;

    /// <summary>This machine, as it is named to the service.</summary>
    public DeviceIdentity Device { get; init; } = DeviceIdentity.Unknown;

    /// <summary>What stands before <c>/dex/strategy</c>; only ever another when the service moves (strategy.md 2.3, C1).</summary>
    internal string StrategyPrefix { get; init; } = "/api/v1";

    /// <summary>Checks an address: https, or http to this machine only.</summary>
    /// <exception cref="ExchangeException"><c>Strategy.InvalidEndpoint</c></exception>
    public static Uri CheckedAddress(string text) =>
        ServiceAddress.Check(text)
        ?? throw StrategyError.Input(
            "InvalidEndpoint",
            "An endpoint of strategy orders is an https address; plain http is for this machine only.",
            $"The live service is {LiveAddress}."
        );
}
