#nullable disable
namespace System.Management.Automation;

/// <summary>A message of the information stream.</summary>
public class InformationRecord
{
    public InformationRecord(object messageData, string source)
    {
        MessageData = messageData;
        Source = source;
    }

    public object MessageData { get; }

    public string Source { get; set; }

    public List<string> Tags { get; } = [];

    /// <summary>When it was written, local time; the runner fills it in from its clock.</summary>
    public DateTime TimeGenerated { get; set; }

    public uint ManagedThreadId { get; set; } = (uint)Environment.CurrentManagedThreadId;

    public uint ProcessId { get; set; } = (uint)Environment.ProcessId;

    public override string ToString() => MessageData?.ToString() ?? "";
}
