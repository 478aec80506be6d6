#nullable disable
using System.Collections.ObjectModel;

namespace System.Management.Automation.Host;

/// <summary>A value that a prompt asks for.</summary>
public class FieldDescription
{
    public FieldDescription(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        SetParameterType(typeof(string));
    }

    public string Name { get; }

    public string Label { get; set; } = "";

    public string HelpMessage { get; set; } = "";

    public bool IsMandatory { get; set; } = true;

    public PSObject DefaultValue { get; set; }

    public Collection<Attribute> Attributes { get; } = [];

    public string ParameterTypeName { get; private set; }

    public string ParameterTypeFullName { get; private set; }

    public string ParameterAssemblyFullName { get; private set; }

    internal Type ParameterType { get; private set; }

    public void SetParameterType(Type parameterType)
    {
        ArgumentNullException.ThrowIfNull(parameterType);
        ParameterType = parameterType;
        ParameterTypeName = parameterType.Name;
        ParameterTypeFullName = parameterType.FullName;
        ParameterAssemblyFullName = parameterType.Assembly.FullName;
    }
}
