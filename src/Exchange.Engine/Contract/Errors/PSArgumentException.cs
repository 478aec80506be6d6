#nullable disable
namespace System.Management.Automation;

/// <summary>An argument will not do.</summary>
public class PSArgumentException : ArgumentException, IContainsErrorRecord
{
    private ErrorRecord _errorRecord;

    public PSArgumentException()
        : this(null, (Exception)null) { }

    public PSArgumentException(string message)
        : this(message, (Exception)null) { }

    public PSArgumentException(string message, string paramName)
        : base(message, paramName) { }

    public PSArgumentException(string message, Exception innerException)
        : base(message, innerException) { }

    public ErrorRecord ErrorRecord =>
        _errorRecord ??= new ErrorRecord(this, "Argument", ErrorCategory.InvalidArgument, null);
}
