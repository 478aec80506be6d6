using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Support;

/// <summary>An account like a user's own: known to the simulator, but never used in it unless an endpoint is named.</summary>
internal static class OwnAccount
{
    public static SimulatorAccount InTheSimulator { get; } =
        new()
        {
            Name = "own",
            ApiKey = "abc12f00dfeed0000cafe6789",
            ApiSecret = "bp-test-secret-0001",
            Email = "owner.of.it@example.org",
        };

    public const string MaskedKey = "abc12...6789";

    public const string MaskedEmail = "o***@example.org";

    /// <summary>The environment variables of the account.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Variables =>
        [
            new("BITOPRO_API_KEY", InTheSimulator.ApiKey),
            new("BITOPRO_API_SECRET", InTheSimulator.ApiSecret),
            new("BITOPRO_EMAIL", InTheSimulator.Email),
        ];
}
