using System.Management.Automation;

namespace Exchange.PowerShell;

/// <summary>From <see cref="ExchangeException"/> to the engine's error record (design.md section 7).</summary>
internal static class ExchangeErrors
{
    public static ErrorRecord RecordOf(ExchangeException trouble) =>
        new(trouble, trouble.ErrorId, CategoryOf(trouble.Kind), trouble.Target)
        {
            ErrorDetails = new ErrorDetails(WithRemedy(trouble)) { RecommendedAction = trouble.Remedy ?? "" },
        };

    private static string WithRemedy(ExchangeException trouble)
    {
        if (trouble.Remedy is not { } remedy)
        {
            return trouble.Message;
        }
        // Below a draft the remedy has a line of its own.
        var gap = trouble.Message.Contains('\n', StringComparison.Ordinal) ? Environment.NewLine : " ";
        return trouble.Message + gap + remedy;
    }

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
