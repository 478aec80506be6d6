using System.Management.Automation;
using System.Net;
using System.Security;
using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class SecretTests
{
    private const string Canary = "hunter2-canary";

    private static readonly EngineHost Host = new()
    {
        Environment = name =>
            name switch
            {
                "SECRET" => "s3cret",
                "OTHER" => "other",
                "USER_VAR" => "alice",
                "SHORT" => "abc",
                "EMPTY" => "",
                _ => null,
            },
    };

    private static string Plain(SecureString? secret) => new NetworkCredential("", secret).Password;

    [Fact]
    public void A_secret_is_the_text_of_an_environment_variable()
    {
        Assert.Equal("s3cret//", Engine.One<string>(Engine.Run<ConnectAccountCommand>(Host, "-Secret", "env:SECRET")));
        Assert.Equal("s3cret//", Engine.One<string>(Engine.Run<ConnectAccountCommand>(Host, "env:SECRET")));
    }

    [Fact]
    public void A_credential_is_two_references() =>
        Assert.Equal(
            "s3cret/alice/other",
            Engine.One<string>(
                Engine.Run<ConnectAccountCommand>(Host, "-Secret", "ENV:SECRET", "-Login", "env:USER_VAR,env:OTHER")
            )
        );

    [Fact]
    public void Several_secrets_are_several_references()
    {
        var seen = Engine.One<TestEverythingCommand>(
            Engine.Run<TestEverythingCommand>(Host, "-Secrets", "env:SECRET,env:OTHER")
        );
        Assert.Equal(["s3cret", "other"], seen.Secrets!.Select(Plain));
    }

    [Theory]
    [InlineData("-Secret", Canary)]
    [InlineData("-Secret:" + Canary)]
    [InlineData("-Secret", "env:")]
    [InlineData("-Secret", "env:SECRET,env:OTHER")]
    [InlineData("-Secrets", "env:SECRET," + Canary)]
    [InlineData("-Login", Canary)]
    [InlineData("-Login", "env:USER_VAR")]
    [InlineData("-Login", "env:USER_VAR," + Canary)]
    [InlineData("-Login", "env:USER_VAR,env:SECRET,env:OTHER")]
    public void A_literal_secret_is_refused_without_being_echoed(params string[] tokens)
    {
        var run = Engine.Run<TestEverythingCommand>(Host, tokens);
        var error = Engine.BindingError(run);
        Assert.Equal(BindingErrorIds.SecretAsLiteral, error.ErrorId);
        Assert.StartsWith("-" + error.ParameterName, tokens[0], StringComparison.Ordinal);
        Assert.Contains("env:", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, run.TerminatingError!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_positional_literal_secret_is_refused_without_being_echoed()
    {
        var error = Engine.BindingError(Engine.Run<ConnectAccountCommand>(Host, Canary));
        Assert.Equal(BindingErrorIds.SecretAsLiteral, error.ErrorId);
        Assert.DoesNotContain(Canary, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_too_many_is_not_echoed_where_it_may_be_a_secret()
    {
        var error = Engine.BindingError(Engine.Run<ConnectAccountCommand>(Host, "env:SECRET", Canary));
        Assert.Equal(BindingErrorIds.PositionalParameterNotFound, error.ErrorId);
        Assert.DoesNotContain(Canary, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("env:NOT_SET", "NOT_SET")]
    [InlineData("env:EMPTY", "EMPTY")]
    public void A_variable_that_is_not_set_is_named(string argument, string variable)
    {
        var error = Engine.BindingError(Engine.Run<ConnectAccountCommand>(Host, "-Secret", argument));
        Assert.Equal(BindingErrorIds.SecretUnavailable, error.ErrorId);
        Assert.Equal("Secret", error.ParameterName);
        Assert.Contains(variable, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_validation_that_gives_a_secret_away_is_not_quoted()
    {
        var error = Engine.BindingError(Engine.Run<ConnectAccountCommand>(Host, "-Secret", "env:SHORT"));
        Assert.Equal(BindingErrorIds.ValidationError, error.ErrorId);
        Assert.Equal("Secret", error.ParameterName);
        Assert.DoesNotContain("abc", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_splat_or_of_input_is_no_secret_either()
    {
        foreach (var value in (string[])[Canary, "env:SECRET"])
        {
            var error = Engine.BindingError(
                new CmdletRunner(Host).Run(typeof(TestEverythingCommand), ("Secret", value))
            );
            Assert.Equal(BindingErrorIds.CannotConvertArgument, error.ErrorId);
            Assert.DoesNotContain(value, error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_missing_secret_is_an_error_that_says_how_to_give_it()
    {
        var error = Engine.BindingError(Engine.Run<ConnectAccountCommand>(Host));
        Assert.Equal(BindingErrorIds.MissingMandatoryParameter, error.ErrorId);
        Assert.Contains("env:NAME", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_real_secret_of_a_splat_is_taken_as_it_is()
    {
        var run = new CmdletRunner().Run(
            typeof(ConnectAccountCommand),
            ("Secret", Engine.Sealed("abcd")),
            ("Login", new PSCredential(@"desk\bob", Engine.Sealed("pw")))
        );
        Assert.Equal(@"abcd/desk\bob/pw", Engine.One<string>(run));
    }

    [Fact]
    public void The_word_prompt_asks_on_the_terminal_without_showing_the_answer()
    {
        var shown = new List<string>();
        var run = Engine.Run<ConnectAccountCommand>(Engine.Answering(shown, Canary), "-Secret", "prompt");
        Assert.Equal($"{Canary}//", Engine.One<string>(run));
        Assert.Contains("Secret (From the account page.): ", shown);
        Assert.DoesNotContain(shown, text => text.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public void A_credential_is_asked_for_by_user_and_password()
    {
        var shown = new List<string>();
        var host = Engine.Answering(shown, "s3cret", "alice", "pw");
        var run = Engine.Run<ConnectAccountCommand>(host, "-Secret", "prompt", "-Login", "prompt");
        Assert.Equal("s3cret/alice/pw", Engine.One<string>(run));
        Assert.Contains("Password for user alice: ", shown);
    }

    [Fact]
    public void The_word_prompt_without_a_terminal_is_an_error_that_says_so()
    {
        var error = Engine.BindingError(Engine.Run<ConnectAccountCommand>(Host, "-Secret", "prompt"));
        Assert.Equal(BindingErrorIds.SecretUnavailable, error.ErrorId);
        Assert.Contains("terminal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_terminal_at_its_end_is_no_terminal() =>
        Assert.Equal(
            BindingErrorIds.SecretUnavailable,
            Engine.BindingError(Engine.Run<ConnectAccountCommand>(Engine.Answering([]), "-Secret", "prompt")).ErrorId
        );

    [Fact]
    public void A_user_name_as_an_object_is_completed_by_a_question_for_the_password()
    {
        var run = new CmdletRunner(Engine.Answering([], "pw")).Run(
            typeof(ConnectAccountCommand),
            ("Secret", Engine.Sealed("abcd")),
            ("Login", "carol")
        );
        Assert.Equal("abcd/carol/pw", Engine.One<string>(run));
        var nobody = new CmdletRunner().Run(
            typeof(ConnectAccountCommand),
            ("Secret", Engine.Sealed("abcd")),
            ("Login", "carol")
        );
        Assert.Equal(BindingErrorIds.TransformationError, Engine.BindingError(nobody).ErrorId);
    }
}
