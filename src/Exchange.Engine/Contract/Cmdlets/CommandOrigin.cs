namespace System.Management.Automation;

/// <summary>Who invoked a command.</summary>
public enum CommandOrigin
{
    Runspace = 0,
    Internal = 1,
}
