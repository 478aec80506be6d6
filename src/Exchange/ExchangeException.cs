namespace Exchange;

/// <summary>The one exception for everything that can go wrong with a known cause (design.md section 7). Carries no secret.</summary>
public sealed class ExchangeException : Exception
{
    /// <summary>Tells what happened, in the user's words.</summary>
    public ExchangeException(string errorId, ErrorKind kind, string message, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        Kind = kind;
    }

    /// <summary>Stable id, <c>Service.Name</c>, as the contracts list them.</summary>
    public string ErrorId { get; }

    /// <summary>What sort of trouble it is.</summary>
    public ErrorKind Kind { get; }

    /// <summary>What to do next, one or two sentences.</summary>
    public string? Remedy { get; init; }

    /// <summary>The service's own code or text for the error, when it gave one.</summary>
    public string? ServiceCode { get; init; }

    /// <summary>HTTP status of the answer, when there was one.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>The service's request id (<c>x-request-id</c>), for its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The contract's short name of the call, such as <c>T6</c>.</summary>
    public string? Call { get; init; }

    /// <summary>HTTP method and path, without query and without headers.</summary>
    public string? Endpoint { get; init; }

    /// <summary>How many times the request was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>True when a write may have taken effect although no valid answer came.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The journal's id of the write that this error belongs to.</summary>
    public string? AttemptId { get; init; }

    /// <summary>What the error is about: the offending value's name, a draft.</summary>
    public object? Target { get; init; }

    /// <summary>Bad input: refused before any file is touched or socket opened.</summary>
    public static ExchangeException BadInput(
        string errorId,
        string message,
        string? remedy = null,
        object? target = null
    ) => new(errorId, ErrorKind.InvalidInput, message) { Remedy = remedy, Target = target };

    /// <summary>The same error in other words.</summary>
    public ExchangeException With(string message, string? remedy) => ForAttempt(AttemptId, message, remedy);

    /// <summary>The same error with the attempt it belongs to.</summary>
    public ExchangeException ForAttempt(string? attemptId, string message, string? remedy) =>
        new(ErrorId, Kind, message, this)
        {
            Remedy = remedy,
            ServiceCode = ServiceCode,
            HttpStatus = HttpStatus,
            RequestId = RequestId,
            Call = Call,
            Endpoint = Endpoint,
            Attempts = Attempts,
            OutcomeUnknown = OutcomeUnknown,
            AttemptId = attemptId,
            Target = Target,
        };
}
