using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>A parameter for each validation attribute.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Rules")]
public sealed class TestRulesCommand : PSCmdlet
{
    [Parameter]
    [ValidateSet("limit", "market")]
    public string? Type { get; set; }

    [Parameter]
    [ValidateSet("GTC", "IOC", IgnoreCase = false)]
    public string? Force { get; set; }

    [Parameter]
    [ValidateRange(1, 100)]
    public decimal Percent { get; set; }

    [Parameter]
    [ValidateRange("0.00000001", "21000000")]
    public decimal[]? Amount { get; set; }

    [Parameter]
    [ValidateLength(2, 5)]
    public string? Code { get; set; }

    [Parameter]
    [ValidateCount(1, 3)]
    public string[]? Pairs { get; set; }

    [Parameter]
    [ValidatePattern("^[a-z]+_[a-z]+$")]
    public string? Pair { get; set; }

    [Parameter]
    [ValidateNotNull]
    public object? Thing { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Names { get; set; }

    [Parameter]
    [UpperCase]
    [ValidateSet("BTC", "ETH", IgnoreCase = false)]
    public string? Coin { get; set; }

    [Parameter]
    public string Picky
    {
        get;
        set => field = value == "no" ? throw new InvalidOperationException("anything but no") : value;
    } = "";

    protected override void EndProcessing() => WriteObject(this);
}
