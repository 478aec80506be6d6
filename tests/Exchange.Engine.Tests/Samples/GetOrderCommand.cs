using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Three sets, as the order cmdlets have; says which set it ran with and what it was given.</summary>
[Cmdlet(VerbsCommon.Get, "Order", DefaultParameterSetName = "Open")]
[OutputType(typeof(string))]
public sealed class GetOrderCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Id", ValueFromPipelineByPropertyName = true)]
    [Alias("OrderNumber")]
    public string[] OrderId { get; set; } = [];

    [Parameter(ParameterSetName = "Open")]
    public SwitchParameter Open { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "History")]
    public SwitchParameter History { get; set; }

    [Parameter(ParameterSetName = "History")]
    [ValidateRange(1, 1000)]
    public int First { get; set; } = 100;

    [Parameter(ValueFromPipelineByPropertyName = true, HelpMessage = "The pair, such as btc_twd.")]
    public string? Pair { get; set; }

    protected override void ProcessRecord() =>
        WriteObject($"{ParameterSetName}:{string.Join('+', OrderId)}:{Pair}:{First}");
}
