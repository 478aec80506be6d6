#nullable disable
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Says in the help what an absent parameter means.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class PSDefaultValueAttribute : ParsingBaseAttribute
{
    public object Value { get; set; }

    public string Help { get; set; }
}
