using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>The report of a step from what holds one: the object itself, its JSON, or what became of it on the way.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StepReportAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or "" or TradeStepReport)
        {
            return value is "" ? null : value;
        }
        try
        {
            return PlainJson.Of(inputData).Deserialize(StepReportJson.Default.TradeStepReport);
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException)
        {
            throw new ArgumentTransformationMetadataException(
                $"This is not the report of a step in a trade session: {trouble.Message}",
                trouble
            );
        }
    }
}

[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(TradeStepReport))]
internal sealed partial class StepReportJson : JsonSerializerContext;
