using System.Management.Automation;

namespace Exchange.PowerShell;

/// <summary>From <see cref="ExchangeException"/> to the engine's error record (design.md section 7).</summary>
internal static class ExchangeErrors
{
    public static ErrorRecord RecordOf(ExchangeException trouble) =>
        new(trouble, trouble.ErrorId, CategoryOf(trouble.Kind), trouble.Target)
        {
            // PowerShell shows the recommendation on a line of its own, so the message need not repeat it.
            ErrorDetails = new ErrorDetails(trouble.Message) { RecommendedAction = trouble.Remedy ?? "" },
        };

    private static ErrorCategory CategoryOf(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.InvalidInput => ErrorCategory.InvalidArgument,
            ErrorKind.Authentication => ErrorCategory.AuthenticationError,
            ErrorKind.Permission => ErrorCategory.PermissionDenied,
            ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
            ErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
            ErrorKind.Conflict => ErrorCategory.InvalidOperation,
            ErrorKind.Timeout => ErrorCategory.OperationTimeout,
            ErrorKind.Connection => ErrorCategory.ConnectionError,
            ErrorKind.InvalidReply => ErrorCategory.InvalidData,
            ErrorKind.Service => ErrorCategory.InvalidResult,
            ErrorKind.Refused => ErrorCategory.SecurityError,
            ErrorKind.ConfirmationRequired => ErrorCategory.SecurityError,
            ErrorKind.Storage => ErrorCategory.ResourceUnavailable,
            ErrorKind.Cancelled => ErrorCategory.OperationStopped,
            _ => ErrorCategory.NotSpecified,
        };
}
