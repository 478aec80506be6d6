using System.Management.Automation;

namespace Exchange.PowerShell;

/// <summary>
/// A number that text gives in plain digits and a point. PowerShell reads a comma in text as a separator of thousands, so that
/// <c>1000,50</c>, as a file written under a German culture has it, would become 100050.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlainNumberAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value is not string text ? value
            : ExactDecimal.TryParse(text.Trim(), out var number) ? number
            : throw new ArgumentTransformationMetadataException(
                $"'{text}' is not a number in plain digits: write it as 1000.5, without separators of thousands."
            );
    }
}
