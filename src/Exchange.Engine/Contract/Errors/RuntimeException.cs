#nullable disable
namespace System.Management.Automation;

/// <summary>An exception with an error record.</summary>
public class RuntimeException : SystemException, IContainsErrorRecord
{
    private readonly string _errorId;
    private readonly ErrorCategory _category;
    private ErrorRecord _errorRecord;

    public RuntimeException()
        : this(null, null, nameof(RuntimeException), ErrorCategory.NotSpecified) { }

    public RuntimeException(string message)
        : this(message, null, nameof(RuntimeException), ErrorCategory.NotSpecified) { }

    public RuntimeException(string message, Exception innerException)
        : this(message, innerException, nameof(RuntimeException), ErrorCategory.NotSpecified) { }

    public RuntimeException(string message, Exception innerException, ErrorRecord errorRecord)
        : this(message, innerException) => _errorRecord = errorRecord;

    internal RuntimeException(string message, Exception innerException, string errorId, ErrorCategory category)
        : base(message, innerException)
    {
        _errorId = errorId;
        _category = category;
    }

    public virtual ErrorRecord ErrorRecord => _errorRecord ??= new ErrorRecord(this, _errorId, _category, null);
}
