namespace System.Management.Automation;

/// <summary>Kinds of credential a prompt may ask for.</summary>
[Flags]
public enum PSCredentialTypes
{
    Generic = 1,
    Domain = 2,
    Default = Generic | Domain,
}
