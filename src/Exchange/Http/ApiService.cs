namespace Exchange.Http;

/// <summary>What the corridor must know of a service: its name, its address, and how it says that something is wrong.</summary>
/// <param name="Name">Prefix of error ids, such as <c>BitoPro</c>.</param>
/// <param name="BaseAddress">Absolute; paths are appended to it as text, so that no part of it is lost.</param>
/// <param name="ErrorIn">The error that an answer tells of, or null when it is a success. Never throws.</param>
public sealed record ApiService(string Name, Uri BaseAddress, Func<ApiRequest, ApiReply, ServiceError?> ErrorIn)
{
    /// <summary>The stable id of an error from its name; a contract may use another prefix for some.</summary>
    public Func<string, string> IdOf { get; init; } = name => $"{Name}.{name}";

    /// <summary>How the service's contract calls an answer that never came or cannot be used; null for one id for each way to fail.</summary>
    public Func<ApiRequest, UnusableAnswer, ServiceError>? ErrorWithoutAnswer { get; init; }

    /// <summary>The longest that a request waits for its limits, and what is said instead; null for as long as it takes.</summary>
    public (TimeSpan Longest, Func<ApiRequest, TimeSpan, ServiceError> Error)? Patience { get; init; }
}

/// <summary>Why there is no answer to work with.</summary>
/// <param name="Failure">How the exchange ended early; null when a whole answer came that is not what the contract says.</param>
/// <param name="Reason">In a few words.</param>
public readonly record struct UnusableAnswer(TransportFailure? Failure, string Reason);

/// <summary>What a service's answer says went wrong, in our terms.</summary>
/// <param name="ErrorId">Without the service's prefix.</param>
/// <param name="Kind">What sort of trouble.</param>
/// <param name="Message">What happened.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="ServiceCode">The service's own words or number.</param>
public sealed record ServiceError(string ErrorId, ErrorKind Kind, string Message, string? Remedy, string? ServiceCode)
{
    /// <summary>True when a write that was answered so may still have taken effect.</summary>
    public bool OutcomeUnknown { get; init; }
}
