#nullable disable
namespace System.Management.Automation;

/// <summary>An attribute of a parameter refuses, or is itself wrong.</summary>
public class MetadataException : RuntimeException
{
    public MetadataException()
        : this(null, null) { }

    public MetadataException(string message)
        : this(message, null) { }

    public MetadataException(string message, Exception innerException)
        : this(message, innerException, nameof(MetadataException)) { }

    internal MetadataException(string message, Exception innerException, string errorId)
        : base(message, innerException, errorId, ErrorCategory.MetadataError) { }
}
