namespace Exchange;

/// <summary>What sort of trouble an <see cref="ExchangeException"/> tells of; hosts map it to their own categories and exit codes.</summary>
public enum ErrorKind
{
    /// <summary>The caller's input breaks a rule of the contract; nothing was sent and no file was touched.</summary>
    InvalidInput,

    /// <summary>Credentials are missing, malformed or not accepted.</summary>
    Authentication,

    /// <summary>The key is known but may not do this.</summary>
    Permission,

    /// <summary>The service does not know what was asked for.</summary>
    NotFound,

    /// <summary>The service or our own limits say: later.</summary>
    RateLimited,

    /// <summary>The request contradicts the state of the service: a clock mismatch, a repeated request.</summary>
    Conflict,

    /// <summary>No answer within the time limit.</summary>
    Timeout,

    /// <summary>No connection, or it broke.</summary>
    Connection,

    /// <summary>The answer is not what the contract says: HTML, truncated, empty, too large, wrong shape.</summary>
    InvalidReply,

    /// <summary>The service refused, or failed, for a reason of its own.</summary>
    Service,

    /// <summary>The guard refused. Final: no switch turns it.</summary>
    Refused,

    /// <summary>A person must confirm first and nobody could be asked; the target is the draft.</summary>
    ConfirmationRequired,

    /// <summary>A file or folder of ours could not be read, written or locked.</summary>
    Storage,

    /// <summary>The caller stopped it.</summary>
    Cancelled,
}
