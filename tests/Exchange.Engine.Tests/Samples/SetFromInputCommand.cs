using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Parameters that input can set, by value and by property name; emits what it has for each record.</summary>
[Cmdlet(VerbsCommon.Set, "FromInput", DefaultParameterSetName = "Number")]
public sealed class SetFromInputCommand : PSCmdlet
{
    [Parameter(ParameterSetName = "Ticker", Mandatory = true, ValueFromPipeline = true)]
    public Ticker? Ticker { get; set; }

    [Parameter(ParameterSetName = "Number", Mandatory = true, ValueFromPipeline = true)]
    public int Number { get; set; } = -1;

    [Parameter(ParameterSetName = "Text", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Label")]
    [ValidateLength(1, 8)]
    public string? Text { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public decimal Price { get; set; } = 1.5m;

    protected override void ProcessRecord() =>
        WriteObject(
            FormattableString.Invariant($"{ParameterSetName}:{Ticker?.Pair}:{Number}:{Text}:{Price}:")
                + string.Join(',', MyInvocation.BoundParameters.Keys.Order(StringComparer.Ordinal))
        );

    protected override void EndProcessing() => WriteObject($"end:{Text}");
}
