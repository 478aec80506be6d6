using System.Management.Automation;
using System.Security;
using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class PositionTests
{
    [Theory]
    [InlineData("+|3|", "+", "3")]
    [InlineData("+|3|", "-Repeat", "3", "+")]
    [InlineData("+|3|", "3", "-Separator", "+")]
    [InlineData("+|1|", "+")]
    public void Values_without_a_name_go_by_position(string expected, params string[] tokens) =>
        Assert.Equal(expected, Engine.One<string>(Engine.Run<JoinTextCommand>(tokens)));

    [Theory]
    [InlineData("+|2|a b", "+", "2", "a", "b")]
    [InlineData("+|2|a b c", "+", "2", "a,b", "c")]
    [InlineData("+|2|-x --y", "+", "2", "--", "-x", "--y")]
    public void What_is_left_goes_to_the_parameter_for_it(string expected, params string[] tokens)
    {
        // The second "--" word is a value: only the first one ends the names.
        Assert.Equal(expected, Engine.One<string>(Engine.Run<JoinTextCommand>(tokens)));
    }

    [Fact]
    public void Secrets_that_are_left_over_are_all_looked_up()
    {
        var host = new EngineHost { Environment = name => name.ToLowerInvariant() };
        Assert.Equal(3, Engine.One<int>(Engine.Run<CountSecretsCommand>(host, "env:A", "env:B,env:C")));
    }

    [Fact]
    public void A_value_too_many_is_refused()
    {
        var error = Engine.BindingError(Engine.Run<TestEverythingCommand>("loose"));
        Assert.Equal(BindingErrorIds.PositionalParameterNotFound, error.ErrorId);
    }

    [Fact]
    public void A_name_with_two_dashes_is_refused_with_a_hint() =>
        Assert.Contains(
            "one dash",
            Engine.BindingError(Engine.Run<GetTwoWaysCommand>("--id", "5")).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("5", "Number:5:")]
    [InlineData("five", "Name:0:five")]
    public void A_position_of_two_sets_goes_to_the_one_of_the_values_type(string token, string expected) =>
        Assert.Equal(expected, Engine.One<string>(Engine.Run<SelectByTypeCommand>(token)));

    [Fact]
    public void A_positional_value_of_the_wrong_type_names_the_parameter()
    {
        var error = Engine.BindingError(Engine.Run<JoinTextCommand>("+", "often"));
        Assert.Equal(BindingErrorIds.CannotConvertArgument, error.ErrorId);
        Assert.Equal("Repeat", error.ParameterName);
        Assert.Contains("int", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_splat_can_have_positions() =>
        Assert.Equal("+|4|", Engine.One<string>(new CmdletRunner().Run(typeof(JoinTextCommand), ("", "+"), ("", 4))));

    [Cmdlet(VerbsDiagnostic.Measure, "Secret")]
    public sealed class CountSecretsCommand : PSCmdlet
    {
        [Parameter(ValueFromRemainingArguments = true)]
        public SecureString[] Secret { get; set; } = [];

        protected override void EndProcessing() => WriteObject(Secret.Length);
    }
}
