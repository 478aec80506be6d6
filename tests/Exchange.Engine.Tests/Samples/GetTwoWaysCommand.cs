using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Two sets that each ask for something, and no default.</summary>
[Cmdlet(VerbsCommon.Get, "TwoWays")]
public sealed class GetTwoWaysCommand : PSCmdlet
{
    [Parameter(Mandatory = true, ParameterSetName = "ById")]
    public string? Id { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ByName")]
    public string? Name { get; set; }

    [Parameter(ParameterSetName = "ById")]
    [Parameter(ParameterSetName = "ByName")]
    public string? Note { get; set; }

    protected override void ProcessRecord() => WriteObject(ParameterSetName);
}
