#nullable disable
namespace System.Management.Automation;

/// <summary>How far an activity is.</summary>
public class ProgressRecord
{
    public ProgressRecord(int activityId, string activity, string statusDescription)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(activityId);
        ArgumentException.ThrowIfNullOrEmpty(activity);
        ArgumentException.ThrowIfNullOrEmpty(statusDescription);
        ActivityId = activityId;
        Activity = activity;
        StatusDescription = statusDescription;
    }

    public int ActivityId { get; }

    public int ParentActivityId { get; set; } = -1;

    public string Activity { get; set; }

    public string StatusDescription { get; set; }

    public string CurrentOperation { get; set; }

    /// <summary>Percent done, at most 100; negative when unknown.</summary>
    public int PercentComplete
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    } = -1;

    /// <summary>Seconds to go; negative when unknown.</summary>
    public int SecondsRemaining { get; set; } = -1;

    public ProgressRecordType RecordType { get; set; }

    public override string ToString() => $"{Activity}: {StatusDescription}";
}
