using System.Management.Automation;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Running;

public sealed class StopTests
{
    [Fact]
    public void First_stops_after_that_many_objects_and_disposes_without_an_end()
    {
        var log = new List<string>();
        var run = new CmdletRunner { First = 3 }.Run(typeof(GetSequenceCommand), ("Log", log));
        Assert.Equal([1, 2, 3], run.Output);
        Assert.Equal(["begin", "dispose"], log);
        Assert.True(run.Succeeded);
        Assert.False(run.Stopped);
    }

    [Fact]
    public void First_of_more_than_there_is_is_all() =>
        Assert.Equal(
            [1, 2],
            new CmdletRunner { First = 3 }
                .Run(typeof(GetSequenceCommand), "2")
                .Output
        );

    [Fact]
    public void First_pulls_no_more_input_than_it_needs()
    {
        var pulled = 0;
        IEnumerable<object?> Endless()
        {
            while (true)
            {
                yield return pulled++;
            }
        }
        new CmdletRunner { First = 2 }.Run(CmdletCommand.Of(typeof(AddNumberCommand)), Endless());
        Assert.Equal(2, pulled);
    }

    [Fact]
    public void With_a_sink_an_endless_run_keeps_nothing()
    {
        var count = 0L;
        using var stop = new CancellationTokenSource();
        var runner = new CmdletRunner
        {
            Sinks = new CmdletSinks
            {
                Output = _ =>
                {
                    if (++count == 100_000)
                    {
                        stop.Cancel();
                    }
                },
            },
        };
        var run = runner.Run(CmdletCommand.Of(typeof(GetSequenceCommand)), input: null, stop.Token);
        Assert.True(run.Stopped);
        Assert.Empty(run.Output);
        Assert.Equal(100_000, count);
    }

    [Fact]
    public async Task A_stop_from_outside_reaches_a_cmdlet_that_waits()
    {
        using var stop = new CancellationTokenSource();
        using var released = new ManualResetEventSlim();
        using var waiting = new ManualResetEventSlim();
        var log = new List<string>();
        var wasStopping = false;
        void Process(InvokeActionCommand cmdlet)
        {
            waiting.Set();
            Assert.True(released.Wait(TimeSpan.FromSeconds(30)));
            wasStopping = cmdlet.Stopping;
            cmdlet.WriteObject("never");
            log.Add("after");
        }
        var command = CmdletCommand.With(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)Process),
            ("End", (Action<InvokeActionCommand>)(_ => log.Add("end"))),
            ("OnStop", (Action)released.Set),
            ("OnDispose", (Action)(() => log.Add("dispose")))
        );
        var running = Task.Run(() => new CmdletRunner().Run(command, input: null, stop.Token));
        Assert.True(waiting.Wait(TimeSpan.FromSeconds(30)));
        await stop.CancelAsync();
        var run = await running;
        Assert.True(run.Stopped);
        Assert.True(wasStopping);
        Assert.Null(run.TerminatingError);
        Assert.Empty(run.Output);
        Assert.Equal(["dispose"], log);
    }

    [Fact]
    public void A_cmdlet_whose_work_is_cancelled_by_the_stop_is_stopped_and_not_failed()
    {
        using var stop = new CancellationTokenSource();
        void Process(InvokeActionCommand cmdlet)
        {
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        }
        var command = CmdletCommand.With(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)Process)
        );
        var run = new CmdletRunner().Run(command, input: null, stop.Token);
        Assert.True(run.Stopped);
        Assert.Null(run.TerminatingError);
    }

    [Fact]
    public void A_cancelled_operation_without_a_stop_is_a_failure()
    {
        void Process(InvokeActionCommand cmdlet) => throw new OperationCanceledException("server hung up");
        var run = new CmdletRunner().Run(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)Process)
        );
        Assert.False(run.Stopped);
        Assert.Equal("server hung up", run.TerminatingError!.Exception.Message);
    }

    [Fact]
    public void A_stop_before_the_start_runs_nothing()
    {
        var log = new List<string>();
        var command = CmdletCommand.With(typeof(GetSequenceCommand), ("Log", log));
        var run = new CmdletRunner().Run(command, input: null, new CancellationToken(canceled: true));
        Assert.True(run.Stopped);
        Assert.Empty(log);
    }

    [Fact]
    public void What_StopProcessing_throws_is_let_go()
    {
        using var stop = new CancellationTokenSource();
        var command = CmdletCommand.With(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)(_ => stop.Cancel())),
            ("OnStop", (Action)(() => throw new InvalidOperationException()))
        );
        Assert.True(new CmdletRunner().Run(command, input: null, stop.Token).Stopped);
    }

    [Fact]
    public void First_is_at_least_one() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new CmdletRunner { First = 0 }.Run(typeof(GetSequenceCommand), "1")
        );
}
