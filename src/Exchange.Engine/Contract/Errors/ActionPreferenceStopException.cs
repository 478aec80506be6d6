#nullable disable
namespace System.Management.Automation;

/// <summary>Something that would have gone on stops, because a preference says <c>Stop</c>.</summary>
public class ActionPreferenceStopException : RuntimeException
{
    private readonly ErrorRecord _cause;

    public ActionPreferenceStopException()
        : this(null, (Exception)null) { }

    public ActionPreferenceStopException(string message)
        : this(message, (Exception)null) { }

    public ActionPreferenceStopException(string message, Exception innerException)
        : base(message, innerException, "ActionPreferenceStop", ErrorCategory.OperationStopped) { }

    internal ActionPreferenceStopException(string message, ErrorRecord cause)
        : this(message, cause?.Exception) => _cause = cause;

    /// <summary>The error that should have been fatal, if it was one.</summary>
    public override ErrorRecord ErrorRecord => _cause ?? base.ErrorRecord;
}
