using System.Numerics;
using Exchange.Strategy;
using Exchange.Strategy.Signing;

namespace Exchange.Tests.Strategy;

/// <summary>What the worked vectors of strategy.md 15 share.</summary>
internal static class Vectors
{
    /// <summary>V0: the session's seed, its public key, and the clock.</summary>
    public const string SeedHex = "a5d3bd0acf17373cb054fb60ba3a71772734badd5dcaf9da1c9563d8df310744";
    public const string PublicKeyHex = "8ceb8ef48e4272928199b21fb172f29eb12e140dbb864e3bf6b0c37d468d1c29";
    public const long NowMs = 1_778_135_507_340;

    /// <summary>V4: the sign-in's private key, and what the service sealed for it.</summary>
    public const string SessionKey = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";
    public const string TempPubKey = "B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9/AsrhtHHw=";
    public const string EncryptedSessionSk =
        "WGmv9FBUlzLLqu1eXfmzCm2jHLDldCutWtShp2jxpns/Ao/wy1CfnMs9fApdHK8Yg+sZUf2hMaMEMoaJyOucouIOOIYtKgyEUQ6mrVbCAsQ=";

    public const string EvmAddress = "0xc4a8cb22c9b39070faeffaf018de6e6309a706af";
    public const string SolAddress = "GPw2YaWaMjzbxETGzdhG5kRf1ngwHts8zRixtgeeiiqD";
    public const string ArbUsdc = "0xaf88d065e77c8cc2239327c5edb3a432268e5831";
    public const string Arb = "0x912ce59144191c1204e64559fe8253a0e49e6548";
    public const string SolUsdc = "EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v";

    /// <summary>V2: the signature of the example order.</summary>
    public const string EvmSignature =
        "8Dgh+2RL9GMdozZbkXxQ8v2CZ2wPgB2AgstKcT8XFl1wo/lj5ZDRLO7iqeDb8XWBrCdoXjvwSlOW7kLrAwuKAw==";

    public static DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(NowMs);

    public static SessionSeed Seed() => SessionSeed.Open(Convert.FromBase64String(SessionKey), EncryptedSessionSk);

    public static OrderIntent SvmIntent() =>
        new(
            StrategyChains.Resolve("sol"),
            SolAddress,
            "11111111111111111111111111111111",
            SolUsdc,
            new BigInteger(250_000_000),
            Now,
            Now.AddDays(7)
        );

    public static OrderIntent EvmIntent() =>
        new(StrategyChains.Resolve("arb"), EvmAddress, ArbUsdc, Arb, new BigInteger(10_000_000), Now, Now.AddDays(7));
}
