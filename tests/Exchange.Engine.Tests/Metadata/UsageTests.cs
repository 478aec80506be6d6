using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Metadata;

public sealed class UsageTests
{
    private static string Usage<T>() => CmdletUsage.For(CmdletMetadata.Of(typeof(T)));

    [Fact]
    public void Each_set_has_a_line_in_PowerShells_notation() =>
        Assert.Equal(
            [
                "Get-Order [-Open] [-Pair <string>] [<CommonParameters>]",
                "Get-Order [-OrderId] <string[]> [-Pair <string>] [<CommonParameters>]",
                "Get-Order -History [-First <int>] [-Pair <string>] [<CommonParameters>]",
            ],
            CmdletUsage.SyntaxLines(CmdletMetadata.Of(typeof(GetOrderCommand)))
        );

    [Fact]
    public void Positions_come_first_and_what_can_change_something_says_so()
    {
        Assert.Equal(
            ["Join-Text [-Separator] <string> [[-Repeat] <int>] [-Rest <string[]>] [<CommonParameters>]"],
            CmdletUsage.SyntaxLines(CmdletMetadata.Of(typeof(JoinTextCommand)))
        );
        Assert.Equal(
            ["Remove-HighThing [[-Name] <string[]>] [-WhatIf] [-Confirm] [<CommonParameters>]"],
            CmdletUsage.SyntaxLines(CmdletMetadata.Of(typeof(RemoveHighThingCommand)))
        );
    }

    [Fact]
    public void The_table_says_what_each_parameter_takes()
    {
        var lines = Usage<GetOrderCommand>().Split('\n');
        Assert.Contains("-OrderId  string[]; mandatory; from input by property name; alias -OrderNumber", lines);
        Assert.Contains("-Pair     string; from input by property name", lines);
        Assert.Contains("    The pair, such as btc_twd.", lines);
        Assert.Contains("-Side      Side; one of: Buy, Sell", Usage<TestEverythingCommand>().Split('\n'));
        Assert.Contains("-Secret    SecureString; env:NAME or prompt", Usage<TestEverythingCommand>().Split('\n'));
        Assert.Contains("-Type     string; one of: limit, market", Usage<TestRulesCommand>().Split('\n'));
    }

    [Fact]
    public void A_cmdlet_without_parameters_has_one_line() =>
        Assert.Equal("Get-Oddity [<CommonParameters>]\n", Usage<CatalogTests.OddlyNamed>());
}
