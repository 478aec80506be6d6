using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Exchange.BitoPro;
using Exchange.Http;

namespace Exchange.Bench.Micro;

/// <summary>From an order to everything that goes over the wire: body, payload, signature, headers, address.</summary>
[MemoryDiagnoser]
public class BitoProRequest
{
    private static readonly Uri Address = new("https://api.bitopro.com/v3");

    private readonly ReadCorridor _corridor = new(TimeProvider.System, Random.Shared.NextDouble);
    private readonly byte[] _payload = new byte[240];
    private readonly IncrementalHash _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA384, new byte[29]);
    private BitoProSigner _signer = null!;
    private BitoProClient _client = null!;

    /// <summary>Keys are read once, as a process does.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var connection = new BitoProConnection(Address, Rehearsal.Credentials());
        _signer = new BitoProSigner(connection, new NonceSource(TimeProvider.System));
        _client = Rehearsal.Client(Address, _corridor);
    }

    /// <summary>Checks of the ticket included: the peers have none to leave out.</summary>
    [Benchmark(Description = Rows.SignBitoPro)]
    public int SignAndBuild()
    {
        var draft = OrderRules.Check(Rehearsal.Ticket);
        var request = BitoProEndpoints.CreateOrder.Request(
            [draft.Pair],
            body: nonce => _client.OrderBody(draft, nonce)
        );
        var signed = _signer.Sign(request);
        var address = new Uri(Address.AbsoluteUri + request.PathAndQuery);
        return signed.Body!.Length + address.AbsoluteUri.Length;
    }

    /// <summary>What no program on this runtime can go below: the HMAC of a payload of that length, its key ready.</summary>
    [Benchmark(Description = "the HMAC alone | " + Rows.SignBitoPro)]
    public int HmacAlone()
    {
        Span<byte> signature = stackalloc byte[HMACSHA384.HashSizeInBytes];
        _hmac.AppendData(_payload);
        return _hmac.GetHashAndReset(signature);
    }

    /// <summary>Ends connections that were never opened.</summary>
    [GlobalCleanup]
    public void End()
    {
        _corridor.Dispose();
        _hmac.Dispose();
    }
}
