#nullable disable
namespace System.Management.Automation;

/// <summary>The base object of a <see cref="PSObject"/> that has only added properties.</summary>
public class PSCustomObject
{
    internal static readonly PSCustomObject Instance = new();

    private PSCustomObject() { }

    public override string ToString() => "";
}
