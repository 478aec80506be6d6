#nullable disable
namespace System.Management.Automation;

/// <summary>The pipeline has been stopped; whoever catches it must let it through.</summary>
public class PipelineStoppedException : RuntimeException
{
    public PipelineStoppedException()
        : this(null, null) { }

    public PipelineStoppedException(string message)
        : this(message, null) { }

    public PipelineStoppedException(string message, Exception innerException)
        : base(message, innerException, "PipelineStopped", ErrorCategory.OperationStopped) { }
}
