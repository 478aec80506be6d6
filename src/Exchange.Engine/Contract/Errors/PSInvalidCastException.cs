#nullable disable
namespace System.Management.Automation;

/// <summary>A value cannot become the type that is asked for.</summary>
public class PSInvalidCastException : InvalidCastException, IContainsErrorRecord
{
    private ErrorRecord _errorRecord;

    public PSInvalidCastException()
        : this(null, null) { }

    public PSInvalidCastException(string message)
        : this(message, null) { }

    public PSInvalidCastException(string message, Exception innerException)
        : base(message, innerException) { }

    public ErrorRecord ErrorRecord =>
        _errorRecord ??= new ErrorRecord(this, "PSInvalidCastException", ErrorCategory.InvalidArgument, null);
}
