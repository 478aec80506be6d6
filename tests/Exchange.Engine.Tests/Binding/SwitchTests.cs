using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class SwitchTests
{
    [Theory]
    [InlineData("-Force", true)]
    [InlineData("-Force:$true", true)]
    [InlineData("-Force:$false", false)]
    [InlineData("-Force:$FALSE", false)]
    [InlineData("-Force:true", true)]
    [InlineData("-Force:false", false)]
    [InlineData("-Force:1", true)]
    [InlineData("-Force:0", false)]
    public void A_switch_is_on_alone_and_as_its_value_says(string token, bool expected) =>
        Assert.Equal(expected, (bool)Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>(token)).Force);

    [Fact]
    public void A_switch_takes_no_value_from_the_next_word() =>
        Assert.Equal(
            BindingErrorIds.PositionalParameterNotFound,
            Engine.BindingError(Engine.Run<TestEverythingCommand>("-Force", "false")).ErrorId
        );

    [Fact]
    public void A_switch_whose_value_the_shell_has_eaten_is_refused()
    {
        var error = Engine.BindingError(Engine.Run<TestEverythingCommand>("-Force:"));
        Assert.Equal(BindingErrorIds.MissingArgument, error.ErrorId);
        Assert.Contains("-Force:false", error.Message, StringComparison.Ordinal);
        Assert.Contains("quote", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_switch_with_nonsense_is_refused()
    {
        var error = Engine.BindingError(Engine.Run<TestEverythingCommand>("-Force:maybe"));
        Assert.Equal("Force", error.ParameterName);
        Assert.Contains("true, false", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$true", true)]
    [InlineData("false", false)]
    public void A_bool_asks_for_a_value(string value, bool expected) =>
        Assert.Equal(
            expected,
            Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>("-Flag", value)).Flag
        );

    [Fact]
    public void A_switch_of_a_splat_can_be_off()
    {
        var run = new CmdletRunner().Run(typeof(TestEverythingCommand), ("Force", false), ("Flag", true));
        var seen = Engine.One<TestEverythingCommand>(run);
        Assert.False(seen.Force);
        Assert.True(seen.Flag);
    }
}
