#nullable disable
namespace System.Management.Automation.Host;

/// <summary>The host cannot do what a cmdlet asks of it.</summary>
public class HostException : RuntimeException
{
    public HostException()
        : this(null, null) { }

    public HostException(string message)
        : this(message, null) { }

    public HostException(string message, Exception innerException)
        : this(message, innerException, typeof(HostException).FullName, ErrorCategory.ResourceUnavailable) { }

    public HostException(string message, Exception innerException, string errorId, ErrorCategory errorCategory)
        : base(message, innerException, errorId, errorCategory) { }
}
