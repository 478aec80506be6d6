using System.Management.Automation;
using System.Management.Automation.Host;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Running;

public sealed class ConfirmationTests
{
    private const string Question =
        "Confirm\nAre you sure you want to perform this action?\nPerforming the operation \"Remove\" on target \"a\".\n";

    [Theory]
    [InlineData("-WhatIf")]
    [InlineData("-WhatIf", "-Confirm")]
    [InlineData("-WhatIf", "-Confirm:$false")]
    public void WhatIf_says_what_would_be_done_and_does_and_asks_nothing(params string[] tokens)
    {
        var run = Engine.Run<RemoveHighThingCommand>([.. tokens, "a,b"]);
        Assert.Empty(run.Output);
        Assert.Equal(
            "What if: Performing the operation \"Remove\" on target \"a\".\n"
                + "What if: Performing the operation \"Remove\" on target \"b\".\n",
            run.HostText
        );
        Assert.True(run.Succeeded);
    }

    [Fact]
    public void WhatIf_can_come_from_the_session_and_be_taken_back()
    {
        var host = new EngineHost();
        host.Variables["WhatIfPreference"] = true;
        Assert.Empty(Engine.Run<RemoveMediumThingCommand>(host).Output);
        Assert.Equal(3, Engine.Run<RemoveMediumThingCommand>(host, "-WhatIf:$false").Output.Count);
    }

    [Theory]
    [InlineData(typeof(RemoveHighThingCommand), true)]
    [InlineData(typeof(RemoveMediumThingCommand), false)]
    [InlineData(typeof(RemoveHarmlessThingCommand), false)]
    [InlineData(typeof(RemoveMediumThingCommand), true, "-Confirm")]
    [InlineData(typeof(RemoveHarmlessThingCommand), false, "-Confirm")]
    [InlineData(typeof(RemoveHighThingCommand), false, "-Confirm:$false")]
    public void What_is_asked_depends_on_the_impact_and_on_Confirm(Type cmdlet, bool asks, params string[] tokens)
    {
        var shown = new List<string>();
        var run = new CmdletRunner(Engine.Answering(shown, "y")).Run(cmdlet, [.. tokens, "a"]);
        Assert.Equal(asks, shown.Count > 0);
        Assert.Equal(["a"], run.Output);
    }

    [Theory]
    [InlineData("None", false)]
    [InlineData("High", false)]
    [InlineData("Medium", true)]
    [InlineData("Low", true)]
    public void ConfirmPreference_is_the_least_impact_that_is_asked_about(string preference, bool asks)
    {
        var shown = new List<string>();
        var host = Engine.Answering(shown, "y");
        host.Variables["ConfirmPreference"] = preference;
        Engine.Run<RemoveMediumThingCommand>(host, "a");
        Assert.Equal(asks, shown.Count > 0);
    }

    [Fact]
    public void The_question_is_PowerShells()
    {
        var shown = new List<string>();
        Engine.Run<RemoveHighThingCommand>(Engine.Answering(shown, "n"), "a");
        Assert.Equal(
            Question + "[Y] Yes  [A] Yes to All  [N] No  [L] No to All  [?] Help (default is \"Y\"): ",
            string.Concat(shown)
        );
    }

    [Theory]
    [InlineData("b,c", "n", "y", "yes")]
    [InlineData("a,b,c", "a")]
    [InlineData("a,b,c", "Yes to All")]
    [InlineData("a", "y", "l")]
    [InlineData("", "L")]
    [InlineData("a,c", "", "n", "y")]
    [InlineData("a,b,c", "what?", "?", "A")]
    public void Each_answer_means_what_it_says(string removed, params string[] answers) =>
        Assert.Equal(
            removed,
            string.Join(',', Engine.Run<RemoveHighThingCommand>(Engine.Answering([], answers)).Output)
        );

