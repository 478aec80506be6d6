using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Emits whole numbers without end, or up to a count, and notes how its life went.</summary>
[Cmdlet(VerbsCommon.Get, "Sequence")]
public sealed class GetSequenceCommand : PSCmdlet, IDisposable
{
    [Parameter(Position = 0)]
    public int Count { get; set; } = int.MaxValue;

    [Parameter]
    public List<string> Log { get; set; } = [];

    public void Dispose() => Log.Add("dispose");

    protected override void BeginProcessing() => Log.Add("begin");

    protected override void ProcessRecord()
    {
        for (var i = 1; i <= Count; i++)
        {
            WriteObject(i);
        }
    }

    protected override void EndProcessing() => Log.Add("end");
}
