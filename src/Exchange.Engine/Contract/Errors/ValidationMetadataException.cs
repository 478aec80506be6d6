#nullable disable
namespace System.Management.Automation;

/// <summary>A validation attribute refuses an argument.</summary>
public class ValidationMetadataException : MetadataException
{
    public ValidationMetadataException()
        : this(null, null) { }

    public ValidationMetadataException(string message)
        : this(message, null) { }

    public ValidationMetadataException(string message, Exception innerException)
        : base(message, innerException, nameof(ValidationMetadataException)) { }
}
