using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Exchange.Http;
using Exchange.Okx;
using Exchange.Storage;

namespace Exchange.Bench.Micro;

/// <summary>From a request to its five headers: the path as it is sent, the time, the prehash, the signature.</summary>
[MemoryDiagnoser]
public class OkxRequest
{
    private static readonly Uri Address = new("https://www.okx.com");

    private readonly byte[] _prehash = new byte[145];
    private readonly IncrementalHash _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, new byte[32]);
    private OkxSigner _signer = null!;
    private ApiRequest _request = null!;

    /// <summary>The key, the path and the body that the peer signs too.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var connection = new OkxConnection
        {
            Address = Address,
            Site = "global",
            WebHost = Address.Host,
            LiveAddress = Address,
            Key = OkxApiKey.From(
                Secret.From("3f1c9a52-77aa-4c1e-9b0d-5e2f6a7b8c9d"),
                Secret.From("9D1C0F2B7E4A4C6FA3B85D6E7F809A1B"),
                Secret.From("passphrase")
            ),
        };
        var body =
            """{"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"60000.5","sz":"0.001"}"""u8.ToArray();
        _signer = new OkxSigner(connection, null, TimeProvider.System, TimeSpan.Zero);
        _request = OkxEndpoints.Request(HttpMethod.Post, OkxEndpoints.Order, [], body, OkxConnection.UsualTimeLimit);
    }

    /// <summary>All headers of a private request.</summary>
    [Benchmark(Description = Rows.SignOkx)]
    public int Sign() => _signer.Sign(_request).Headers.Count;

    /// <summary>What no program on this runtime can go below: the HMAC of a prehash of that length, its key ready.</summary>
    [Benchmark(Description = "the HMAC alone | " + Rows.SignOkx)]
    public int HmacAlone()
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _hmac.AppendData(_prehash);
        return _hmac.GetHashAndReset(signature);
    }

    /// <summary>Ends the hash.</summary>
    [GlobalCleanup]
    public void End() => _hmac.Dispose();
}
