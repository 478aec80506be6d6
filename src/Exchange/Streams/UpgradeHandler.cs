using System.Net;
using Exchange.Http;

namespace Exchange.Streams;

/// <summary>Sends one upgrade over a connection of its own, and keeps the reply when it is not a socket: the service says there why.</summary>
/// <remarks>No redirects (credentials would follow), no cookies.</remarks>
internal sealed class UpgradeHandler(Action heard) : DelegatingHandler(Connections(heard))
{
    private const int LargestReply = 64 * 1024;

    /// <summary>What was answered instead of a socket, if anything.</summary>
    public ApiReply? Refusal { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        // Without content the handler would send it again by itself, with the old signature, when the connection closes before
        // an answer (docs/decisions/0002-no-hidden-repeats.md).
        request.Content = new ByteArrayContent([]);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.SwitchingProtocols)
        {
            Refusal = await ReadOrCloseAsync(response, cancellationToken).ConfigureAwait(false);
        }
        return response;
    }

    // Whoever called never sees a response that breaks off here, and so cannot close its connection.
    private static async Task<ApiReply> ReadOrCloseAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        try
        {
            return await ReadAsync(response, cancel).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<ApiReply> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var buffer = new byte[LargestReply];
        var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel)
            .ConfigureAwait(false);
        return new ApiReply(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.MediaType,
            buffer.AsMemory(0, length)
        )
        {
            RequestId = response.Headers.TryGetValues("x-request-id", out var ids) ? ids.FirstOrDefault() : null,
        };
    }

    private static SocketsHttpHandler Connections(Action heard) =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            MaxResponseHeadersLength = 64,
            PlaintextStreamFilter = (context, _) =>
                ValueTask.FromResult<Stream>(new HeardStream(context.PlaintextStream, heard)),
        };
}
