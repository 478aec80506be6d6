#nullable disable
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>What can be said of any command: its default set, how it confirms, where its help is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class CmdletCommonMetadataAttribute : CmdletMetadataAttribute
{
    public ConfirmImpact ConfirmImpact { get; set; } = ConfirmImpact.Medium;

    public string DefaultParameterSetName { get; set; }

    public string HelpUri { get; set; } = "";

    public RemotingCapability RemotingCapability { get; set; } = RemotingCapability.PowerShell;

    public bool SupportsShouldProcess { get; set; }
}
