using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace Exchange.Engine;

/// <summary>Whether a pipeline still goes on, and if not, why.</summary>
internal sealed class PipelineState
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private volatile bool _stopping;

    public bool IsStopping => _stopping;

    public bool IsOnThread => Environment.CurrentManagedThreadId == _thread;

    public ErrorRecord? TerminatingError { get; private set; }

    public ExceptionDispatchInfo? SinkFailure { get; private set; }

    /// <summary>Whether as many objects came out as were asked for.</summary>
    public bool IsSatisfied { get; private set; }

    private bool IsOver => _stopping || IsSatisfied || TerminatingError is not null || SinkFailure is not null;

    public void Stop() => _stopping = true;

    /// <summary>What cmdlets see of every end: the reason is kept here, and the first one counts.</summary>
    public PipelineStoppedException Terminate(ErrorRecord error)
    {
        TerminatingError ??= error;
        return Over();
    }

    public PipelineStoppedException Fail(Exception sinkFailure)
    {
        SinkFailure ??= ExceptionDispatchInfo.Capture(sinkFailure);
        return Over();
    }

    public PipelineStoppedException Satisfy()
    {
        IsSatisfied = true;
        return Over();
    }

    public void ThrowIfOver()
    {
        if (IsOver)
        {
            throw Over();
        }
    }

    private static PipelineStoppedException Over() => new("The pipeline has been stopped.");
}
