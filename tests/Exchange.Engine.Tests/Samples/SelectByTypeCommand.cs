using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>The same position in two sets, told apart by the type of the value.</summary>
[Cmdlet(VerbsCommon.Select, "ByType", DefaultParameterSetName = "Number")]
public sealed class SelectByTypeCommand : PSCmdlet
{
    [Parameter(Position = 0, ParameterSetName = "Number")]
    public int Number { get; set; }

    [Parameter(Position = 0, ParameterSetName = "Name")]
    public string? Name { get; set; }

    protected override void ProcessRecord() => WriteObject($"{ParameterSetName}:{Number}:{Name}");
}
