using System.Management.Automation;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Running;

public sealed class PipelineTests
{
    [Fact]
    public void An_object_goes_all_the_way_before_the_next_is_made()
    {
        var log = new List<string>();
        var run = new CmdletPipeline().Run(
            CmdletCommand.With(typeof(GetSequenceCommand), ("Count", 2), ("Log", log)),
            CmdletCommand.With(typeof(AddNumberCommand), ("Log", log)),
            CmdletCommand.With(typeof(AddNumberCommand), ("Log", log), ("Sum", true))
        );
        Assert.Equal([5L], run.Output);
        Assert.Equal(
            [
                "begin",
                "add begin",
                "add begin",
                "add 1",
                "add 2",
                "add 2",
                "add 3",
                "end",
                "add end",
                "add end",
                "dispose",
            ],
            log
        );
    }

    [Fact]
    public void First_stops_the_whole_pipeline()
    {
        var log = new List<string>();
        var run = new CmdletPipeline().Run(
            [CmdletCommand.With(typeof(GetSequenceCommand), ("Log", log)), CmdletCommand.Of(typeof(AddNumberCommand))],
            input: null,
            first: 2
        );
        Assert.Equal([2L, 3L], run.Output);
        Assert.Equal(["begin", "dispose"], log);
    }

    [Fact]
    public void Errors_of_any_cmdlet_are_errors_of_the_run_under_its_own_name()
    {
        var run = new CmdletPipeline().Run(
            CmdletCommand.Of(typeof(WriteStreamsCommand)),
            CmdletCommand.Of(typeof(AddNumberCommand))
        );
        Assert.Equal(["Write-Streams", "Add-Number"], run.Errors.Select(error => error.InvocationInfo.InvocationName));
    }

    [Fact]
    public void The_end_of_one_is_the_end_of_all()
    {
        var log = new List<string>();
        var run = new CmdletPipeline().Run(
            CmdletCommand.With(typeof(GetSequenceCommand), ("Log", log)),
            CmdletCommand.With(
                typeof(InvokeActionCommand),
                ("Process", (Action<InvokeActionCommand>)(_ => throw new InvalidOperationException("stop here")))
            )
        );
        Assert.Equal("Invoke-Action", run.TerminatingError!.InvocationInfo.InvocationName);
        Assert.Equal(["begin", "dispose"], log);
    }

    [Fact]
    public void Arguments_of_every_cmdlet_are_bound_before_any_begins()
    {
        var log = new List<string>();
        var run = new CmdletPipeline().Run(
            CmdletCommand.With(typeof(GetSequenceCommand), ("Log", log)),
            CmdletCommand.Of(typeof(AddNumberCommand), "-Nonsense")
        );
        Assert.IsType<ParameterBindingException>(run.TerminatingError!.Exception);
        Assert.Equal(["dispose"], log);
    }

    [Fact]
    public void A_cmdlet_knows_its_place()
    {
        var seen = new List<(int, int, bool)>();
        void Look(InvokeActionCommand cmdlet) =>
            seen.Add(
                (
                    cmdlet.MyInvocation.PipelinePosition,
                    cmdlet.MyInvocation.PipelineLength,
                    cmdlet.MyInvocation.ExpectingInput
                )
            );
        var command = CmdletCommand.With(typeof(InvokeActionCommand), ("Begin", (Action<InvokeActionCommand>)Look));
        new CmdletPipeline().Run(command, command);
        Assert.Equal([(1, 2, false), (2, 2, true)], seen);
    }

    [Fact]
    public void What_is_written_in_Begin_begins_the_next_cmdlet_early()
    {
        var log = new List<string>();
        var run = new CmdletPipeline().Run(
            CmdletCommand.With(
                typeof(InvokeActionCommand),
                ("Begin", (Action<InvokeActionCommand>)(cmdlet => cmdlet.WriteObject(1)))
            ),
            CmdletCommand.With(typeof(AddNumberCommand), ("Log", log))
        );
        Assert.Equal(["add begin", "add 1", "add end"], log);
        Assert.Equal([2L], run.Output);
    }

    [Fact]
    public void PipelineVariable_holds_the_object_that_is_on_its_way()
    {
        var host = new EngineHost();
        var seen = new List<object?>();
        new CmdletPipeline(host).Run(
            CmdletCommand.Of(typeof(GetSequenceCommand), "2", "-PipelineVariable", "n"),
            CmdletCommand.With(
                typeof(InvokeActionCommand),
                ("Process", (Action<InvokeActionCommand>)(cmdlet => seen.Add(cmdlet.GetVariableValue("n"))))
            )
        );
        Assert.Equal([1, 2], seen);
    }

    [Fact]
    public void A_pipeline_has_at_least_one_cmdlet() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CmdletPipeline().Run());
}
