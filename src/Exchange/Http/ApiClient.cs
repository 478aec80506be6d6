using System.Text.Json.Serialization.Metadata;
using Polly;

namespace Exchange.Http;

/// <summary>
/// The read corridor: limits, sign, send, retry if safe, decode. Writes use its last four steps through
/// <see cref="Desk.WriteDesk"/>, which waits for the limits before it writes to the journal.
/// </summary>
public sealed class ApiClient
{
    private readonly ApiService _service;
    private readonly IRequestSigner _signer;
    private readonly ApiTransport _transport;
    private readonly RateLimiter _limiter;
    private readonly TimeProvider _clock;
    private readonly Action<ApiEvent>? _tell;
    private readonly IReadOnlyDictionary<Repeat, ResiliencePipeline<ApiReply>> _retry;

    /// <summary>A client of one service for one account.</summary>
    /// <param name="service">Name, address and errors of the service.</param>
    /// <param name="signer">Signs for the account.</param>
    /// <param name="transport">Connections, shared by all clients of a process.</param>
    /// <param name="limiter">Limits, shared by all clients of a process.</param>
    /// <param name="clock">Source of every time.</param>
    /// <param name="random">0 to 1, for the jitter of retries.</param>
    /// <param name="tell">Told of answers, waits and repeats, on any thread.</param>
    public ApiClient(
        ApiService service,
        IRequestSigner signer,
        ApiTransport transport,
        RateLimiter limiter,
        TimeProvider clock,
        Func<double> random,
        Action<ApiEvent>? tell = null
    )
    {
        _service = service;
        _signer = signer;
        _transport = transport;
        _limiter = limiter;
        _clock = clock;
        _tell = tell;
        _retry = RetryPolicy.For(clock, random);
    }

    /// <summary>The service that this client talks to.</summary>
    public ApiService Service => _service;

    /// <summary>Waits for the request's limits, sends it, decodes the answer, and maps it.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="type">The answer's form.</param>
    /// <param name="map">From the wire to what goes down the pipeline; a <see cref="System.Text.Json.JsonException"/> of it is an invalid reply.</param>
    /// <param name="cancel">Ends waits and the exchange.</param>
    /// <exception cref="ExchangeException">Anything but a valid answer of success.</exception>
    public async Task<T> SendAsync<TWire, T>(
        ApiRequest request,
        JsonTypeInfo<TWire> type,
        Func<TWire, T> map,
        CancellationToken cancel
    )
        where TWire : class
    {
        await WaitForLimitsAsync(request, cancel).ConfigureAwait(false);
        return await SendNowAsync(request, type, map, cancel).ConfigureAwait(false);
    }

    /// <summary>Waits until the request fits its limits; the place is then taken.</summary>
    /// <exception cref="ExchangeException">The wait would be longer than the service's patience; no place is taken.</exception>
    public async Task WaitForLimitsAsync(ApiRequest request, CancellationToken cancel)
    {
        var tooLong = await _limiter
            .WaitAsync(
                Scope(request),
                request.Limits,
                (limit, wait) => TellOfWait(request, limit, wait),
                cancel,
                _service.Patience?.Longest
            )
            .ConfigureAwait(false);
        if (tooLong is { } wait)
        {
            throw ApiErrors.WaitTooLong(_service, request, _service.Patience!.Value.Error(request, wait));
        }
    }

    /// <summary>Waits for the request's limits, sends it, and gives the answer as it came.</summary>
    /// <exception cref="ExchangeException">No whole answer, or one that the service calls an error.</exception>
    public async Task<ApiReply> SendForReplyAsync(ApiRequest request, CancellationToken cancel)
    {
        await WaitForLimitsAsync(request, cancel).ConfigureAwait(false);
        return await SendNowForReplyAsync(request, cancel).ConfigureAwait(false);
    }

