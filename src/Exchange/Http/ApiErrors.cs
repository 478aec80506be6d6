namespace Exchange.Http;

/// <summary>Turns what went wrong on the wire into <see cref="ExchangeException"/>: the one place that decides whether an outcome is unknown.</summary>
internal static class ApiErrors
{
    private const string HowToFindOut =
        "Do not send it again. Run Resolve-ExchangeAttempt to ask the service what became of it.";

    /// <summary>The service answered, and the answer is an error.</summary>
    public static ExchangeException Answered(
        ApiService service,
        ApiRequest request,
        ApiReply reply,
        ServiceError error,
        int attempts
    )
    {
        var unknown = request.IsWrite && error.OutcomeUnknown;
        return new ExchangeException(
            service.IdOf(unknown ? "OutcomeUnknown" : error.ErrorId),
            error.Kind,
            unknown ? $"{error.Message} It is not known whether {request.Endpoint} took effect." : error.Message
        )
        {
            Remedy = unknown ? HowToFindOut : error.Remedy,
            ServiceCode = error.ServiceCode,
            HttpStatus = reply.Status,
            RequestId = reply.RequestId,
            Call = request.Call,
            Endpoint = request.Endpoint,
            Attempts = attempts,
            OutcomeUnknown = unknown,
        };
    }

    /// <summary>No whole answer came.</summary>
    public static ExchangeException Unanswered(
        ApiService service,
        ApiRequest request,
        TransportException trouble,
        int attempts,
        bool left
    )
    {
        var unknown = request.IsWrite && left;
        var error =
            service.ErrorWithoutAnswer?.Invoke(request, new UnusableAnswer(trouble.Failure, trouble.Message))
            ?? Unanswered(service, request, trouble);
        return new ExchangeException(
            service.IdOf(unknown ? "OutcomeUnknown" : error.ErrorId),
            error.Kind,
            unknown ? $"{error.Message} It is not known whether it took effect." : error.Message,
            trouble
        )
        {
            Remedy =
                unknown ? HowToFindOut
                : request.IsWrite
                    ? "Nothing was sent. See what is in the way with Test-ExchangeConnection, then repeat."
                : error.Remedy,
            Call = request.Call,
            Endpoint = request.Endpoint,
            Attempts = attempts,
            OutcomeUnknown = unknown,
        };
    }

    private static ServiceError Unanswered(ApiService service, ApiRequest request, TransportException trouble)
    {
        var id = trouble.Failure switch
        {
            TransportFailure.NotConnected => "Unreachable",
            TransportFailure.TimedOut => "Timeout",
            TransportFailure.TooLarge or TransportFailure.Unreadable => "InvalidReply",
            _ => "ConnectionLost",
        };
        var kind = trouble.Failure switch
        {
            TransportFailure.TimedOut => ErrorKind.Timeout,
            TransportFailure.TooLarge or TransportFailure.Unreadable => ErrorKind.InvalidReply,
            _ => ErrorKind.Connection,
        };
        var message = $"{request.Endpoint} at {service.BaseAddress.Authority}: {trouble.Message}.";
        return new ServiceError(
            id,
            kind,
            message,
            "See what is in the way with Test-ExchangeConnection, then repeat.",
            null
        );
    }

    /// <summary>The request would wait for its limits for longer than its service allows; nothing was sent.</summary>
    public static ExchangeException WaitTooLong(ApiService service, ApiRequest request, ServiceError error) =>
        new(service.IdOf(error.ErrorId), error.Kind, error.Message)
        {
            Remedy = error.Remedy,
            Call = request.Call,
            Endpoint = request.Endpoint,
        };

    /// <summary>The caller stopped a write that may already have left.</summary>
    public static ExchangeException CancelledAfterSend(ApiService service, ApiRequest request, int attempts) =>
        new(
            service.IdOf("OutcomeUnknown"),
            ErrorKind.Cancelled,
            $"{request.Endpoint} was stopped while its answer was awaited. It is not known whether it took effect."
        )
        {
            Remedy = HowToFindOut,
            Call = request.Call,
            Endpoint = request.Endpoint,
            Attempts = attempts,
            OutcomeUnknown = true,
        };

    /// <summary>The answer is not what the contract says.</summary>
    public static ServiceError InvalidReply(string what) =>
        new(
            "InvalidReply",
            ErrorKind.InvalidReply,
            $"The service's answer cannot be used: {what}.",
            "Repeat later; if it stays, look for a proxy, a sign-in page or a maintenance notice in between.",
            null
        )
        {
            OutcomeUnknown = true,
        };
}
