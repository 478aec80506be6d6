namespace System.Management.Automation;

/// <summary>How much a cmdlet can harm; asked about when it reaches <c>$ConfirmPreference</c>.</summary>
public enum ConfirmImpact
{
    None = 0,
    Low = 1,
    Medium = 2,
    High = 3,
}
