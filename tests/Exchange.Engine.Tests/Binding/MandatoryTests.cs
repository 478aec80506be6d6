using System.Management.Automation;
using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class MandatoryTests
{
    [Fact]
    public void A_missing_mandatory_parameter_is_named_with_its_type()
    {
        var error = Engine.BindingError(Engine.Run<JoinTextCommand>());
        Assert.Equal(BindingErrorIds.MissingMandatoryParameter, error.ErrorId);
        Assert.Equal("Separator", error.ParameterName);
        Assert.Contains("-Separator <string>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_who_is_there_is_asked_for_it()
    {
        var shown = new List<string>();
        Assert.Equal("+|1|", Engine.One<string>(Engine.Run<JoinTextCommand>(Engine.Answering(shown, "+"))));
        Assert.Equal(
            [
                "cmdlet Join-Text at command pipeline position 1\n",
                "Supply values for the following parameters:\n",
                "Separator: ",
            ],
            shown
        );
    }

    [Fact]
    public void A_secret_is_asked_for_without_being_shown()
    {
        var shown = new List<string>();
        var run = Engine.Run<ConnectAccountCommand>(Engine.Answering(shown, "s3cret"));
        Assert.Equal("s3cret//", Engine.One<string>(run));
        Assert.DoesNotContain(shown, text => text.Contains("s3cret", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_is_held_to_the_same_rules() =>
        Assert.Equal(
            BindingErrorIds.EmptyStringNotAllowed,
            Engine.BindingError(Engine.Run<JoinTextCommand>(Engine.Answering([], ""))).ErrorId
        );

    [Fact]
    public void Nobody_at_the_terminal_is_the_same_as_no_terminal() =>
        Assert.Equal(
            BindingErrorIds.MissingMandatoryParameter,
            Engine.BindingError(Engine.Run<JoinTextCommand>(Engine.Answering([]))).ErrorId
        );

    [Theory]
    [InlineData("", BindingErrorIds.EmptyStringNotAllowed)]
    [InlineData("$null", BindingErrorIds.NullNotAllowed)]
    public void A_mandatory_parameter_is_not_empty(string value, string errorId)
    {
        var error = Engine.BindingError(Engine.Run<JoinTextCommand>("-Separator", value));
        Assert.Equal(errorId, error.ErrorId);
        Assert.Equal("Separator", error.ParameterName);
    }

    [Fact]
    public void A_mandatory_list_is_not_empty_and_holds_nothing_empty()
    {
        Assert.Equal(BindingErrorIds.EmptyStringNotAllowed, Id(new[] { "a", "" }));
        Assert.Equal(BindingErrorIds.NullNotAllowed, Id(new[] { "a", null }));
        Assert.Equal(BindingErrorIds.EmptyCollectionNotAllowed, Id(Array.Empty<string>()));

        static string Id(object value) =>
            Engine.BindingError(new CmdletRunner().Run(typeof(GetOrderCommand), ("OrderId", value))).ErrorId;
    }

    [Fact]
    public void Attributes_can_allow_what_is_empty()
    {
        foreach (var value in new object?[] { null, "", Array.Empty<string>(), new[] { "", null } })
        {
            Assert.Null(new CmdletRunner().Run(typeof(TakeAnythingCommand), ("Value", value)).TerminatingError);
        }
    }

    [Cmdlet(VerbsLifecycle.Submit, "Anything")]
    public sealed class TakeAnythingCommand : PSCmdlet
    {
        [Parameter(Mandatory = true)]
        [AllowNull]
        [AllowEmptyString]
        [AllowEmptyCollection]
        public object? Value { get; set; }
    }
}
