using System.Text.Json;
using Exchange.Http;
using Exchange.Okx.Wire;

namespace Exchange.Okx;

/// <summary>
/// What the service's answers say is wrong (okx-account.md section 9): by the body's code first, whatever the HTTP status, and by the
/// status only where the body has no code.
/// </summary>
internal sealed class OkxErrors(OkxConnection connection)
{
    private const string EdgeFilter = "error code: 1010";

    /// <summary>The service as the corridors see it.</summary>
    public ApiService Service =>
        new("Okx", connection.Address, In)
        {
            ErrorWithoutAnswer = Without,
            Patience = (TimeSpan.FromSeconds(30), TooLong),
        };

    /// <summary>The error in an answer, or null when it is a success. Items of a <c>code</c> 1 have errors of their own.</summary>
    public ServiceError? In(ApiRequest request, ApiReply reply)
    {
        if (OkxEnvelope.Read(reply) is not { } envelope)
        {
            return NotJson(request, reply);
        }
        if (envelope.Code is { Length: > 0 } code)
        {
            return reply.IsSuccess && (code == "0" || SpeaksByItem(envelope))
                ? null
                : Coded(request, reply, code, envelope.Message);
        }
        return reply.IsSuccess ? null : Uncoded(request, reply, isFromApi: true);
    }

    // Code 1, and 2 where only some of a batch were taken: what became of each item is in the item, and one of them may be done.
    private static bool SpeaksByItem(OkxEnvelope envelope) =>
        envelope.Items.Any(item => item.Text("sCode") is not null);

    /// <summary>The error of one item of an accepted envelope (okx-account.md section 8, <c>sCode</c>).</summary>
    public ExchangeException Of(ApiRequest request, OkxItem item, string? requestId)
    {
        var row = OkxErrorTable.For(item.Code);
        var error = Error(request, row, item.Message, requestId);
        return new ExchangeException($"Okx.{error.ErrorId}", error.Kind, error.Message)
        {
            Remedy = row.LeavesDoubt && request.IsWrite ? "Do not send it again; ask what became of it." : error.Remedy,
            ServiceCode = item.Code,
            RequestId = requestId,
            Call = request.Call,
            Endpoint = request.Endpoint,
            OutcomeUnknown = row.LeavesDoubt && request.IsWrite,
        };
    }

    private ServiceError Coded(ApiRequest request, ApiReply reply, string code, string? message)
    {
        var row = OkxErrorTable.For(code);
        return Error(request, row, message, reply.RequestId) with
        {
            OutcomeUnknown = row.LeavesDoubt || LeavesDoubt(reply.Status),
        };
    }

    private ServiceError Error(ApiRequest request, OkxErrorRow row, string? message, string? requestId)
    {
        var what = string.IsNullOrWhiteSpace(message) ? row.Meaning : Redacted(message);
        var trace = requestId is null ? "" : $", trace id {OkxRedaction.Of(requestId)}";
        return new ServiceError(
            $"{row.Type}.{row.Code}",
            KindOf(row),
            $"{what.TrimEnd('.')} (code {row.Code}, {request.Endpoint}{trace}).",
            OkxRemedies.For(row, connection) ?? (OkxSignInErrors.WantsSignIn(what) ? OkxRemedies.Walk : null),
            row.Code
        );
    }

