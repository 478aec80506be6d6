using Exchange.Help;

namespace Exchange.Cmdlets.Tests.Help;

/// <summary>Which commands and parameter names the tool finds in the code of a page.</summary>
public sealed class ExampleCodeTests
{
    [Theory]
    [InlineData("Get-A", "Get-A")]
    [InlineData("Get-A -B 1 -C:$false", "Get-A B C")]
    [InlineData("Get-A -B | Get-C -D", "Get-A B; Get-C D")]
    [InlineData("Get-A -B -5 -C '-d -e'", "Get-A B C")]
    [InlineData("$x = Get-A -B; Get-C -D", "$x; Get-A B; Get-C D")]
    [InlineData("Get-A -B (Get-C -D 1) -E", "Get-C D; Get-A B E")]
    [InlineData("(Get-A -B).C -gt 5", "Get-A B; () gt")]
    [InlineData("Get-A `\n    -B 1", "Get-A B")]
    [InlineData("Get-A -B # -C\nGet-D -E", "Get-A B; Get-D E")]
    [InlineData("Get-A | ForEach-Object { Get-C -D $_ } | Get-E -F", "Get-A; Get-C D; ForEach-Object; Get-E F")]
    [InlineData("exchange Get-A -B x '-Confirm:$false'", "Get-A B Confirm")]
    [InlineData("", "")]
    public void Commands_are_found_with_the_parameters_that_they_name(string code, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                "; ",
                ExampleCode.CommandsIn(code).Select(one => string.Join(' ', [one.Name, .. one.Parameters]))
            )
        );
}
