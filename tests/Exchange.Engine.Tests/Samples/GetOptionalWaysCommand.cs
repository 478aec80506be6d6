using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Two sets that ask for nothing, and no default.</summary>
[Cmdlet(VerbsCommon.Get, "OptionalWays")]
public sealed class GetOptionalWaysCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "A")]
    public string? Left { get; set; }

    [Parameter(ParameterSetName = "B")]
    public string? Right { get; set; }

    [Parameter(ParameterSetName = "A")]
    [Parameter(ParameterSetName = "B")]
    public string? Both { get; set; }

    protected override void ProcessRecord() => WriteObject(ParameterSetName);
}
