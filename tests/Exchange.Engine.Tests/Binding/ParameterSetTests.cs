using System.Management.Automation;
using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class ParameterSetTests
{
    [Theory]
    [InlineData("Open:::100")]
    [InlineData("Open::btc_twd:100", "-Pair", "btc_twd")]
    [InlineData("Id:1+2::100", "1,2")]
    [InlineData("Id:1:eth_twd:100", "-OrderId", "1", "-Pair", "eth_twd")]
    [InlineData("History:::5", "-History", "-First", "5")]
    public void The_parameters_that_are_given_decide_the_set(string expected, params string[] tokens) =>
        Assert.Equal(expected, Engine.One<string>(Engine.Run<GetOrderCommand>(tokens)));

    [Fact]
    public void Parameters_of_different_sets_cannot_be_used_together()
    {
        var error = Engine.BindingError(Engine.Run<GetOrderCommand>("-OrderId", "1", "-History"));
        Assert.Equal(BindingErrorIds.AmbiguousParameterSet, error.ErrorId);
        Assert.Contains("-OrderId (set Id)", error.Message, StringComparison.Ordinal);
        Assert.Contains("-History (set History)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_that_is_chosen_still_asks_for_what_is_mandatory_in_it()
    {
        var error = Engine.BindingError(Engine.Run<GetOrderCommand>("-First", "5"));
        Assert.Equal(BindingErrorIds.MissingMandatoryParameter, error.ErrorId);
        Assert.Equal("History", error.ParameterName);
    }

    [Fact]
    public void Without_a_default_what_is_missing_is_said_for_each_set()
    {
        var error = Engine.BindingError(Engine.Run<GetTwoWaysCommand>("-Note", "x"));
        Assert.Equal(BindingErrorIds.AmbiguousParameterSet, error.ErrorId);
        Assert.Equal("Id, Name", error.ParameterName);
        Assert.Contains("-Id (set ById), or -Name (set ByName)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_default_a_set_with_all_that_it_asks_for_is_chosen() =>
        Assert.Equal("ByName", Engine.One<string>(Engine.Run<GetTwoWaysCommand>("-Name", "x", "-Note", "y")));

    [Fact]
    public void Without_a_default_and_without_a_sign_no_set_can_be_chosen()
    {
        Assert.Equal(
            BindingErrorIds.AmbiguousParameterSet,
            Engine.BindingError(Engine.Run<GetOptionalWaysCommand>()).ErrorId
        );
        Assert.Equal("B", Engine.One<string>(Engine.Run<GetOptionalWaysCommand>("-Right", "r", "-Both", "b")));
    }

    [Fact]
    public void A_cmdlet_without_sets_has_the_set_of_all() =>
        Assert.Equal(
            ParameterAttribute.AllParameterSets,
            Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>()).ParameterSetName
        );

    [Fact]
    public void The_default_set_is_used_even_if_it_lacks_something()
    {
        var error = Engine.BindingError(Engine.Run<StrictDefaultCommand>());
        Assert.Equal(BindingErrorIds.MissingMandatoryParameter, error.ErrorId);
        Assert.Equal("Id", error.ParameterName);
    }

    [Cmdlet(VerbsCommon.Get, "StrictDefault", DefaultParameterSetName = "One")]
    public sealed class StrictDefaultCommand : PSCmdlet
    {
        [Parameter(Mandatory = true, ParameterSetName = "One")]
        public string? Id { get; set; }

        [Parameter(ParameterSetName = "All")]
        public SwitchParameter All { get; set; }
    }
}
