namespace Exchange.Http;

/// <summary>How a request failed before a whole answer was there.</summary>
public enum TransportFailure
{
    /// <summary>No connection came about: not a byte of the request left.</summary>
    NotConnected,

    /// <summary>The connection broke after the request may have left.</summary>
    ConnectionLost,

    /// <summary>No whole answer within the time limit; the request may have left.</summary>
    TimedOut,

    /// <summary>The answer is larger than allowed.</summary>
    TooLarge,

    /// <summary>The answer cannot be decompressed.</summary>
    Unreadable,
}

/// <summary>A request without a whole answer. Stays inside the read corridor, which turns it into an <see cref="ExchangeException"/>.</summary>
internal sealed class TransportException(TransportFailure failure, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public TransportFailure Failure => failure;

    public bool MayHaveLeft => failure != TransportFailure.NotConnected;
}
