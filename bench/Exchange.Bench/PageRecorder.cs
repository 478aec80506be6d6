using Exchange.Bench.Micro;
using Exchange.BitoPro;
using Exchange.Http;

namespace Exchange.Bench;

/// <summary>Asks for a page of orders and keeps its bytes.</summary>
internal sealed class PageRecorder(Uri simulator) : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<byte[]> ReadAsync()
    {
        var address = new Uri(simulator, "bitopro/v3");
        var signer = new BitoProSigner(
            new BitoProConnection(address, Rehearsal.Credentials()),
            new NonceSource(TimeProvider.System)
        );
        var until = DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds();
        var request = BitoProEndpoints.OrderHistory.Request(
            ["btc_twd"],
            [
                new("startTimestamp", Text(until - (89L * 24 * 3600 * 1000))),
                new("endTimestamp", Text(until)),
                new("limit", "1000"),
            ]
        );
        using var message = new HttpRequestMessage(HttpMethod.Get, address.AbsoluteUri + request.PathAndQuery);
        foreach (var (name, value) in signer.Sign(request).Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
        using var reply = await _http.SendAsync(message);
        return await reply.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _http.Dispose();

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
