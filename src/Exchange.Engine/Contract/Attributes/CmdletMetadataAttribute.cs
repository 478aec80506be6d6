namespace System.Management.Automation.Internal;

/// <summary>What every attribute of the cmdlet contract derives from.</summary>
[AttributeUsage(AttributeTargets.All)]
public abstract class CmdletMetadataAttribute : Attribute
{
    internal CmdletMetadataAttribute() { }
}
