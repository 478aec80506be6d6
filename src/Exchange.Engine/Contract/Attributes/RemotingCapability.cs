namespace System.Management.Automation;

/// <summary>How a command reaches another computer.</summary>
public enum RemotingCapability
{
    None = 0,
    PowerShell = 1,
    SupportedByCommand = 2,
    OwnedByCommand = 3,
}
