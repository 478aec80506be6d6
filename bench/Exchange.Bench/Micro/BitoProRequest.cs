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
    [Benchmark]
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

    /// <summary>What no program can go below: the HMAC of a payload of that length.</summary>
    [Benchmark]
    public int HmacAlone()
    {
        Span<byte> payload = stackalloc byte[240];
        Span<byte> key = stackalloc byte[29];
        Span<byte> signature = stackalloc byte[48];
        return System.Security.Cryptography.HMACSHA384.HashData(key, payload, signature);
    }

    /// <summary>Ends connections that were never opened.</summary>
    [GlobalCleanup]
    public void End() => _corridor.Dispose();
}
