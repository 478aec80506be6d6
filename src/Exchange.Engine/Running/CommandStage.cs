using System.Management.Automation;
using System.Reflection;
using Exchange.Engine.Binding;

namespace Exchange.Engine;

/// <summary>One cmdlet of a pipeline, through its life.</summary>
internal sealed class CommandStage(
    CmdletCommand command,
    EngineHost host,
    RunningHost hostOfRun,
    PipelineState state,
    RunRecorder recorder,
    Action<object?> downstream
)
{
    private volatile Cmdlet? _cmdlet;
    private CmdletBinder? _binder;
    private CommandRuntime? _runtime;
    private bool _begun;

    private InvocationInfo? Invocation => _cmdlet?.Invocation;

    /// <summary>Makes the cmdlet and binds its command line.</summary>
    public void Prepare(int position, int length, bool expectingInput) =>
        Guard(() =>
        {
            var metadata = command.Cmdlet;
            var info = new CmdletInfo(metadata.Name, metadata);
            var invocation = new InvocationInfo(info, metadata.Name, position, length, expectingInput);
            var cmdlet = Create(metadata.Type);
            var session = new SessionState(host);
            cmdlet.Invocation = invocation;
            (cmdlet as PSCmdlet)?.Attach(session, hostOfRun);
            _runtime = new CommandRuntime(cmdlet, metadata, host, hostOfRun, state, recorder, downstream);
            cmdlet.CommandRuntime = _runtime;
            _cmdlet = cmdlet;
            var engine = new EngineIntrinsics(hostOfRun, session);
            _binder = new CmdletBinder(new BindingScope(metadata, cmdlet, invocation, engine, host));
            _binder.BindCommandLine(command.Arguments);
            _runtime.Open();
        });

    /// <summary>Begins the cmdlet, unless an object that came early has begun it.</summary>
    public void Begin()
    {
        if (_begun)
        {
            return;
        }
        _begun = true;
        Call(cmdlet => cmdlet.DoBegin());
    }

    /// <summary>Has the cmdlet process what the command line says.</summary>
    public void ProcessOnce() => Call(cmdlet => cmdlet.DoProcess());

    /// <summary>Binds an input object and has the cmdlet process it. One that does not fit is an error, not the end.</summary>
    public void Process(object? input)
    {
        Begin();
        if (Guard(() => _binder!.BindInput(input)) is { } fault)
        {
            var error = new ParameterBindingException(fault, Invocation).ErrorRecord;
            Guard(() => _runtime!.Report(error));
            return;
        }
        Call(cmdlet => cmdlet.DoProcess());
    }

    /// <summary>Ends the cmdlet.</summary>
    public void End() => Call(cmdlet => cmdlet.DoEnd());

    /// <summary>Tells the cmdlet from another thread to come to an end.</summary>
    public void Stop()
    {
        if (_cmdlet is not { } cmdlet)
        {
            return;
        }
        cmdlet.IsStopping = true;
        try
        {
            cmdlet.DoStop();
        }
#pragma warning disable CA1031 // The pipeline ends anyway, and there is nobody on this thread to tell.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }
    }

    /// <summary>Disposes the cmdlet if it holds something. It stays what it was: a late stop must find it.</summary>
    public void Dispose()
    {
        try
        {
            (_cmdlet as IDisposable)?.Dispose();
        }
#pragma warning disable CA1031 // The others must be disposed too.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _ = state.Terminate(ErrorOf(e));
        }
    }

    /// <summary>An exception as the error that it is, or carries.</summary>
    public ErrorRecord ErrorOf(Exception exception)
    {
        var error =
            (exception as IContainsErrorRecord)?.ErrorRecord
            ?? new ErrorRecord(
                exception,
                exception.GetType().FullName!,
                ErrorCategory.NotSpecified,
                targetObject: null!
            );
        error.SetInvocationInfo(Invocation!);
        return error;
    }

    private static Cmdlet Create(Type type) =>
        (Cmdlet)
            Activator.CreateInstance(
                type,
                BindingFlags.Public
                    | BindingFlags.Instance
                    | BindingFlags.CreateInstance
                    | BindingFlags.DoNotWrapExceptions,
                binder: null,
                args: null,
                culture: null
            )!;

    private void Call(Action<Cmdlet> step)
    {
        state.ThrowIfOver();
        var outer = _runtime!.Enter();
        try
        {
            Guard(() => step(_cmdlet!));
        }
        finally
        {
            _runtime.Leave(outer);
        }
        // A cmdlet that has caught the end of the pipeline does not go on all the same.
        state.ThrowIfOver();
    }

    private void Guard(Action step) =>
        Guard(() =>
        {
            step();
            return true;
        });

    private T Guard<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (OperationCanceledException e) when (state.IsStopping)
        {
            throw new PipelineStoppedException("The pipeline has been stopped.", e);
        }
#pragma warning disable CA1031 // The failure is the terminating error of the run.
        catch (Exception e) when (e is not PipelineStoppedException)
#pragma warning restore CA1031
        {
            throw state.Terminate(ErrorOf(e));
        }
    }
}
