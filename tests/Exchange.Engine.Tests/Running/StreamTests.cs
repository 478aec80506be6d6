using System.Collections;
using System.Management.Automation;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Running;

public sealed class StreamTests
{
    [Fact]
    public void By_default_errors_warnings_and_progress_are_seen_and_the_rest_is_not()
    {
        var run = Engine.Run<WriteStreamsCommand>();
        Assert.Equal(["done"], run.Output);
        Assert.Equal("broken", Assert.Single(run.Errors).Exception.Message);
        Assert.Equal("warning", Assert.Single(run.Warnings).Message);
        Assert.Equal(50, Assert.Single(run.Progress).PercentComplete);
        Assert.Empty(run.Verbose);
        Assert.Empty(run.Debug);
        Assert.Null(run.TerminatingError);
        Assert.True(run.HadErrors);
        Assert.False(run.Succeeded);
    }

    [Fact]
    public void Information_is_kept_but_shown_only_if_it_is_for_the_screen()
    {
        var run = Engine.Run<WriteStreamsCommand>();
        Assert.Equal(["information", "for the screen"], run.Information.Select(record => record.ToString()));
        Assert.Equal(["tag"], run.Information[0].Tags);
        Assert.Equal("for the screen\nhost\n", run.HostText);
        Assert.NotEqual(default, run.Information[0].TimeGenerated);
    }

    [Theory]
    [InlineData("Continue", "information\nfor the screen\nhost\n", 2)]
    [InlineData("SilentlyContinue", "for the screen\nhost\n", 2)]
    [InlineData("Ignore", "host\n", 0)]
    public void InformationAction_decides_what_is_shown(string action, string text, int kept)
    {
        var run = Engine.Run<WriteStreamsCommand>("-InformationAction", action);
        Assert.Equal(text, run.HostText);
        Assert.Equal(kept, run.Information.Count);
    }

    [Fact]
    public void Verbose_and_Debug_are_seen_when_asked_for()
    {
        var run = Engine.Run<WriteStreamsCommand>("-Verbose", "-Debug");
        Assert.Equal("verbose", Assert.Single(run.Verbose).Message);
        Assert.Equal("debug", Assert.Single(run.Debug).Message);
    }

    [Fact]
    public void A_preference_variable_holds_until_a_parameter_says_otherwise()
    {
        var host = new EngineHost();
        host.Variables["verbosepreference"] = "Continue";
        host.Variables["WarningPreference"] = ActionPreference.SilentlyContinue;
        host.Variables["ErrorActionPreference"] = new PSVariable("ErrorActionPreference", "Ignore");
        host.Variables["ProgressPreference"] = "nonsense";
        var run = Engine.Run<WriteStreamsCommand>(host);
        Assert.Single(run.Verbose);
        Assert.Empty(run.Warnings);
        Assert.Empty(run.Errors);
        Assert.Single(run.Progress);
        run = Engine.Run<WriteStreamsCommand>(host, "-Verbose:false", "-WarningAction", "Continue", "-ea", "Continue");
        Assert.Empty(run.Verbose);
        Assert.Single(run.Warnings);
        Assert.Single(run.Errors);
    }

    [Theory]
    [InlineData("SilentlyContinue")]
    [InlineData("Ignore")]
    public void An_error_can_be_kept_silent(string action)
    {
        var run = Engine.Run<WriteStreamsCommand>("-ErrorAction", action);
        Assert.Empty(run.Errors);
        Assert.Equal(["done"], run.Output);
        Assert.True(run.Succeeded);
    }

    [Fact]
    public void ErrorAction_Stop_makes_an_error_the_end()
    {
        var run = Engine.Run<WriteStreamsCommand>("-ErrorAction", "Stop");
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
        var end = run.TerminatingError!;
        var exception = Assert.IsType<ActionPreferenceStopException>(end.Exception);
        Assert.Contains("broken", exception.Message, StringComparison.Ordinal);
        Assert.Equal("broken", exception.ErrorRecord.Exception.Message);
        Assert.Equal($"Broken,{typeof(WriteStreamsCommand).FullName}", end.FullyQualifiedErrorId);
        Assert.Equal("target", end.TargetObject);
    }

