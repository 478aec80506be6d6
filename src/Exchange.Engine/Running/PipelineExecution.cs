using System.Management.Automation;

namespace Exchange.Engine;

/// <summary>One run of a pipeline, from the first binding to the last disposal.</summary>
internal sealed class PipelineExecution
{
    private readonly PipelineState _state = new();
    private readonly CmdletRun _run = new();
    private readonly RunRecorder _recorder;
    private readonly CommandStage[] _stages;

    public PipelineExecution(IReadOnlyList<CmdletCommand> commands, EngineHost host, CmdletSinks sinks, long? first)
    {
        _recorder = new RunRecorder(_run, sinks, _state, first);
        var hostOfRun = new RunningHost(host, _recorder.HostText);
        _stages = new CommandStage[commands.Count];
        for (var i = commands.Count - 1; i >= 0; i--)
        {
            Action<object?> downstream = i + 1 < commands.Count ? _stages[i + 1].Process : _recorder.Output;
            _stages[i] = new CommandStage(commands[i], host, hostOfRun, _state, _recorder, downstream);
        }
    }

    public CmdletRun Run(IEnumerable<object?>? input, CancellationToken cancel)
    {
        try
        {
            using var stopping = cancel.Register(Stop);
            Drive(input);
        }
        catch (PipelineStoppedException)
        {
            // Why is in the state.
            _run.Stopped = _state is { TerminatingError: null, SinkFailure: null, IsSatisfied: false };
        }
        finally
        {
            Dispose();
        }
        _state.SinkFailure?.Throw();
        _run.TerminatingError = _state.TerminatingError;
        return _run;
    }

    private void Drive(IEnumerable<object?>? input)
    {
        _state.ThrowIfOver();
        for (var i = 0; i < _stages.Length; i++)
        {
            _stages[i].Prepare(i + 1, _stages.Length, expectingInput: i > 0 || input is not null);
        }
        foreach (var stage in _stages)
        {
            stage.Begin();
        }
        Feed(input);
        foreach (var stage in _stages)
        {
            stage.End();
        }
    }

    private void Feed(IEnumerable<object?>? input)
    {
        if (input is null)
        {
            _stages[0].ProcessOnce();
            return;
        }
        using var objects = Pull(input.GetEnumerator);
        while (Pull(objects.MoveNext))
        {
            _stages[0].Process(Pull(() => objects.Current));
        }
    }

    // Input is read by a caller's code, and what that throws ends the run like an error of the first cmdlet.
    private T Pull<T>(Func<T> step)
    {
        try
        {
            var result = step();
            _state.ThrowIfOver();
            return result;
        }
#pragma warning disable CA1031 // The failure is the terminating error of the run.
        catch (Exception e) when (e is not PipelineStoppedException)
#pragma warning restore CA1031
        {
            _state.ThrowIfOver();
            throw _state.Terminate(_stages[0].ErrorOf(e));
        }
    }

    private void Stop()
    {
        _state.Stop();
        foreach (var stage in _stages)
        {
            stage.Stop();
        }
    }

    private void Dispose()
    {
        foreach (var stage in _stages)
        {
            stage.Dispose();
        }
    }
}
