using System.Management.Automation;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Running;

public sealed class LifeCycleTests
{
    private static CmdletRun Act(
        Action<InvokeActionCommand>? begin = null,
        Action<InvokeActionCommand>? process = null,
        Action<InvokeActionCommand>? end = null,
        Action? dispose = null
    ) =>
        new CmdletRunner().Run(
            typeof(InvokeActionCommand),
            ("Begin", begin),
            ("Process", process),
            ("End", end),
            ("OnDispose", dispose)
        );

    [Fact]
    public void A_cmdlet_begins_processes_once_ends_and_is_disposed()
    {
        var log = new List<string>();
        Act(_ => log.Add("begin"), _ => log.Add("process"), _ => log.Add("end"), () => log.Add("dispose"));
        Assert.Equal(["begin", "process", "end", "dispose"], log);
    }

    [Fact]
    public void A_cmdlet_with_input_processes_once_for_each_object_as_it_is_pulled()
    {
        var log = new List<string>();
        IEnumerable<object?> Pulled()
        {
            log.Add("pull 1");
            yield return 1;
            log.Add("pull 2");
            yield return 2;
        }
        var command = CmdletCommand.With(typeof(AddNumberCommand), ("Log", log));
        var run = new CmdletRunner().Run(command, Pulled());
        Assert.Equal(["add begin", "pull 1", "add 1", "pull 2", "add 2", "add end"], log);
        Assert.Equal([2L, 3L], run.Output);
    }

    [Fact]
    public void An_exception_ends_the_cmdlet_as_an_error_with_its_type_for_an_id()
    {
        var log = new List<string>();
        var run = Act(
            process: _ => throw new InvalidOperationException("oops"),
            end: _ => log.Add("end"),
            dispose: () => log.Add("dispose")
        );
        Assert.Equal("oops", run.TerminatingError!.Exception.Message);
        Assert.Equal(
            $"System.InvalidOperationException,{typeof(InvokeActionCommand).FullName}",
            run.TerminatingError.FullyQualifiedErrorId
        );
        Assert.Equal(["dispose"], log);
        Assert.False(run.Stopped);
    }

