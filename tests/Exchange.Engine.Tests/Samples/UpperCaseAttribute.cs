using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Text in capitals; digits are not text.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UpperCaseAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is string text && !char.IsDigit(text[0])
            ? text.ToUpperInvariant()
            : throw new ArgumentTransformationMetadataException("a coin has letters");
}
