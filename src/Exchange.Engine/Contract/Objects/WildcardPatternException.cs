#nullable disable
namespace System.Management.Automation;

/// <summary>A wildcard pattern has a bracket that never closes.</summary>
public class WildcardPatternException : RuntimeException
{
    public WildcardPatternException()
        : this(null, null) { }

    public WildcardPatternException(string message)
        : this(message, null) { }

    public WildcardPatternException(string message, Exception innerException)
        : base(message, innerException, "WildcardPattern_Invalid", ErrorCategory.InvalidArgument) { }
}
