using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Positions, and a parameter for what is left.</summary>
[Cmdlet(VerbsCommon.Join, "Text")]
public sealed class JoinTextCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string? Separator { get; set; }

    [Parameter(Position = 1)]
    public int Repeat { get; set; } = 1;

    [Parameter(ValueFromRemainingArguments = true)]
    public string[] Rest { get; set; } = [];

    protected override void ProcessRecord() => WriteObject($"{Separator}|{Repeat}|{string.Join(' ', Rest)}");
}
