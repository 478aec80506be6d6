using System.Text.Json;
using Exchange.Bench.Micro;
using Exchange.BitoPro;

namespace Exchange.Bench.Processes;

/// <summary>The same reads, signed beforehand, sent by the runtime's own client, and not decoded: what the connection alone costs.</summary>
internal static class BareReads
{
    private const string Who = Measurement.Limit + "HttpClient alone";

    public static async Task RatesAsync(Uri address, int sequential, int concurrent, int inFlight)
    {
        using var http = new HttpClient();
        var signer = new BitoProSigner(
            new BitoProConnection(address, Rehearsal.Credentials()),
            new NonceSource(TimeProvider.System)
        );
        await ReadAsync(http, Signed(address, signer));
        await RateAsync(http, address, signer, Rows.SequentialReads, sequential, 1);
        await RateAsync(http, address, signer, Rows.ConcurrentReads, concurrent, inFlight);
    }

    private static async Task RateAsync(
        HttpClient http,
        Uri address,
        BitoProSigner signer,
        string row,
        int count,
        int lanes
    )
    {
        var requests = Enumerable.Range(0, count).Select(_ => Signed(address, signer)).ToArray();
        var next = -1;
        var meter = Meter.Start();
        await Task.WhenAll(
            Enumerable
                .Range(0, lanes)
                .Select(async _ =>
                {
                    while (Interlocked.Increment(ref next) is var at && at < count)
                    {
                        await ReadAsync(http, requests[at]);
                    }
                })
        );
        var spent = meter.Stop(count);
        var rate = count / spent.Time.TotalSeconds;
        Console.WriteLine(
            JsonSerializer.Serialize(new Measurement(row, Who, rate, rate, rate, "requests/s", spent.AllocatedBytes))
        );
    }

    private static async Task ReadAsync(HttpClient http, HttpRequestMessage request)
    {
        using var reply = await http.SendAsync(request);
        await reply.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        request.Dispose();
    }

    private static HttpRequestMessage Signed(Uri address, BitoProSigner signer)
    {
        var request = BitoProEndpoints.Balance.Request([]);
        var message = new HttpRequestMessage(HttpMethod.Get, address.AbsoluteUri + request.PathAndQuery);
        foreach (var (name, value) in signer.Sign(request).Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
        return message;
    }
}
