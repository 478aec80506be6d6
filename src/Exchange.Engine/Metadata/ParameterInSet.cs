using System.Management.Automation;

namespace Exchange.Engine;

/// <summary>What a parameter is within one parameter set.</summary>
/// <param name="SetName">The set, or <see cref="ParameterAttribute.AllParameterSets"/>.</param>
/// <param name="Mandatory">Whether the set asks for it.</param>
/// <param name="Position">Position on the command line from 0; null when it can only be named.</param>
/// <param name="FromPipeline">Whether an input object can be its value.</param>
/// <param name="FromPropertyName">Whether a property of an input object can be its value.</param>
/// <param name="FromRemaining">Whether it takes the arguments that are left over.</param>
/// <param name="HelpMessage">What to give, in a few words; empty if nothing was said.</param>
/// <param name="Hidden">Whether usage texts leave it out.</param>
public sealed record ParameterInSet(
    string SetName,
    bool Mandatory,
    int? Position,
    bool FromPipeline,
    bool FromPropertyName,
    bool FromRemaining,
    string HelpMessage,
    bool Hidden
)
{
    internal static ParameterInSet From(ParameterAttribute attribute) =>
        new(
            attribute.ParameterSetName ?? ParameterAttribute.AllParameterSets,
            attribute.Mandatory,
            attribute.Position == int.MinValue ? null : attribute.Position,
            attribute.ValueFromPipeline,
            attribute.ValueFromPipelineByPropertyName,
            attribute.ValueFromRemainingArguments,
            attribute.HelpMessage ?? "",
            attribute.DontShow
        );

    internal bool InEverySet =>
        string.Equals(SetName, ParameterAttribute.AllParameterSets, StringComparison.OrdinalIgnoreCase);
}
