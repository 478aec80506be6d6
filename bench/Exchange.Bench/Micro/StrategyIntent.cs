using System.Text;
using BenchmarkDotNet.Attributes;
using Exchange.Cryptography;
using Exchange.Simulator.Strategy.Cryptography;
using Exchange.Strategy;
using Exchange.Strategy.Signing;

namespace Exchange.Bench.Micro;

/// <summary>What a strategy order costs beside its request: opening the session's key, writing and signing the intent; and what the other side does to verify it.</summary>
[MemoryDiagnoser]
public class StrategyIntent
{
    private static readonly byte[] Seed = Bytes(1);
    private static readonly byte[] SessionKey = Bytes(2);

    private readonly OrderIntent _intent = new(
        StrategyChains.Resolve("base"),
        "0x1111111111111111111111111111111111111111",
        "0x2222222222222222222222222222222222222222",
        "0x3333333333333333333333333333333333333333",
        1_000_000,
        DateTimeOffset.UnixEpoch.AddDays(20_000),
        DateTimeOffset.UnixEpoch.AddDays(20_007)
    );
    private string _sealedSeed = "";
    private SessionSeed _seed = null!;
    private byte[] _digest = [];
    private byte[] _signature = [];
    private byte[] _publicKey = [];

    /// <summary>A seed, sealed as the service seals it.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        _sealedSeed = Convert.ToBase64String(SessionSeal.Seal(X25519.PublicKeyOf(SessionKey), Bytes(3), Seed));
        _seed = SessionSeed.Open(SessionKey, _sealedSeed);
        var text = IntentText.Of(_intent);
        _digest = Ethereum.MessageDigest(Encoding.UTF8.GetBytes(text));
        _signature = Convert.FromBase64String(_seed.Sign(text, ChainFamily.Evm));
        _publicKey = Ed25519.PublicKeyOf(Seed);
    }

    /// <summary>The text, its digest, its signature.</summary>
    [Benchmark(Description = Rows.SignIntent)]
    public int Sign() => _seed.Sign(IntentText.Of(_intent), _intent.Chain.Family).Length;

    /// <summary>The signature of a digest, as the simulator verifies it.</summary>
    [Benchmark(Description = Rows.VerifyIntent)]
    public bool Verify() => Curves.Ed25519Verifies(_publicKey, _digest, _signature);

    /// <summary>HPKE: key agreement, key schedule, decryption.</summary>
    [Benchmark(Description = Rows.OpenSessionKey)]
    public int Open()
    {
        using var seed = SessionSeed.Open(SessionKey, _sealedSeed);
        return 1;
    }

    /// <summary>Overwrites the seed.</summary>
    [GlobalCleanup]
    public void End() => _seed.Dispose();

    private static byte[] Bytes(byte first) => [.. Enumerable.Range(first, 32).Select(number => (byte)number)];
}
