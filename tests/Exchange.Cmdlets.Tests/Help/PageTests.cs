using Exchange.Cmdlets.Tests.Support;
using Exchange.Help;

namespace Exchange.Cmdlets.Tests.Help;

/// <summary>The pages of <c>docs/en-US</c>, and what the tool that keeps them finds wrong with a page.</summary>
public sealed class PageTests : IDisposable
{
    private const string Name = "Get-BitoProTicker";

    private readonly TemporaryFolder _docs = new();

    [Fact]
    public void The_pages_have_no_faults() => Assert.Empty(HelpProgram.Faults(HelpPages.Folder));

    [Fact]
    public void Bringing_a_page_that_is_true_up_to_date_changes_no_letter()
    {
        foreach (var cmdlet in HelpPages.Catalog.Cmdlets.Where(cmdlet => File.Exists(PathOf(cmdlet.Name))))
        {
            var text = HelpPages.Text(cmdlet.Name);
            Assert.Equal(text, PageUpdate.Of(text, cmdlet));
        }
    }

    [Fact]
    public void Facts_that_are_out_of_date_are_reported_and_mended_around_the_prose()
    {
        var page = HelpPages.Text(Name);
        var old = page.Replace("Type: string[]", "Type: int", StringComparison.Ordinal)
            .Replace("[[-Pair] <string[]>]", "[-Pair]", StringComparison.Ordinal);

        Assert.Contains("run ./build.sh docs", FaultOf(old), StringComparison.Ordinal);
        Assert.Equal(page, PageUpdate.Of(old, HelpPages.Cmdlet(Name)));
    }

    [Fact]
    public void A_parameter_that_the_page_lacks_is_reported_and_put_in_its_place()
    {
        var page = HelpPages.Text(Name);
        var start = page.IndexOf("### -Pair", StringComparison.Ordinal);
        var lacking = page.Remove(start, page.IndexOf("### CommonParameters", StringComparison.Ordinal) - start);

        Assert.Contains("run ./build.sh docs", FaultOf(lacking), StringComparison.Ordinal);
        var mended = PageUpdate.Of(lacking, HelpPages.Cmdlet(Name));
        Assert.Equal(start, mended.IndexOf("### -Pair", StringComparison.Ordinal));
    }

    [Fact]
    public void A_parameter_that_the_cmdlet_lost_is_reported()
    {
        var page = HelpPages
            .Text(Name)
            .Replace(
                "### CommonParameters",
                "### -Gone\n\nWhat was.\n\n### CommonParameters",
                StringComparison.Ordinal
            );

        Assert.Contains("describes -Gone", FaultOf(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("area: BitoPro market", "area: Somewhere", "its area is 'Somewhere'")]
    [InlineData("btc_twd, eth_twd\n```", "btc_twd -Coin eth\n```", "has no parameter -Coin")]
    [InlineData("(Get-BitoProOrderBook.md)", "(Get-BitoProBook.md)", "there is no Get-BitoProBook.md")]
    [InlineData("## INPUTS", "## TAKES", "## INPUTS is missing")]
    [InlineData("Get-BitoProTicker btc_twd, eth_twd", "Get-Date", "does not use Get-BitoProTicker")]
    public void What_else_is_wrong_is_reported(string right, string wrong, string fault)
    {
        var page = HelpPages.Text(Name);
        Assert.Contains(right, page, StringComparison.Ordinal);

        Assert.Contains(fault, FaultOf(page.Replace(right, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_no_cmdlet_is_reported()
    {
        File.WriteAllText(_docs["Get-BitoProNothing.md"], "# Get-BitoProNothing\n");

        Assert.Contains(
            HelpProgram.Faults(_docs.Path),
            fault => fault.EndsWith("there is no such cmdlet", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_new_page_has_every_parameter_and_waits_for_its_prose()
    {
        var cmdlet = HelpPages.Cmdlet("Invoke-BitoProOrder");
        var page = PageUpdate.Of(null, cmdlet);

        Assert.All(
            ParameterFacts.Of(cmdlet),
            facts => Assert.Contains($"### -{facts.Name}\n", page, StringComparison.Ordinal)
        );
        Assert.Equal(page, PageUpdate.Of(page, cmdlet));
        Assert.Contains("0 examples", FaultOf(page, "Invoke-BitoProOrder"), StringComparison.Ordinal);
    }

    public void Dispose() => _docs.Dispose();

    // The faults of one page; its links may go to the pages of the repository.
    private string FaultOf(string page, string name = Name)
    {
        foreach (var file in Directory.GetFiles(HelpPages.Folder))
        {
            File.Copy(file, _docs[Path.GetFileName(file)]);
        }
        File.WriteAllText(_docs[name + ".md"], page);
        return string.Join('\n', HelpProgram.Faults(_docs.Path));
    }

    private static string PathOf(string cmdlet) => Path.Combine(HelpPages.Folder, cmdlet + ".md");
}
