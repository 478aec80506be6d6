#nullable disable
namespace System.Management.Automation;

/// <summary>The engine does not do this.</summary>
public class PSNotSupportedException : NotSupportedException, IContainsErrorRecord
{
    private ErrorRecord _errorRecord;

    public PSNotSupportedException()
        : this(null, null) { }

    public PSNotSupportedException(string message)
        : this(message, null) { }

    public PSNotSupportedException(string message, Exception innerException)
        : base(message, innerException) { }

    public ErrorRecord ErrorRecord =>
        _errorRecord ??= new ErrorRecord(this, "NotSupported", ErrorCategory.NotImplemented, null);
}
