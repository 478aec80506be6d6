#nullable disable
namespace System.Management.Automation;

/// <summary>The engine cannot do this now.</summary>
public class PSInvalidOperationException : InvalidOperationException, IContainsErrorRecord
{
    private ErrorRecord _errorRecord;

    public PSInvalidOperationException()
        : this(null, null) { }

    public PSInvalidOperationException(string message)
        : this(message, null) { }

    public PSInvalidOperationException(string message, Exception innerException)
        : base(message, innerException) { }

    public ErrorRecord ErrorRecord =>
        _errorRecord ??= new ErrorRecord(this, "InvalidOperation", ErrorCategory.InvalidOperation, null);
}
