#nullable disable
using System.Management.Automation.Host;

namespace System.Management.Automation;

/// <summary>What transformations and validations see of the engine.</summary>
public class EngineIntrinsics
{
    internal EngineIntrinsics(PSHost host, SessionState session)
    {
        Host = host;
        SessionState = session;
    }

    public PSHost Host { get; }

    public SessionState SessionState { get; }
}
