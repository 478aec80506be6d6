#nullable disable
namespace System.Management.Automation;

/// <summary>A warning.</summary>
public class WarningRecord : InformationalRecord
{
    public WarningRecord(string message)
        : this("", message) { }

    public WarningRecord(string fullyQualifiedWarningId, string message)
        : base(message) => FullyQualifiedWarningId = fullyQualifiedWarningId;

    public string FullyQualifiedWarningId { get; }
}
