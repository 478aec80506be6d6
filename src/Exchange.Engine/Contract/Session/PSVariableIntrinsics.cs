#nullable disable
namespace System.Management.Automation;

/// <summary>The variables of a session, in memory; names are not case-sensitive and have no scopes.</summary>
public sealed class PSVariableIntrinsics
{
    private readonly IDictionary<string, object> _variables;

    internal PSVariableIntrinsics(IDictionary<string, object> variables) => _variables = variables;

    public PSVariable Get(string name) =>
        _variables.TryGetValue(name, out var value) ? value as PSVariable ?? new PSVariable(name, value) : null;

    public object GetValue(string name) => GetValue(name, null);

    public object GetValue(string name, object defaultValue) =>
        Get(name) is { } variable ? variable.Value : defaultValue;

    public void Set(string name, object value) => _variables[name] = value;

    public void Set(PSVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        _variables[variable.Name] = variable;
    }

    public void Remove(string name) => _variables.Remove(name);

    public void Remove(PSVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        Remove(variable.Name);
    }
}
