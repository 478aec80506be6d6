using System.Text.Json.Serialization.Metadata;
using Exchange.Http;
using Exchange.Okx.Wire;
using Exchange.Storage;

namespace Exchange.Okx;

/// <summary>OKX's calls. Every method checks its input before anything is sent and throws <see cref="ExchangeException"/> only.</summary>
public sealed partial class OkxClient
{
    private readonly OkxConnection _connection;
    private readonly ReadCorridor _corridor;
    private readonly OkxClockOffsets _offsets;
    private readonly ApiListener _listener;
    private readonly OkxErrors _errors;

    /// <summary>A client of one connection.</summary>
    /// <param name="connection">Where to, and for whom.</param>
    /// <param name="corridor">Connections, limits, clock and chance, shared by all clients of a process.</param>
    /// <param name="offsets">Differences of clocks, shared by all clients of a process.</param>
    /// <param name="listener">Hears of requests and warnings.</param>
    public OkxClient(OkxConnection connection, ReadCorridor corridor, OkxClockOffsets offsets, ApiListener listener)
    {
        _connection = connection;
        _corridor = corridor;
        _offsets = offsets;
        _listener = listener;
        _errors = new OkxErrors(connection);
    }

    /// <summary>Where it talks to, and for whom.</summary>
    public OkxConnection Connection => _connection;

    /// <summary>The time by which attempts are judged.</summary>
    internal DateTimeOffset Now => _corridor.Clock.GetUtcNow();

    private Task<T> ReadAsync<TWire, T>(
        ApiRequest request,
        JsonTypeInfo<TWire> type,
        Func<TWire, T> map,
        CancellationToken cancel
    )
        where TWire : class => AuthorizedAsync(request, api => api.SendAsync(request, type, map, cancel), cancel);

    private async Task<T> AuthorizedAsync<T>(
        ApiRequest request,
        Func<ApiClient, Task<T>> send,
        CancellationToken cancel
    )
    {
        var token = await TokenAsync(request, cancel).ConfigureAwait(false);
        return await AuthorizedAsync(request, token, send, cancel).ConfigureAwait(false);
    }

    /// <summary>Sends, and does what the contract allows when it is not taken: reads a clock, or renews a token, once.</summary>
    private async Task<T> AuthorizedAsync<T>(
        ApiRequest request,
        Secret? token,
        Func<ApiClient, Task<T>> send,
        CancellationToken cancel
    )
    {
        try
        {
            return await send(Api(token)).ConfigureAwait(false);
        }
        catch (ExchangeException trouble) when (TellsOfClocks(request, trouble))
        {
            await ReadClockAsync(cancel).ConfigureAwait(false);
            if (request.IsWrite)
            {
                throw;
            }
        }
        catch (ExchangeException trouble) when (token is not null && MayRenew(request, trouble))
        {
            token = await _connection.Tokens!.ReplaceAsync(token, _listener, cancel).ConfigureAwait(false);
        }
        return await send(Api(token)).ConfigureAwait(false);
    }

    /// <summary>The session's token for a private request; null for a key, and for what needs neither.</summary>
    private async Task<Secret?> TokenAsync(ApiRequest request, CancellationToken cancel)
    {
        if (!request.IsPrivate || _connection.Key is not null)
        {
            return null;
        }
        return _connection.Tokens is { } tokens
            ? await tokens.TakeAsync(_listener, cancel).ConfigureAwait(false)
            : throw OkxError.NoCredentials();
    }

    private ApiClient Api(Secret? token) =>
        _corridor.ClientOf(
            _errors.Service,
            new OkxSigner(_connection, token, _corridor.Clock, _offsets.Of(_connection.Address)),
            _listener,
            _connection.Proxy
        );

    private bool TellsOfClocks(ApiRequest request, ExchangeException trouble) =>
        request.IsPrivate
        && _connection.Key is not null
        && !trouble.OutcomeUnknown
        && trouble.ServiceCode is { } code
        && OkxErrorTable.For(code).TellsOfClocks;

    // okx-account.md 5.7: an answer of the API itself, so that the request was not taken; a page of somebody else proves nothing.
    private static bool MayRenew(ApiRequest request, ExchangeException trouble) =>
        !trouble.OutcomeUnknown
        && (
            trouble.ServiceCode is { } code
                ? trouble.HttpStatus == 401 || OkxErrorTable.For(code).RenewsToken
                : trouble.HttpStatus == 401 && !request.IsWrite
        );

    private async Task ReadClockAsync(CancellationToken cancel)
    {
        var request = OkxEndpoints.Request(HttpMethod.Get, OkxEndpoints.Time, [], null, _connection.TimeLimit);
        try
        {
            var asked = _corridor.Clock.GetTimestamp();
            var there = await Api(null)
                .SendAsync(request, OkxJson.Default.Times, wire => wire.First().Time, cancel)
                .ConfigureAwait(false);
            // Counted back from the clock as it is now: it may have been set since the question.
            var here = _corridor.Clock.GetUtcNow() - (_corridor.Clock.GetElapsedTime(asked) / 2);
            _offsets.Keep(_connection.Address, there - here);
            _listener.Note(
                FormattableString.Invariant(
                    $"The service's clock differs from this machine's by {(there - here).TotalSeconds:0.000} s; requests are dated by it from now on."
                )
            );
        }
        catch (ExchangeException trouble)
        {
            // The first error is the one to tell.
            _listener.Note($"The service's clock could not be read: {trouble.Message}");
        }
    }
}