    [Fact]
    public void An_exception_that_knows_its_record_is_reported_by_it()
    {
        var record = new ErrorRecord(new TimeoutException("late"), "Late", ErrorCategory.OperationTimeout, "pair");
        var run = Act(process: _ => throw new RuntimeException("outer", null, record));
        Assert.StartsWith("Late,", run.TerminatingError!.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("pair", run.TerminatingError.TargetObject);
    }

    [Fact]
    public void ThrowTerminatingError_is_seen_as_the_end_of_the_pipeline_by_the_cmdlet()
    {
        Exception? seen = null;
        var run = Act(process: cmdlet =>
        {
            try
            {
                cmdlet.ThrowTerminatingError(
                    new ErrorRecord(new TimeoutException(), "Mine", ErrorCategory.OpenError, null)
                );
            }
            catch (PipelineStoppedException e)
            {
                seen = e;
                throw;
            }
        });
        Assert.NotNull(seen);
        Assert.StartsWith("Mine,", run.TerminatingError!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cmdlet_that_catches_its_own_end_does_not_go_on()
    {
        var log = new List<string>();
        var run = Act(
            process: cmdlet =>
            {
                try
                {
                    cmdlet.ThrowTerminatingError(
                        new ErrorRecord(new TimeoutException(), "Mine", ErrorCategory.OpenError, null)
                    );
                }
                catch (PipelineStoppedException)
                {
                    Assert.Throws<PipelineStoppedException>(() => cmdlet.WriteObject("too late"));
                }
            },
            end: _ => log.Add("end")
        );
        Assert.Empty(run.Output);
        Assert.Empty(log);
        Assert.NotNull(run.TerminatingError);
    }

    [Fact]
    public void Error_details_and_their_advice_stay_with_the_record()
    {
        var run = Act(process: cmdlet =>
            cmdlet.WriteError(
                new ErrorRecord(new TimeoutException("raw"), "Late", ErrorCategory.OperationTimeout, null)
                {
                    ErrorDetails = new ErrorDetails("for people") { RecommendedAction = "wait" },
                }
            )
        );
        var error = Assert.Single(run.Errors);
        Assert.Equal("for people", error.ToString());
        Assert.Equal("wait", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Writing_from_another_thread_is_refused()
    {
        Exception? refusal = null;
        Act(process: cmdlet =>
        {
            var thread = new Thread(() => refusal = Record.Exception(() => cmdlet.WriteObject(1)));
            thread.Start();
            thread.Join();
        });
        Assert.IsType<PSInvalidOperationException>(refusal);
    }

    [Fact]
    public void Writing_after_the_end_is_refused()
    {
        InvokeActionCommand? kept = null;
        Act(process: cmdlet => kept = cmdlet);
        Assert.IsType<PSInvalidOperationException>(Record.Exception(() => kept!.WriteVerbose("late")));
        Assert.IsType<PSInvalidOperationException>(Record.Exception(() => new InvokeActionCommand().WriteObject(1)));
    }

    [Fact]
    public void A_cmdlet_knows_how_it_was_invoked()
    {
        InvocationInfo? seen = null;
        Act(process: cmdlet => seen = cmdlet.MyInvocation);
        Assert.Equal("Invoke-Action", seen!.InvocationName);
        Assert.Equal("Invoke-Action", seen.MyCommand.Name);
        Assert.Equal("Invoke-Action", seen.Line);
        Assert.Equal((1, 1, false), (seen.PipelinePosition, seen.PipelineLength, seen.ExpectingInput));
        Assert.True(seen.BoundParameters.ContainsKey("process"));
        Assert.Equal(typeof(InvokeActionCommand), Assert.IsType<CmdletInfo>(seen.MyCommand).ImplementingType);
    }

    [Fact]
    public void A_cmdlet_sees_the_variables_and_the_folder_of_its_session()
    {
        var folder = Path.GetTempPath();
        var host = new EngineHost
        {
            CurrentDirectory = folder,
            HomeDirectory = folder,
            WindowWidth = 77,
        };
        host.Variables["Known"] = 5;
        void Process(InvokeActionCommand cmdlet)
        {
            cmdlet.WriteObject(cmdlet.GetVariableValue("known"));
            cmdlet.WriteObject(cmdlet.GetVariableValue("Unknown", "otherwise"));
            cmdlet.WriteObject(cmdlet.GetUnresolvedProviderPathFromPSPath("a.txt"));
            cmdlet.WriteObject(cmdlet.GetUnresolvedProviderPathFromPSPath("~/b.txt"));
            cmdlet.WriteObject(cmdlet.SessionState.Path.CurrentFileSystemLocation.Path);
            cmdlet.WriteObject(cmdlet.Host.UI.RawUI.WindowSize.Width);
            cmdlet.SessionState.PSVariable.Set("Set", "by cmdlet");
        }
        var run = new CmdletRunner(host).Run(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)Process)
        );
        Assert.Equal(
            [5, "otherwise", Path.Combine(folder, "a.txt"), Path.Combine(folder, "b.txt"), folder, 77],
            run.Output
        );
        Assert.Equal("by cmdlet", host.Variables["SET"]);
    }

    [Fact]
    public void A_constructor_that_throws_and_a_disposal_that_throws_are_errors_of_the_run()
    {
        Assert.Equal("born broken", Engine.Run<BornBrokenCommand>().TerminatingError!.Exception.Message);
        var run = Act(process: cmdlet => cmdlet.WriteObject(1), dispose: () => throw new IOException("stuck"));
        Assert.Equal("stuck", run.TerminatingError!.Exception.Message);
        Assert.Equal([1], run.Output);
    }

    [Fact]
    public void Input_that_throws_ends_the_run_with_its_error()
    {
        static IEnumerable<object?> Broken()
        {
            yield return 1;
            throw new InvalidDataException("bad line");
        }
        var run = Engine.Feed<AddNumberCommand>(Broken());
        Assert.Equal([2L], run.Output);
        Assert.Equal("bad line", run.TerminatingError!.Exception.Message);
    }

    [Fact]
    public async Task Many_threads_run_cmdlets_at_the_same_time()
    {
        var runner = new CmdletRunner();
        var runs = await Task.WhenAll(
            Enumerable.Range(1, 64).Select(i => Task.Run(() => runner.Run(typeof(GetSequenceCommand), $"{i}")))
        );
        Assert.Equal(Enumerable.Range(1, 64), runs.Select(run => run.Output.Count));
    }

    [Cmdlet(VerbsDiagnostic.Test, "BornBroken")]
    public sealed class BornBrokenCommand : PSCmdlet
    {
        public BornBrokenCommand() => throw new InvalidOperationException("born broken");
    }
}