    [Theory]
    [InlineData("-WarningAction", "WarningPreference")]
    [InlineData("-InformationAction", "InformationPreference")]
    [InlineData("-ProgressAction", "ProgressPreference")]
    public void Any_stream_can_be_the_end(string parameter, string variable)
    {
        var run = Engine.Run<WriteStreamsCommand>(parameter, "Stop");
        Assert.IsType<ActionPreferenceStopException>(run.TerminatingError!.Exception);
        Assert.Contains(variable, run.TerminatingError.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData("a", true)]
    [InlineData("h", false)]
    public void Inquire_asks_whether_to_go_on(string answer, bool goesOn)
    {
        var run = Engine.Run<WriteStreamsCommand>(Engine.Answering([], answer), "-WarningAction", "Inquire");
        Assert.Equal(goesOn, run.Output.Count == 1);
        Assert.Equal(goesOn ? null : typeof(ActionPreferenceStopException), run.TerminatingError?.Exception.GetType());
    }

    [Fact]
    public void An_error_record_says_which_cmdlet_reported_it()
    {
        var error = Engine.Run<WriteStreamsCommand>().Errors[0];
        Assert.Equal($"Broken,{typeof(WriteStreamsCommand).FullName}", error.FullyQualifiedErrorId);
        Assert.Equal("Write-Streams", error.CategoryInfo.Activity);
        Assert.Equal(
            "InvalidData: (target:String) [Write-Streams], InvalidOperationException",
            error.CategoryInfo.ToString()
        );
        Assert.Equal("Write-Streams", error.InvocationInfo.MyCommand.Name);
    }

    [Fact]
    public void Stream_variables_gather_and_add()
    {
        var host = new EngineHost();
        Engine.Run<WriteStreamsCommand>(
            host,
            "-ev",
            "e",
            "-wv",
            "w",
            "-iv",
            "i",
            "-ov",
            "o",
            "-ea",
            "SilentlyContinue"
        );
        Engine.Run<WriteStreamsCommand>(host, "-ev", "+e", "-ov", "o");
        Assert.Equal(2, Assert.IsType<ArrayList>(host.Variables["e"]).Count);
        Assert.Single(Assert.IsType<ArrayList>(host.Variables["o"]));
        Assert.Single(Assert.IsType<ArrayList>(host.Variables["w"]));
        Assert.Equal(2, Assert.IsType<ArrayList>(host.Variables["i"]).Count);
    }

    [Fact]
    public void A_sink_gets_what_comes_at_once_and_nothing_is_kept()
    {
        var seen = new List<string>();
        var runner = new CmdletRunner
        {
            Sinks = new CmdletSinks
            {
                Output = value => seen.Add($"output {value}"),
                Error = error => seen.Add($"error {error}"),
                Warning = warning => seen.Add($"warning {warning.Message}"),
                Verbose = verbose => seen.Add($"verbose {verbose.Message}"),
                Debug = debug => seen.Add($"debug {debug.Message}"),
                Information = information => seen.Add($"information {information}"),
                Progress = progress => seen.Add($"progress {progress}"),
                HostText = text => seen.Add($"text {text}"),
            },
        };
        var run = runner.Run(typeof(WriteStreamsCommand), "-Verbose", "-Debug");
        Assert.Equal(
            [
                "verbose verbose",
                "debug debug",
                "warning warning",
                "information information",
                "information for the screen",
                "text for the screen\n",
                "progress Working: half",
                "error broken",
                "text host\n",
                "output done",
            ],
            seen
        );
        Assert.Empty(run.Output);
        Assert.Empty(run.Errors);
        Assert.Equal("", run.HostText);
        Assert.True(run.HadErrors);
    }

    [Fact]
    public void What_a_sink_throws_comes_out_of_the_run_and_the_cmdlet_is_disposed()
    {
        var log = new List<string>();
        var runner = new CmdletRunner
        {
            Sinks = new CmdletSinks { Output = _ => throw new IOException("pipe closed") },
        };
        var failure = Assert.Throws<IOException>(() => runner.Run(typeof(GetSequenceCommand), ("Log", log)));
        Assert.Equal("pipe closed", failure.Message);
        Assert.Equal(["begin", "dispose"], log);
    }

    [Fact]
    public void A_sequence_that_is_its_own_enumerator_is_enumerated_from_its_beginning()
    {
        void Write(InvokeActionCommand cmdlet)
        {
            cmdlet.WriteObject(new[] { 1, 2 }.Select(number => number * 10), enumerateCollection: true);
            cmdlet.WriteObject(new List<int> { 3 }.GetEnumerator(), enumerateCollection: true);
        }
        var output = new CmdletRunner()
            .Run(typeof(InvokeActionCommand), ("End", (Action<InvokeActionCommand>)Write))
            .Output;
        Assert.Equal([10, 20, 3], output);
    }

    [Fact]
    public void A_collection_is_enumerated_when_asked_but_not_text_or_a_dictionary()
    {
        void Write(InvokeActionCommand cmdlet)
        {
            cmdlet.WriteObject(new[] { 1, 2 }, enumerateCollection: true);
            cmdlet.WriteObject(new[] { 3, 4 });
            cmdlet.WriteObject("text", enumerateCollection: true);
            cmdlet.WriteObject(new Hashtable(), enumerateCollection: true);
            cmdlet.WriteObject(null, enumerateCollection: true);
        }
        var output = new CmdletRunner()
            .Run(typeof(InvokeActionCommand), ("End", (Action<InvokeActionCommand>)Write))
            .Output;
        Assert.Equal(6, output.Count);
        Assert.Equal([1, 2], output.Take(2));
        Assert.IsType<int[]>(output[2]);
        Assert.Equal("text", output[3]);
        Assert.Null(output[5]);
    }
}
