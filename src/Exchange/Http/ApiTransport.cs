using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace Exchange.Http;

/// <summary>Sends bytes and brings back bytes: the only code that touches <see cref="HttpClient"/>.</summary>
/// <remarks>No redirects (credentials would follow), no cookies, a time limit on the whole exchange, at most 10 MiB of answer.</remarks>
public sealed class ApiTransport : IDisposable
{
    /// <summary>The largest answer that is read, after decompression.</summary>
    public const int MaximumReply = 10 * 1024 * 1024;

    private const int PieceLength = 4 * 1024;

    // okx-account.md section 8; the other services send the second.
    private static readonly string[] RequestIdHeaders = ["x-trace-id", "x-request-id", "traceid"];

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;

    /// <summary>A transport with connections of its own.</summary>
    /// <param name="clock">Source of the time limit.</param>
    /// <param name="connectLimit">How long a connection may take to come about, in real time; null for 15 seconds.</param>
    /// <param name="proxy">The proxy of every connection; null for the one that the environment names, if any.</param>
    public ApiTransport(TimeProvider clock, TimeSpan? connectLimit = null, IWebProxy? proxy = null)
        : this(
            clock,
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = connectLimit ?? TimeSpan.FromSeconds(15),
                MaxResponseHeadersLength = 64,
                Proxy = proxy ?? new DirectToThisMachine(HttpClient.DefaultProxy),
            }
        ) { }

    /// <summary>A transport over something else than the network: answers by the million, without a socket.</summary>
    internal ApiTransport(TimeProvider clock, HttpMessageHandler wire)
    {
        _clock = clock;
        _http = new HttpClient(wire) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The proxy that requests to an address go through, as the system or the environment says; null when there is none.</summary>
    public static Uri? ProxyFor(Uri address) =>
        HttpClient.DefaultProxy is { } proxy
        && !proxy.IsBypassed(address)
        && proxy.GetProxy(address) is { } through
        && through != address
            ? through
            : null;

    /// <summary>How long one exchange may take, connect to last byte (bitopro.md 6.4).</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Source of the time limits on the wire.</summary>
    public TimeProvider Clock => _clock;

    /// <summary>Sends once, within the shorter of the two limits. Throws <see cref="TransportException"/> when no whole answer came, or the caller's cancellation.</summary>
    internal async Task<ApiReply> SendAsync(
        Uri address,
        HttpMethod method,
        SignedRequest signed,
        TimeSpan? timeLimit,
        CancellationToken cancel,
        int maximum = MaximumReply
    )
    {
        var allowed = timeLimit ?? TimeLimit;
        using var limit = new CancellationTokenSource(allowed, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            using var message = Message(address, method, signed);
            using var response = await _http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, both.Token)
                .ConfigureAwait(false);
            return await ReadAsync(response, address, maximum, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!both.IsCancellationRequested)
        {
            throw new TransportException(TransportFailure.NotConnected, "no connection came about in time");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new TransportException(
                TransportFailure.TimedOut,
                FormattableString.Invariant($"no answer within {allowed.TotalSeconds:0.###} seconds")
            );
        }
        catch (HttpRequestException trouble)
        {
            throw new TransportException(FailureOf(trouble.HttpRequestError), Reason(trouble), trouble);
        }
        catch (IOException trouble)
        {
            throw new TransportException(TransportFailure.ConnectionLost, Reason(trouble), trouble);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Message(Uri address, HttpMethod method, SignedRequest signed)
    {
        var message = new HttpRequestMessage(method, address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            // Even an empty body is content: without content the handler repeats a request by itself, with the old
            // signature, when the connection closes before an answer (docs/decisions/0002-no-hidden-repeats.md).
            Content = new ByteArrayContent(signed.Body ?? []),
        };
        if (signed.Body is not null)
        {
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(signed.ContentType ?? "application/json");
        }
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        foreach (var (name, value) in signed.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
        return message;
    }

    private async Task<ApiReply> ReadAsync(
        HttpResponseMessage response,
        Uri address,
        int maximum,
        CancellationToken cancel
    )
    {
        var content = response.Content;
        if (content.Headers.ContentLength > maximum)
        {
            throw TooLarge(maximum);
        }
        using var body = new MemoryStream((int)(content.Headers.ContentLength ?? 4096));
        var source = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            await ReadBodyAsync(source, body, maximum, cancel).ConfigureAwait(false);
        }
        return new ApiReply(
            (int)response.StatusCode,
            content.Headers.ContentType?.MediaType,
            body.GetBuffer().AsMemory(0, (int)body.Length)
        )
        {
            RequestId = RequestId(response),
            Location = response.Headers.Location is { } location ? new Uri(address, location) : null,
            Date = response.Headers.Date,
            RetryAfter = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date - _clock.GetUtcNow(),
                _ => null,
            },
        };
    }

    private static string? RequestId(HttpResponseMessage response)
    {
        foreach (var name in RequestIdHeaders)
        {
            if (response.Headers.TryGetValues(name, out var values) && values.FirstOrDefault() is { } id)
            {
                return id;
            }
        }
        return null;
    }

    private static async Task ReadBodyAsync(Stream source, MemoryStream body, int maximum, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(PieceLength);
        int read;
        try
        {
            while ((read = await source.ReadAsync(buffer, cancel).ConfigureAwait(false)) > 0)
            {
                if (body.Length + read > maximum)
                {
                    throw TooLarge(maximum);
                }
                body.Write(buffer, 0, read);
            }
        }
        // The first of gzip and deflate, the second of Brotli.
        catch (Exception trouble) when (trouble is InvalidDataException or InvalidOperationException)
        {
            throw new TransportException(TransportFailure.Unreadable, "the answer's compression is broken", trouble);
        }
        finally
        {
            // It may have held a token.
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static TransportException TooLarge(int maximum) =>
        new(TransportFailure.TooLarge, $"the answer is larger than {maximum / (1024 * 1024)} MiB");

    private static TransportFailure FailureOf(HttpRequestError error) =>
        error switch
        {
            HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => TransportFailure.NotConnected,
            _ => TransportFailure.ConnectionLost,
        };

    private static string Reason(Exception trouble) => (trouble.InnerException ?? trouble).Message.TrimEnd('.');
}