    /// <summary>Sends without waiting for the first place, and decodes the answer.</summary>
    /// <exception cref="ExchangeException">Anything but a valid answer of success; with <see cref="ExchangeException.OutcomeUnknown"/>
    /// for a write that may have taken effect.</exception>
    public async Task<T> SendNowAsync<TWire, T>(
        ApiRequest request,
        JsonTypeInfo<TWire> type,
        Func<TWire, T> map,
        CancellationToken cancel
    )
        where TWire : class
    {
        var reply = await SendNowForReplyAsync(request, cancel).ConfigureAwait(false);
        return ReplyDecoder.Decode(_service, request, reply, type, map);
    }

    /// <summary>Sends without waiting for the first place, and gives the answer as it came.</summary>
    /// <exception cref="ExchangeException">No whole answer, or one that the service calls an error.</exception>
    public async Task<ApiReply> SendNowForReplyAsync(ApiRequest request, CancellationToken cancel)
    {
        var attempts = 0;
        var left = false;
        SignedRequest? sent = null;
        var state = new RetryState(
            _clock.GetTimestamp(),
            (attempt, wait, reason) => _tell?.Invoke(new RequestRepeated(request, attempt, wait, reason))
        );
        try
        {
            var reply = await RetryPolicy
                .RunAsync(_retry[request.Repeat], state, SendOnceAsync, cancel)
                .ConfigureAwait(false);
            if (_service.ErrorIn(request, reply) is { } error)
            {
                throw ApiErrors.Answered(_service, request, reply, SentSecrets.Scrub(error, sent), attempts);
            }
            return reply with { Attempts = attempts };
        }
        catch (TransportException trouble)
        {
            throw ApiErrors.Unanswered(_service, request, trouble, attempts, left);
        }
        catch (OperationCanceledException) when (request.IsWrite && left)
        {
            throw ApiErrors.CancelledAfterSend(_service, request, attempts);
        }

        async Task<ApiReply> SendOnceAsync(CancellationToken running)
        {
            running.ThrowIfCancellationRequested();
            if (attempts++ > 0)
            {
                await WaitForLimitsAsync(request, running).ConfigureAwait(false);
            }
            var signed = _signer.Sign(request);
            sent = signed;
            var before = left;
            left = true;
            try
            {
                return await SendSignedAsync(request, signed, running).ConfigureAwait(false);
            }
            catch (TransportException trouble) when (!trouble.MayHaveLeft)
            {
                left = before;
                throw;
            }
        }
    }

    private async Task<ApiReply> SendSignedAsync(ApiRequest request, SignedRequest signed, CancellationToken cancel)
    {
        var started = _clock.GetTimestamp();
        try
        {
            var address = new Uri(_service.BaseAddress.AbsoluteUri.TrimEnd('/') + request.PathAndQuery);
            var reply = await _transport
                .SendAsync(
                    address,
                    request.Method,
                    signed,
                    request.TimeLimit,
                    cancel,
                    request.LargestReply ?? ApiTransport.MaximumReply
                )
                .ConfigureAwait(false);
            _tell?.Invoke(new RequestAnswered(request, reply.Status, _clock.GetElapsedTime(started), reply.RequestId));
            if (reply.Status == 429)
            {
                _limiter.Drain(Scope(request), request.Limits, reply.RetryAfter);
            }
            return reply;
        }
        catch (TransportException trouble)
        {
            _tell?.Invoke(new RequestFailed(request, trouble.Message, _clock.GetElapsedTime(started)));
            throw;
        }
    }

    private string Scope(ApiRequest request) =>
        $"{_service.BaseAddress.Authority} {(request.IsPrivate ? _signer.Scope : "public")}";

    private void TellOfWait(ApiRequest request, RateLimit limit, TimeSpan wait)
    {
        if (wait > TimeSpan.FromSeconds(1))
        {
            _tell?.Invoke(new WaitingForLimit(request, limit, wait));
        }
    }
}
