#nullable disable
using System.Management.Automation.Host;

namespace System.Management.Automation;

/// <summary>A cmdlet that also sees its session: the host, variables, the current location, how it was invoked.</summary>
public abstract class PSCmdlet : Cmdlet
{
    private SessionState _session;
    private PSHost _host;

    protected PSCmdlet() { }

    public PSHost Host => _host;

    public InvocationInfo MyInvocation => Invocation;

    public string ParameterSetName { get; internal set; } = ParameterAttribute.AllParameterSets;

    public SessionState SessionState => _session;

    public string GetUnresolvedProviderPathFromPSPath(string path) =>
        SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    public object GetVariableValue(string name) => SessionState.PSVariable.GetValue(name);

    public object GetVariableValue(string name, object defaultValue) =>
        SessionState.PSVariable.GetValue(name, defaultValue);

    internal void Attach(SessionState session, PSHost host)
    {
        _session = session;
        _host = host;
    }
}
