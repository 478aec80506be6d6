using System.Management.Automation;

namespace Exchange.PowerShell;

/// <summary>
/// Lets an enumeration take the service's own words: <c>STOP_LIMIT</c> for StopLimit, and nothing for an empty cell of a file.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WordAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is not string text)
        {
            return value;
        }
        return string.IsNullOrWhiteSpace(text) ? null : text.Replace("_", "", StringComparison.Ordinal);
    }
}
