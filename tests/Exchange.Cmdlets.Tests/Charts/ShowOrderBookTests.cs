using System.Xml.Linq;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Charts;

/// <summary><c>Show-BitoProOrderBook</c>: a ladder, or a file.</summary>
public sealed class ShowOrderBookTests : IDisposable
{
    private readonly CmdletHarness _session = new();
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Show-BitoProOrderBook btc_twd", 79, 23)]
    [InlineData("Show-BitoProOrderBook btc_twd 5 -Width 40", 40, 13)]
    [InlineData("Show-BitoProOrderBook eth_btc -Limit 1 -Width 20", 20, 5)]
    [InlineData("Show-BitoProOrderBook bito_twd 50 -Width 500", 500, 103)]
    public async Task A_ladder_fits_its_width_and_has_a_line_a_level(string line, int width, int lines)
    {
        var ladder = (await _session.RunAsync(line)).Done<string>();

        Assert.Equal(lines, ladder.Count);
        Assert.All(ladder, text => Assert.InRange(text.Length, 1, width));
        Assert.All(ladder, text => Assert.DoesNotContain('\u001b', text));
        Assert.StartsWith("── spread ", ladder[2 + ((lines - 3) / 2)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_holds_every_level_once()
    {
        var path = _folder["depth.svg"];

        var run = await _session.RunAsync($"Show-BitoProOrderBook btc_twd 20 -Path {path}");

        Assert.Equal(path, run.DoneWithOne<FileInfo>().FullName);
        Assert.Equal(40, XDocument.Load(path).Root!.Elements().Count(e => e.Attribute("class")?.Value == "level"));
    }

    [Fact]
    public async Task A_depth_that_the_service_does_not_have_is_refused()
    {
        (await _session.RunAsync("Show-BitoProOrderBook btc_twd 7")).Failed("BitoPro.LimitOutOfRange");

        Assert.Empty(_session.Requests);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
