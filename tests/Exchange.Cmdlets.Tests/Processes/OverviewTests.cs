using Exchange.Cmdlets.Tests.Help;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Processes;

/// <summary>What <c>exchange</c> says of itself.</summary>
public sealed class OverviewTests : IDisposable
{
    private readonly ProcessHarness _shell = new();

    [Fact]
    public async Task List_names_every_cmdlet()
    {
        var end = await _shell.RunAsync("list");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        // With help beside it the names stand in groups, and behind each is what it does.
        var words = end.Lines.Select(line => line.Trim().Split(' ')[0]);
        var names = HelpPages.Catalog.Names;
        Assert.NotEmpty(names);
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            words.Where(word => names.Contains(word, StringComparer.Ordinal)).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("help Invoke-BitoProOrder")]
    [InlineData("help invoke-bitoproorder")]
    [InlineData("Invoke-BitoProOrder --help")]
    [InlineData("Invoke-BitoProOrder -?")]
    public async Task Help_shows_the_parameters_of_a_cmdlet(string line)
    {
        var end = await _shell.RunAsync(line);

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.StartsWith("Invoke-BitoProOrder [-Pair] <", end.Lines[0], StringComparison.Ordinal);
        Assert.Contains("TimeInForce", end.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("--help")]
    [InlineData("")]
    public async Task Help_alone_shows_the_way(string line)
    {
        var end = await _shell.RunAsync(line);

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Contains("Exit codes: 0 done, 1 failed", end.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("--version")]
    public async Task Version_is_one_line(string line)
    {
        Assert.Matches(@"^exchange \d+\.\d+\.\d+$", Assert.Single((await _shell.RunAsync(line)).Lines));
    }

    [Theory]
    [InlineData("Get-BitoProTickers")]
    [InlineData("help Get-BitoProTikcer")]
    [InlineData("get-bitoproticke btc_twd")]
    public async Task An_unknown_cmdlet_is_2_with_a_suggestion(string line)
    {
        var end = await _shell.RunAsync(line);

        Assert.Equal((2, ""), (end.ExitCode, end.Output));
        Assert.Contains("Get-BitoProTicker", end.Error, StringComparison.Ordinal);
        Assert.Contains("Exchange.UnknownCmdlet", end.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _shell.Dispose();
}
