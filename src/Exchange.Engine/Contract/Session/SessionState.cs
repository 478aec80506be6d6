#nullable disable
using Exchange.Engine;

namespace System.Management.Automation;

/// <summary>Variables and locations of a session.</summary>
public sealed class SessionState
{
    public SessionState()
        : this(new EngineHost()) { }

    internal SessionState(EngineHost host)
    {
        PSVariable = new PSVariableIntrinsics(host.Variables);
        Path = new PathIntrinsics(host.CurrentDirectory, host.HomeDirectory);
    }

    public PSVariableIntrinsics PSVariable { get; }

    public PathIntrinsics Path { get; }
}
