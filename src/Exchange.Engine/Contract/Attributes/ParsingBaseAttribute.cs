namespace System.Management.Automation.Internal;

/// <summary>What the attributes that steer parameter binding derive from.</summary>
[AttributeUsage(AttributeTargets.All)]
public abstract class ParsingBaseAttribute : CmdletMetadataAttribute
{
    internal ParsingBaseAttribute() { }
}
