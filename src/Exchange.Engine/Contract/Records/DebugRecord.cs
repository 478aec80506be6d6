#nullable disable
namespace System.Management.Automation;

/// <summary>A debug message.</summary>
public class DebugRecord : InformationalRecord
{
    public DebugRecord(string message)
        : base(message) { }
}
