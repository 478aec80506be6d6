#nullable disable
namespace System.Management.Automation;

/// <summary>A transformation attribute cannot use an argument.</summary>
public class ArgumentTransformationMetadataException : MetadataException
{
    public ArgumentTransformationMetadataException()
        : this(null, null) { }

    public ArgumentTransformationMetadataException(string message)
        : this(message, null) { }

    public ArgumentTransformationMetadataException(string message, Exception innerException)
        : base(message, innerException, nameof(ArgumentTransformationMetadataException)) { }
}
