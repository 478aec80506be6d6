using System.Management.Automation;
using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class NameTests
{
    [Theory]
    [InlineData("-Price", "12.5")]
    [InlineData("-price", "12.5")]
    [InlineData("-Pr", "12.5")]
    [InlineData("-Price:12.5")]
    [InlineData("-Price:", "12.5")]
    [InlineData("\u2013Price", "12.5")]
    public void A_parameter_is_given_by_its_name_in_any_case_or_an_unambiguous_beginning(params string[] tokens) =>
        Assert.Equal(12.5m, Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>(tokens)).Price);

    [Fact]
    public void An_alias_is_a_name() =>
        Assert.Equal("Id:42::100", Engine.One<string>(Engine.Run<GetOrderCommand>("-OrderNumber", "42")));

    [Fact]
    public void An_exact_name_is_not_ambiguous_with_longer_ones() =>
        Assert.Equal(
            Side.Sell,
            Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>("-side", "sell")).Side
        );

    [Fact]
    public void An_ambiguous_beginning_is_refused_with_the_candidates()
    {
        var error = Engine.BindingError(Engine.Run<TestEverythingCommand>("-Si", "Buy"));
        Assert.Equal(BindingErrorIds.AmbiguousParameter, error.ErrorId);
        Assert.Equal("Si", error.ParameterName);
        Assert.Contains("-Side -Sides", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_beginning_that_a_common_parameter_shares_means_the_cmdlets_own()
    {
        // -Wei, not -WarningAction, -WhatIf or -WarningVariable.
        Assert.Equal(7, Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>("-W", "7")).Wei);
    }

    [Fact]
    public void An_unknown_name_is_refused_with_what_was_meant()
    {
        var run = Engine.Run<TestEverythingCommand>("-Prise", "1");
        var error = Engine.BindingError(run);
        Assert.Equal(BindingErrorIds.NamedParameterNotFound, error.ErrorId);
        Assert.Equal("Prise", error.ParameterName);
        Assert.Contains("Did you mean -Price?", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            $"NamedParameterNotFound,{typeof(TestEverythingCommand).FullName}",
            run.TerminatingError!.FullyQualifiedErrorId
        );
        Assert.Equal(ErrorCategory.InvalidArgument, run.TerminatingError.CategoryInfo.Category);
    }

    [Fact]
    public void A_name_without_a_value_is_refused()
    {
        var error = Engine.BindingError(Engine.Run<TestEverythingCommand>("-Price", "-Force"));
        Assert.Equal(BindingErrorIds.MissingArgument, error.ErrorId);
        Assert.Equal("Price", error.ParameterName);
        Assert.Contains("decimal", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_begins_with_a_dash_can_be_given_with_a_colon() =>
        Assert.Equal("-x", Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>("-Text:-x")).Text);

    [Fact]
    public void A_negative_number_is_a_value() =>
        Assert.Equal(-.5m, Engine.One<TestEverythingCommand>(Engine.Run<TestEverythingCommand>("-Price", "-.5")).Price);

    [Fact]
    public void A_parameter_that_is_given_twice_is_refused_with_the_list_form()
    {
        var error = Engine.BindingError(Engine.Run<TestEverythingCommand>("-Texts", "a", "-Texts", "b"));
        Assert.Equal(BindingErrorIds.ParameterAlreadyBound, error.ErrorId);
        Assert.Equal("Texts", error.ParameterName);
        Assert.Contains("-Texts a,b,c", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vb", true, "Verbose")]
    [InlineData("db", true, "Debug")]
    [InlineData("wi", true, "WhatIf")]
    [InlineData("cf", false, "Confirm")]
    [InlineData("ea", "Stop", "ErrorAction")]
    [InlineData("wa", "Stop", "WarningAction")]
    [InlineData("infa", "Stop", "InformationAction")]
    [InlineData("proga", "Stop", "ProgressAction")]
    [InlineData("ev", "x", "ErrorVariable")]
    [InlineData("wv", "x", "WarningVariable")]
    [InlineData("iv", "x", "InformationVariable")]
    [InlineData("ov", "x", "OutVariable")]
    [InlineData("ob", 3, "OutBuffer")]
    [InlineData("pv", "x", "PipelineVariable")]
    public void Common_parameters_have_their_aliases_and_are_among_the_bound(string alias, object value, string name)
    {
        var seen = new List<string>();
        void Look(InvokeActionCommand cmdlet) => seen.AddRange(cmdlet.MyInvocation.BoundParameters.Keys);
        var run = new CmdletRunner().Run(
            typeof(InvokeActionCommand),
            (alias, value),
            ("Process", (Action<InvokeActionCommand>)Look)
        );
        Assert.Null(run.TerminatingError);
        Assert.Contains(name, seen, StringComparer.Ordinal);
    }

    [Fact]
    public void WhatIf_and_Confirm_are_only_for_cmdlets_that_support_them()
    {
        Assert.Equal(
            BindingErrorIds.NamedParameterNotFound,
            Engine.BindingError(Engine.Run<GetOrderCommand>("-WhatIf")).ErrorId
        );
    }
}
