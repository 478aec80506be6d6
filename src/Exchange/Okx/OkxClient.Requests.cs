using System.Text.Json;
using Exchange.Desk;
using Exchange.Http;
using Exchange.Okx.Wire;
using Exchange.Storage;

namespace Exchange.Okx;

/// <content>Any request of the service: reads, and writes for the write corridor.</content>
public sealed partial class OkxClient
{
    /// <summary>A GET of any path, signed unless the service tells it to everybody.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c> for a path that is none; no credentials; the service.</exception>
    public Task<OkxReply> GetAsync(
        string path,
        IReadOnlyList<KeyValuePair<string, string>> query,
        CancellationToken cancel
    )
    {
        var request = RequestOf(HttpMethod.Get, OkxRules.Path(path), query, null);
        return AuthorizedAsync(
            request,
            async api => ReplyOf(request, await api.SendForReplyAsync(request, cancel).ConfigureAwait(false)),
            cancel
        );
    }

    /// <summary>Checks a POST by all rules that can be known before it is sent. Sends nothing.</summary>
    /// <param name="path">The whole path.</param>
    /// <param name="query">In order, not yet escaped.</param>
    /// <param name="body">An object or an array; null for an empty object.</param>
    /// <exception cref="ExchangeException"><c>Okx.ValidationError</c>; <c>Okx.ConfigError</c> without credentials.</exception>
    public OkxWriteDraft DraftWrite(string path, IReadOnlyList<KeyValuePair<string, string>> query, JsonElement? body)
    {
        RequireCredentials();
        OkxRules.Path(path);
        if (body is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Array) })
        {
            throw OkxError.Validation("A body is an object or an array.", "Give a hashtable, an object, or JSON text.");
        }
        if (body is { ValueKind: JsonValueKind.Array } many && many.GetArrayLength() == 0)
        {
            throw OkxError.Validation("The body is an empty array: there is nothing to send.");
        }
        return new OkxWriteDraft
        {
            Path = path,
            Query = query,
            // okx-account.md section 8: a body is never empty.
            Body = body is { } given ? BodyOf(path, given) : "{}"u8.ToArray(),
            Site = _connection.Site,
            IsDemo = _connection.IsDemo,
            Account = _connection.Account,
            Endpoint = _connection.Address,
            LiveAddress = _connection.LiveAddress,
        };
    }

    /// <summary>The draft for the write corridor. Sent once, and once more only when the service itself answered that the token was not taken.</summary>
    public WriteCall<OkxWriteAnswer> Write(OkxWriteDraft draft, string? attemptId)
    {
        RequireCredentials();
        var request = RequestOf(HttpMethod.Post, draft.Path, draft.Query, draft.Body.ToArray());
        var attempts = OkxOrderFacts.Planned(draft, _connection, attemptId);
        Secret? token = null;
        return new WriteCall<OkxWriteAnswer>
        {
            Service = _errors.Service.Name,
            Address = _connection.Address,
            Account = _connection.Account,
            Draft = draft,
            Attempts = attempts,
            Ready = async cancel =>
            {
                token = await TokenAsync(request, cancel).ConfigureAwait(false);
                await Api(token).WaitForLimitsAsync(request, cancel).ConfigureAwait(false);
            },
            Send = cancel =>
                AuthorizedAsync(
                    request,
                    token,
                    async api =>
                        AnswerOf(
                            request,
                            await api.SendNowForReplyAsync(request, cancel).ConfigureAwait(false),
                            attempts.Count
                        ),
                    cancel
                ),
            Settle = answer => Settle(answer, attempts.Count),
        };
    }

    /// <summary>Looks for attempts of this connection.</summary>
    public IAttemptLookup Lookup() => new OkxAttemptLookup(this);

    private static byte[] BodyOf(string path, JsonElement body)
    {
        try
        {
            return OkxOrderFacts.WithClientOrderIds(path, body);
        }
        // Half of a surrogate pair can be read and not be written.
        catch (Exception trouble) when (trouble is InvalidOperationException or ArgumentException)
        {
            throw OkxError.Validation("The body holds text that cannot be sent as UTF-8.");
        }
    }

    private OkxReply ReplyOf(ApiRequest request, ApiReply reply)
    {
        var items = OkxEnvelope.Read(reply)!.Items.ToList();
        return new OkxReply(
            [.. items.Where(item => !item.IsRefused).Select(item => item.Fields)],
            [.. items.Where(item => item.IsRefused).Select(item => _errors.Of(request, item, reply.RequestId))]
        );
    }

    private OkxWriteAnswer AnswerOf(ApiRequest request, ApiReply reply, int expected)
    {
        var outcomes = OkxEnvelope.Read(reply)!.Items.Select(item => OutcomeOf(request, reply, item)).ToList();
        if (outcomes.Count == 0 && expected == 1)
        {
            return new OkxWriteAnswer([new OkxOutcome(new OkxReceipt { Endpoint = request.Endpoint }, null)]);
        }
        while (outcomes.Count < expected)
        {
            outcomes.Add(new OkxOutcome(null, NotNamed(request, reply)));
        }
        return new OkxWriteAnswer(outcomes);
    }

    private OkxOutcome OutcomeOf(ApiRequest request, ApiReply reply, OkxItem item) =>
        item.IsRefused
            ? new OkxOutcome(null, _errors.Of(request, item, reply.RequestId))
            : new OkxOutcome(
                new OkxReceipt
                {
                    Endpoint = request.Endpoint,
                    OrderId = item.Text("ordId") is { Length: > 0 } order ? order : null,
                    ClientOrderId = item.Text("clOrdId") is { Length: > 0 } own ? own : null,
                    Item = item.Fields,
                },
                null
            );

    private static ExchangeException NotNamed(ApiRequest request, ApiReply reply) =>
        new(
            "Okx.OutcomeUnknown",
            ErrorKind.InvalidReply,
            $"The service's answer to {request.Endpoint} does not say what became of everything that was asked for."
        )
        {
            Remedy = "Do not send it again. Run Resolve-ExchangeAttempt to ask the service what became of it.",
            HttpStatus = reply.Status,
            RequestId = reply.RequestId,
            Call = request.Call,
            Endpoint = request.Endpoint,
            OutcomeUnknown = true,
        };

    // One attempt for each item where there are several; one attempt for all items of anything else.
    private static IReadOnlyList<AttemptResult> Settle(OkxWriteAnswer answer, int attempts) =>
        attempts > 1 || answer.Outcomes.Count == 1
            ? [.. answer.Outcomes.Take(attempts).Select(ResultOf)]
            : [Together(answer.Outcomes)];

    private static AttemptResult ResultOf(OkxOutcome outcome) =>
        outcome.Error switch
        {
            null => AttemptResult.Accepted(outcome.Receipt!.OrderId),
            { OutcomeUnknown: true } unknown => new AttemptResult(AttemptState.Unknown, null, unknown.Message),
            { } refused => new AttemptResult(AttemptState.Rejected, null, refused.Message),
        };

    private static AttemptResult Together(IReadOnlyList<OkxOutcome> outcomes)
    {
        var refused = outcomes.Select(outcome => outcome.Error).OfType<ExchangeException>().ToList();
        if (refused.Find(error => error.OutcomeUnknown) is { } unknown)
        {
            return new AttemptResult(AttemptState.Unknown, null, unknown.Message);
        }
        return refused.Count switch
        {
            0 => AttemptResult.Accepted(null),
            var all when all == outcomes.Count => new AttemptResult(AttemptState.Rejected, null, refused[0].Message),
            var some => new AttemptResult(
                AttemptState.Accepted,
                null,
                $"{some} of {outcomes.Count} items were refused: {refused[0].Message}"
            ),
        };
    }

    private ApiRequest RequestOf(
        HttpMethod method,
        string path,
        IReadOnlyList<KeyValuePair<string, string>> query,
        byte[]? body
    ) =>
        OkxEndpoints.Request(
            method,
            path,
            [.. query.Select(pair => KeyValuePair.Create(Uri.EscapeDataString(Named(pair.Key)), pair.Value))],
            body,
            _connection.TimeLimit
        );

    private static string Named(string name) =>
        name.Length > 0 ? name : throw OkxError.Validation("A query parameter has no name.");

    /// <summary>Refuses when there is neither a key nor a session to use; asks nobody.</summary>
    /// <exception cref="ExchangeException"><c>Okx.ConfigError.NotLoggedIn</c></exception>
    public void RequireCredentials()
    {
        if (_connection.Key is null && _connection.Tokens is null)
        {
            throw OkxError.NoCredentials();
        }
        _connection.Tokens?.Require();
    }
}
