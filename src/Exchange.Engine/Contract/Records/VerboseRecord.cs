#nullable disable
namespace System.Management.Automation;

/// <summary>A verbose message.</summary>
public class VerboseRecord : InformationalRecord
{
    public VerboseRecord(string message)
        : base(message) { }
}
