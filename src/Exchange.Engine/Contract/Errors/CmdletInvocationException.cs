#nullable disable
namespace System.Management.Automation;

/// <summary>A cmdlet ended with an error that is not an exception of the engine.</summary>
public class CmdletInvocationException : RuntimeException
{
    private readonly ErrorRecord _cause;

    public CmdletInvocationException() { }

    public CmdletInvocationException(string message)
        : base(message) { }

    public CmdletInvocationException(string message, Exception innerException)
        : base(message, innerException) { }

    internal CmdletInvocationException(ErrorRecord cause)
        : base(cause.ToString(), cause.Exception) => _cause = cause;

    public override ErrorRecord ErrorRecord => _cause ?? base.ErrorRecord;
}
