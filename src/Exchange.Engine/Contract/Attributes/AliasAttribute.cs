#nullable disable
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Other names of a parameter, or of a cmdlet.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AliasAttribute : ParsingBaseAttribute
{
    public AliasAttribute(params string[] aliasNames)
    {
        ArgumentNullException.ThrowIfNull(aliasNames);
        AliasNames = aliasNames;
    }

    public IList<string> AliasNames { get; }
}
