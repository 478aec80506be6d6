#nullable disable
using Exchange.Engine.Binding;

namespace System.Management.Automation;

/// <summary>Arguments do not fit the parameters.</summary>
public class ParameterBindingException : RuntimeException
{
    public ParameterBindingException()
        : this((string)null, null) { }

    public ParameterBindingException(string message)
        : this(message, null) { }

    public ParameterBindingException(string message, Exception innerException)
        : this(new BindingFault(nameof(ParameterBindingException), message ?? "") { Cause = innerException }, null) { }

    internal ParameterBindingException(BindingFault fault, InvocationInfo invocation)
        : base(fault.Message, fault.Cause, fault.ErrorId, ErrorCategory.InvalidArgument)
    {
        ErrorId = fault.ErrorId;
        ParameterName = fault.ParameterName;
        ParameterType = fault.ParameterType;
        TypeSpecified = fault.TypeSpecified;
        CommandInvocation = invocation;
        ErrorRecord.SetInvocationInfo(invocation);
    }

    /// <summary>Which rule was broken; one of <see cref="BindingErrorIds"/>.</summary>
    public string ErrorId { get; }

    /// <summary>The parameter, or several with a comma between; empty if the error is about none.</summary>
    public string ParameterName { get; }

    public Type ParameterType { get; }

    public Type TypeSpecified { get; }

    public InvocationInfo CommandInvocation { get; }

    public long Line => 0;

    public long Offset => 0;

    public override string Message => base.Message;
}
