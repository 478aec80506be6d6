using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.Faults.BadBytes;

/// <summary>Takes parameters of every type that our cmdlets have, and does nothing with them.</summary>
[Cmdlet(VerbsDiagnostic.Test, "FaultBinding", SupportsShouldProcess = true, DefaultParameterSetName = "Order")]
public sealed class TestFaultBindingCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Order", ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "List")]
    public string[] Pair { get; set; } = [];

    [Parameter(Position = 1, ParameterSetName = "Order")]
    public BitoProSide Side { get; set; }

    [Parameter(Position = 2)]
    [ValidatePattern(@"^\d+(\.\d+)?$")]
    public string? Amount { get; set; }

    [Parameter]
    public decimal? Price { get; set; }

    [Parameter(ParameterSetName = "List")]
    [ValidateRange(1, 1000)]
    public int First { get; set; }

    [Parameter]
    public DateTimeOffset? Since { get; set; }

    [Parameter]
    public TimeSpan? Window { get; set; }

    [Parameter]
    [Alias("Id")]
    public long[] OrderId { get; set; } = [];

    [Parameter]
    [ValidateSet("one", "two")]
    public string Choice { get; set; } = "one";

    [Parameter]
    public System.Collections.Hashtable? Query { get; set; }

    [Parameter]
    public SwitchParameter All { get; set; }

    protected override void ProcessRecord() => _ = Pair.Length;
}
