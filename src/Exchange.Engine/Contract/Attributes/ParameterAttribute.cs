#nullable disable
using System.Management.Automation.Internal;

namespace System.Management.Automation;

/// <summary>Makes a property a parameter, once for each parameter set that it belongs to.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = true)]
public sealed class ParameterAttribute : ParsingBaseAttribute
{
    /// <summary>The set of a parameter that belongs to every set.</summary>
    public const string AllParameterSets = "__AllParameterSets";

    public bool DontShow { get; set; }

    public string HelpMessage { get; set; }

    public bool Mandatory { get; set; }

    public string ParameterSetName { get; set; } = AllParameterSets;

    /// <summary>Position on the command line; <see cref="int.MinValue"/> when it can only be named.</summary>
    public int Position { get; set; } = int.MinValue;

    public bool ValueFromPipeline { get; set; }

    public bool ValueFromPipelineByPropertyName { get; set; }

    public bool ValueFromRemainingArguments { get; set; }
}
