using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Serialization;
using Exchange.Desk;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>
/// The report of a step, or the attempt that stands for it, from what holds one: the object itself, its JSON, or what became of it
/// on the way.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StepReportAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null or "" or TradeStepReport or Attempt)
        {
            return value is "" ? null : value;
        }
        try
        {
            var json = PlainJson.Of(inputData);
            return IsAttempt(json)
                ? json.Deserialize(StepReportJson.Default.Attempt)
                : json.Deserialize(StepReportJson.Default.TradeStepReport);
        }
        catch (Exception trouble) when (trouble is JsonException or FormatException)
        {
            throw new ArgumentTransformationMetadataException(
                $"This is neither the report of a step in a trade session nor an attempt: {trouble.Message}",
                trouble
            );
        }
    }

    private static bool IsAttempt(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.EnumerateObject()
            .Any(member => string.Equals(member.Name, "facts", StringComparison.OrdinalIgnoreCase));
}

[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString
)]
[JsonSerializable(typeof(TradeStepReport))]
[JsonSerializable(typeof(Attempt))]
internal sealed partial class StepReportJson : JsonSerializerContext;