    [Fact]
    public void Help_explains_the_answers()
    {
        var shown = new List<string>();
        Engine.Run<RemoveHighThingCommand>(Engine.Answering(shown, "?", "l"));
        Assert.Contains(
            shown,
            text => text.StartsWith("Y - Continue with only the next step", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Nobody_to_ask_is_a_recognisable_error_and_nothing_is_done()
    {
        var run = Engine.Run<RemoveHighThingCommand>("a");
        Assert.Empty(run.Output);
        var outer = Assert.IsType<PSInvalidOperationException>(run.TerminatingError!.Exception);
        var inner = Assert.IsType<HostException>(outer.InnerException);
        Assert.Equal(EngineHost.NobodyToAsk, inner.ErrorRecord.FullyQualifiedErrorId);
        Assert.Equal(
            $"InvalidOperation,{typeof(RemoveHighThingCommand).FullName}",
            run.TerminatingError.FullyQualifiedErrorId
        );
    }

    [Fact]
    public void The_end_of_input_is_not_a_yes()
    {
        var run = Engine.Run<RemoveHighThingCommand>(Engine.Answering([], "y"), "a,b");
        Assert.Equal(["a"], run.Output);
        Assert.IsType<PSInvalidOperationException>(run.TerminatingError!.Exception);
    }

    [Fact]
    public void A_cmdlet_can_turn_the_missing_answer_into_its_own_error()
    {
        void Process(InvokeActionCommand cmdlet)
        {
            try
            {
                cmdlet.ShouldContinue("Really?", "Sure");
            }
            catch (PSInvalidOperationException e) when (e.InnerException is HostException)
            {
                cmdlet.ThrowTerminatingError(
                    new ErrorRecord(e, "ConfirmationNeeded", ErrorCategory.PermissionDenied, null)
                );
            }
        }
        var run = new CmdletRunner().Run(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)Process)
        );
        Assert.StartsWith("ConfirmationNeeded,", run.TerminatingError!.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_asked_is_said_in_verbose()
    {
        var run = Engine.Run<RemoveHighThingCommand>("a", "-Confirm:$false", "-Verbose");
        Assert.Equal("Performing the operation \"Remove\" on target \"a\".", Assert.Single(run.Verbose).Message);
    }

    [Fact]
    public void A_cmdlet_can_word_the_question_itself_and_learn_why_it_was_not_asked()
    {
        var answers = new List<(bool, ShouldProcessReason)>();
        void Process(InvokeActionCommand cmdlet)
        {
            var answer = cmdlet.ShouldProcess("I did it", "Do it?", "Careful", out var reason);
            answers.Add((answer, reason));
        }
        var shown = new List<string>();
        var runner = new CmdletRunner(Engine.Answering(shown, "y"));
        runner.Run(typeof(InvokeActionCommand), ("Process", (Action<InvokeActionCommand>)Process), ("Confirm", true));
        var run = runner.Run(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)Process),
            ("WhatIf", true)
        );
        Assert.Equal([(true, ShouldProcessReason.None), (false, ShouldProcessReason.WhatIf)], answers);
        Assert.Equal(["Careful\n", "Do it?\n"], shown.Take(2));
        Assert.Equal("What if: I did it\n", run.HostText);
    }

    [Fact]
    public void A_target_alone_is_acted_on_by_the_name_of_the_cmdlet()
    {
        void Process(InvokeActionCommand cmdlet) => cmdlet.ShouldProcess("it");
        var run = new CmdletRunner().Run(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)Process),
            ("WhatIf", true)
        );
        Assert.Equal("What if: Performing the operation \"Invoke-Action\" on target \"it\".\n", run.HostText);
    }

    [Theory]
    [InlineData("y", "True,False,False")]
    [InlineData("n", "False,False,False")]
    [InlineData("a", "True,True,False")]
    [InlineData("l", "False,False,True")]
    [InlineData("", "False,False,False")]
    public void ShouldContinue_asks_whatever_Confirm_says_and_remembers_for_all(string answer, string expected)
    {
        var seen = "";
        void Process(InvokeActionCommand cmdlet)
        {
            var (yes, no) = (false, false);
            var first = cmdlet.ShouldContinue("Really?", "Sure", hasSecurityImpact: true, ref yes, ref no);
            seen = $"{first},{yes},{no}";
            if (yes || no)
            {
                Assert.Equal(first, cmdlet.ShouldContinue("Really?", "Sure", hasSecurityImpact: true, ref yes, ref no));
            }
        }
        new CmdletRunner(Engine.Answering([], answer)).Run(
            typeof(InvokeActionCommand),
            ("Process", (Action<InvokeActionCommand>)Process),
            ("Confirm", false)
        );
        Assert.Equal(expected, seen);
    }
}
