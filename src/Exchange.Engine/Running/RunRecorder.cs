using System.Management.Automation;

namespace Exchange.Engine;

/// <summary>Hands what is written to its sink, or keeps it if there is none.</summary>
internal sealed class RunRecorder(CmdletRun run, CmdletSinks sinks, PipelineState state, long? first)
{
    private long _outputs;

    public void Output(object? value)
    {
        Record(value, sinks.Output, run.Objects);
        if (++_outputs >= first)
        {
            throw state.Satisfy();
        }
    }

    public void Error(ErrorRecord record)
    {
        run.HadErrors = true;
        Record(record, sinks.Error, run.ErrorList);
    }

    public void Warning(WarningRecord record) => Record(record, sinks.Warning, run.WarningList);

    public void Verbose(VerboseRecord record) => Record(record, sinks.Verbose, run.VerboseList);

    public void Debug(DebugRecord record) => Record(record, sinks.Debug, run.DebugList);

    public void Information(InformationRecord record) => Record(record, sinks.Information, run.InformationList);

    public void Progress(ProgressRecord record) => Record(record, sinks.Progress, run.ProgressList);

    public void HostText(string text)
    {
        if (sinks.HostText is null)
        {
            run.Screen.Append(text);
            return;
        }
        Hand(text, sinks.HostText);
    }

    private void Record<T>(T value, Action<T>? sink, List<T> kept)
    {
        if (sink is null)
        {
            kept.Add(value);
            return;
        }
        Hand(value, sink);
    }

    // A sink that fails is not the cmdlet's business: the cmdlet is ended, and the caller gets the sink's exception.
    private void Hand<T>(T value, Action<T> sink)
    {
        try
        {
            sink(value);
        }
#pragma warning disable CA1031 // It is thrown again when the pipeline has been taken down.
        catch (Exception e) when (e is not PipelineStoppedException)
#pragma warning restore CA1031
        {
            throw state.Fail(e);
        }
    }
}
