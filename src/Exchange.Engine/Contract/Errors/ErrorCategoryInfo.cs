#nullable disable
using System.Globalization;

namespace System.Management.Automation;

/// <summary>What kind of thing went wrong, doing what, with what.</summary>
public class ErrorCategoryInfo
{
    internal ErrorCategoryInfo(ErrorCategory category, Exception exception, object target)
    {
        var bare = PSObject.Unwrap(target);
        Category = category;
        Reason = exception.GetType().Name;
        TargetName = bare is null ? "" : Convert.ToString(bare, CultureInfo.InvariantCulture);
        TargetType = bare is null ? "" : bare.GetType().Name;
    }

    public ErrorCategory Category { get; }

    public string Activity { get; set; } = "";

    public string Reason { get; set; }

    public string TargetName { get; set; }

    public string TargetType { get; set; }

    public string GetMessage() => $"{Category}: ({TargetName}:{TargetType}) [{Activity}], {Reason}";

    public override string ToString() => GetMessage();
}
