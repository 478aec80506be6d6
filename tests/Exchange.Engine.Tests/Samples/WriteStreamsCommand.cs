using System.Management.Automation;

namespace Exchange.Engine.Tests.Samples;

/// <summary>Writes to every stream, then emits "done".</summary>
[Cmdlet(VerbsCommunications.Write, "Streams")]
public sealed class WriteStreamsCommand : PSCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public string? Name { get; set; }

    protected override void ProcessRecord()
    {
        WriteVerbose("verbose");
        WriteDebug("debug");
        WriteWarning("warning");
        WriteInformation("information", ["tag"]);
        WriteInformation(new HostInformationMessage { Message = "for the screen" }, ["PSHOST"]);
        WriteProgress(new ProgressRecord(1, "Working", "half") { PercentComplete = 50 });
        WriteError(
            new ErrorRecord(new InvalidOperationException("broken"), "Broken", ErrorCategory.InvalidData, "target")
        );
        Host.UI.WriteLine("host");
        WriteObject("done");
    }
}
