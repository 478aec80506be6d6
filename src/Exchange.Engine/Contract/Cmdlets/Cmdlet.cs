#nullable disable
using System.Management.Automation.Internal;
using Exchange.Engine;

namespace System.Management.Automation;

/// <summary>A command: begins once, processes each record, ends once, and writes to its streams meanwhile.</summary>
public abstract class Cmdlet : InternalCommand
{
    protected Cmdlet() { }

    public static HashSet<string> CommonParameters => CommonParameterTable.Names();

    public static HashSet<string> OptionalCommonParameters => CommonParameterTable.OptionalNames();

    /// <summary>What receives everything that the cmdlet writes; the runner sets it.</summary>
    public ICommandRuntime CommandRuntime { get; set; }

    public bool Stopping => IsStopping;

    private ICommandRuntime Runtime =>
        CommandRuntime ?? throw new PSInvalidOperationException($"{GetType().Name} runs only under a command runtime.");

    public void WriteObject(object sendToPipeline) => Runtime.WriteObject(sendToPipeline);

    public void WriteObject(object sendToPipeline, bool enumerateCollection) =>
        Runtime.WriteObject(sendToPipeline, enumerateCollection);

    public void WriteError(ErrorRecord errorRecord) => Runtime.WriteError(errorRecord);

    public void WriteWarning(string text) => Runtime.WriteWarning(text);

    public void WriteVerbose(string text) => Runtime.WriteVerbose(text);

    public void WriteDebug(string text) => Runtime.WriteDebug(text);

    public void WriteProgress(ProgressRecord progressRecord) => Runtime.WriteProgress(progressRecord);

    public void WriteCommandDetail(string text) => Runtime.WriteCommandDetail(text);

    public void WriteInformation(object messageData, string[] tags)
    {
        var record = new InformationRecord(messageData, GetType().Name);
        record.Tags.AddRange(tags ?? []);
        WriteInformation(record);
    }

    public void WriteInformation(InformationRecord informationRecord)
    {
        if (Runtime is not ICommandRuntime2 runtime)
        {
            throw new PSNotSupportedException("This command runtime has no information stream.");
        }
        runtime.WriteInformation(informationRecord);
    }

    /// <summary>Ends the cmdlet. The cmdlet itself sees a <see cref="PipelineStoppedException"/>, the caller the error.</summary>
    public void ThrowTerminatingError(ErrorRecord errorRecord) => Runtime.ThrowTerminatingError(errorRecord);

    public bool ShouldProcess(string target) => Runtime.ShouldProcess(target);

    public bool ShouldProcess(string target, string action) => Runtime.ShouldProcess(target, action);

    public bool ShouldProcess(string verboseDescription, string verboseWarning, string caption) =>
        Runtime.ShouldProcess(verboseDescription, verboseWarning, caption);

    public bool ShouldProcess(
        string verboseDescription,
        string verboseWarning,
        string caption,
        out ShouldProcessReason shouldProcessReason
    ) => Runtime.ShouldProcess(verboseDescription, verboseWarning, caption, out shouldProcessReason);

    public bool ShouldContinue(string query, string caption) => Runtime.ShouldContinue(query, caption);

    public bool ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll) =>
        Runtime.ShouldContinue(query, caption, ref yesToAll, ref noToAll);

    public bool ShouldContinue(
        string query,
        string caption,
        bool hasSecurityImpact,
        ref bool yesToAll,
        ref bool noToAll
    ) =>
        Runtime is ICommandRuntime2 runtime
            ? runtime.ShouldContinue(query, caption, hasSecurityImpact, ref yesToAll, ref noToAll)
            : Runtime.ShouldContinue(query, caption, ref yesToAll, ref noToAll);

    internal void DoBegin() => BeginProcessing();

    internal void DoProcess() => ProcessRecord();

    internal void DoEnd() => EndProcessing();

    internal void DoStop() => StopProcessing();

    protected virtual void BeginProcessing() { }

    protected virtual void ProcessRecord() { }

    protected virtual void EndProcessing() { }

    /// <summary>Called from another thread when the pipeline is stopped; it must return quickly.</summary>
    protected virtual void StopProcessing() { }
}
