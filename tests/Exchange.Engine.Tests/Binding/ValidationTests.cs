using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class ValidationTests
{
    [Theory]
    [InlineData("Type", "LIMIT")]
    [InlineData("Force", "GTC")]
    [InlineData("Percent", "1")]
    [InlineData("Percent", "100.0")]
    [InlineData("Amount", "0.00000001,21000000")]
    [InlineData("Code", "ab")]
    [InlineData("Pairs", "a,b,c")]
    [InlineData("Pair", "BTC_twd")]
    [InlineData("Thing", "x")]
    [InlineData("Names", "a,b")]
    [InlineData("Coin", "btc")]
    [InlineData("Picky", "yes")]
    public void What_the_rules_allow_is_bound(string parameter, string value) =>
        Assert.Null(Engine.Run<TestRulesCommand>("-" + parameter, value).TerminatingError);

    [Theory]
    [InlineData("Type", "stop", "limit, market")]
    [InlineData("Force", "gtc", "GTC, IOC")]
    [InlineData("Percent", "0.99", "from 1 to 100")]
    [InlineData("Percent", "100.0000000001", "from 1 to 100")]
    [InlineData("Amount", "1,21000000.1", "from 0.00000001 to 21000000")]
    [InlineData("Code", "a", "at least 2 and at most 5")]
    [InlineData("Code", "abcdef", "at least 2 and at most 5")]
    [InlineData("Pairs", "a,b,c,d", "at least 1 and at most 3")]
    [InlineData("Pair", "btc-twd", "^[a-z]+_[a-z]+$")]
    [InlineData("Thing", "$null", "null")]
    [InlineData("Names", "a,", "empty")]
    [InlineData("Names", "$null", "empty")]
    [InlineData("Coin", "doge", "BTC, ETH")]
    public void What_the_rules_forbid_is_refused_with_the_rule(string parameter, string value, string rule)
    {
        var error = Engine.BindingError(Engine.Run<TestRulesCommand>("-" + parameter, value));
        Assert.Equal(BindingErrorIds.ValidationError, error.ErrorId);
        Assert.Equal(parameter, error.ParameterName);
        Assert.Contains($"'{parameter}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(rule, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transformation_goes_before_the_rules() =>
        Assert.Equal("ETH", Engine.One<TestRulesCommand>(Engine.Run<TestRulesCommand>("-Coin", "eth")).Coin);

    [Fact]
    public void A_transformation_that_cannot_use_the_argument_is_an_error_of_its_own()
    {
        var error = Engine.BindingError(Engine.Run<TestRulesCommand>("-Coin", "1inch"));
        Assert.Equal(BindingErrorIds.TransformationError, error.ErrorId);
        Assert.Equal("Coin", error.ParameterName);
        Assert.Contains("letters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setter_can_refuse()
    {
        var error = Engine.BindingError(Engine.Run<TestRulesCommand>("-Picky", "no"));
        Assert.Equal(BindingErrorIds.SetterFailed, error.ErrorId);
        Assert.Contains("anything but no", error.Message, StringComparison.Ordinal);
    }
}
