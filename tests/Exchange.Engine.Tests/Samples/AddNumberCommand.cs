using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Takes numbers from the pipeline; emits each plus one as it comes, and their sum at the end.</summary>
[Cmdlet(VerbsCommon.Add, "Number")]
public sealed class AddNumberCommand : PSCmdlet
{
    private long _sum;

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public long Number { get; set; }

    [Parameter]
    public SwitchParameter Sum { get; set; }

    [Parameter]
    public List<string> Log { get; set; } = [];

    protected override void BeginProcessing() => Log.Add("add begin");

    protected override void ProcessRecord()
    {
        Log.Add($"add {Number}");
        _sum += Number;
        if (!Sum)
        {
            WriteObject(Number + 1);
        }
    }

    protected override void EndProcessing()
    {
        Log.Add("add end");
        if (Sum)
        {
            WriteObject(_sum);
        }
    }
}
