#nullable disable
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>What a cmdlet emits.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class OutputTypeAttribute : CmdletMetadataAttribute
{
    public OutputTypeAttribute(params Type[] type) => Type = Array.ConvertAll(type ?? [], t => new PSTypeName(t));

    public OutputTypeAttribute(params string[] type) => Type = Array.ConvertAll(type ?? [], t => new PSTypeName(t));

    public string[] ParameterSetName { get; set; } = [ParameterAttribute.AllParameterSets];

    public PSTypeName[] Type { get; }
}
