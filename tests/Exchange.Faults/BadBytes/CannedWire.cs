using System.Net;
using System.Net.Http.Headers;
using Exchange.Http;

namespace Exchange.Faults.BadBytes;

/// <summary>A wire without a network, one for each thread: whatever is asked is answered with the bytes at hand.</summary>
internal sealed class CannedWire : HttpMessageHandler
{
    // One in so many is an error's answer.
    private const int ErrorEvery = 8;

    private static readonly ThreadLocal<CannedWire> Own = new(() => new CannedWire());

    private byte[] _bytes = [];

    private CannedWire() =>
        Corridor = new ReadCorridor(TimeProvider.System, () => 0.5)
        {
            Transport = new ApiTransport(TimeProvider.System, this),
            Limiter = new RateLimiter(TimeProvider.System) { IsOff = true },
        };

    public ReadCorridor Corridor { get; }

    /// <summary>This thread's wire, with the bytes of its next answers.</summary>
    public static CannedWire Answering(byte[] bytes)
    {
        var wire = Own.Value!;
        wire._bytes = bytes;
        return wire;
    }

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var status = _bytes.Length % ErrorEvery == 0 ? HttpStatusCode.BadRequest : HttpStatusCode.OK;
        var content = new ByteArrayContent(_bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage(status) { Content = content });
    }
}