    private ServiceError Uncoded(ApiRequest request, ApiReply reply, bool isFromApi)
    {
        var said = reply.Excerpt(160);
        var error = reply.Status switch
        {
            401 => new ServiceError(
                nameof(OkxErrorType.AuthenticationError),
                ErrorKind.Authentication,
                $"{request.Endpoint} was answered 401: not authorised.",
                OkxRemedies.Unauthorised(connection),
                isFromApi ? "401" : null
            ),
            429 => new ServiceError(
                nameof(OkxErrorType.RateLimitError),
                ErrorKind.RateLimited,
                $"{request.Endpoint} was answered 429: too many requests.",
                reply.RetryAfter is { } wait && wait > TimeSpan.Zero
                    ? FormattableString.Invariant($"Repeat in {Math.Ceiling(wait.TotalSeconds):0} seconds.")
                    : "Wait a while, then repeat more slowly.",
                null
            ),
            >= 300 and < 400 => new ServiceError(
                nameof(OkxErrorType.NetworkError),
                ErrorKind.InvalidReply,
                $"{request.Endpoint} was answered with a redirection, which credentials never follow.",
                "Check the base URL; look for a proxy or a sign-in page in between.",
                null
            ),
            _ => new ServiceError(
                nameof(OkxErrorType.OkxApiError),
                ErrorKind.Service,
                $"HTTP {reply.Status} from OKX: {Redacted(said)} ({request.Endpoint}).",
                OkxSignInErrors.WantsSignIn(said) ? OkxRemedies.Walk : "Check the path.",
                null
            ),
        };
        return error with { OutcomeUnknown = LeavesDoubt(reply.Status) };
    }

    private ServiceError NotJson(ApiRequest request, ApiReply reply)
    {
        if (reply.IsSuccess)
        {
            return new ServiceError(
                nameof(OkxErrorType.NetworkError),
                ErrorKind.InvalidReply,
                $"OKX returned non-JSON response for {request.Endpoint}.",
                "Repeat; look for a proxy or a sign-in page in between.",
                null
            )
            {
                OutcomeUnknown = true,
            };
        }
        if (reply.Status == 403 && reply.Excerpt().Contains(EdgeFilter, StringComparison.OrdinalIgnoreCase))
        {
            return new ServiceError(
                nameof(OkxErrorType.NetworkError),
                ErrorKind.Connection,
                $"{request.Endpoint} was turned away at the service's edge (403, {EdgeFilter}).",
                "A proxy in between may change the User-Agent header; go around it.",
                null
            );
        }
        return Uncoded(request, reply, isFromApi: false);
    }

    private static ServiceError Without(ApiRequest request, UnusableAnswer answer) =>
        new(
            nameof(OkxErrorType.NetworkError),
            answer.Failure switch
            {
                TransportFailure.TimedOut => ErrorKind.Timeout,
                null or TransportFailure.TooLarge or TransportFailure.Unreadable => ErrorKind.InvalidReply,
                _ => ErrorKind.Connection,
            },
            answer.Failure is null
                ? $"OKX's answer to {request.Endpoint} cannot be used: {answer.Reason}."
                : $"Failed to call OKX endpoint {request.Endpoint}. ({answer.Reason})",
            "Check the network, then repeat in a few seconds.",
            null
        )
        {
            OutcomeUnknown = true,
        };

    private static ServiceError TooLong(ApiRequest request, TimeSpan wait) =>
        new(
            nameof(OkxErrorType.RateLimitError),
            ErrorKind.RateLimited,
            FormattableString.Invariant(
                $"{request.Endpoint} would have to wait {Math.Ceiling(wait.TotalSeconds):0} seconds for its limit; nothing was sent."
            ),
            "Slow down, then repeat.",
            null
        );

    private static ErrorKind KindOf(OkxErrorRow row) =>
        (row.Type, row.Code) switch
        {
            (OkxErrorType.AuthenticationError, "50120") => ErrorKind.Permission,
            (OkxErrorType.AuthenticationError, _) => ErrorKind.Authentication,
            (OkxErrorType.RateLimitError, _) => ErrorKind.RateLimited,
            (OkxErrorType.NetworkError, _) => ErrorKind.Connection,
            _ => ErrorKind.Service,
        };

    // What is no answer of the service itself proves nothing, and what failed inside it may have been done before.
    private static bool LeavesDoubt(int status) => status is 408 or >= 500 or < 200 or (>= 300 and < 400);

    private string Redacted(string text) => OkxRedaction.Of(text, connection.SecretTexts());
}
