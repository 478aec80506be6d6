using System.Xml.Linq;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Charts;

/// <summary><c>Show-BitoProCandlestick</c>: what it asks for and what it draws.</summary>
public sealed class ShowCandlestickTests : IDisposable
{
    private readonly CmdletHarness _session = new();
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_first_line_is_the_legend_and_the_last_the_times()
    {
        var lines = (
            await _session.RunAsync("Show-BitoProCandlestick btc_twd 1h -Width 100 -Height 12")
        ).Done<string>();

        Assert.Equal(14, lines.Count);
        Assert.Matches(@"^btc_twd  1h  last [0-9.]+  change [+-]?[0-9.]+ %  high [0-9.]+  low [0-9.]+", lines[0]);
        Assert.Matches(@"^ +([0-9-]{5} )?[0-9:-]{5}( +([0-9-]{5} )?[0-9:-]{5}){2,}$", lines[^1]);
    }

    [Fact]
    public async Task Count_asks_for_so_many_candles_back_from_the_last_moment()
    {
        (await _session.RunAsync("Show-BitoProCandlestick btc_twd 1h -Count 10 -To 2026-03-01T00:00:00Z")).Done();

        var to = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.EndsWith(
            $"from={to.AddHours(-10).ToUnixTimeSeconds()}&to={to.ToUnixTimeSeconds()}",
            Assert.Single(_session.Requests).Path,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_holds_every_candle_once_and_is_emitted()
    {
        var path = _folder["chart.svg"];

        var file = (
            await _session.RunAsync($"Show-BitoProCandlestick btc_twd 1h -Count 24 -Path {path}")
        ).DoneWithOne<FileInfo>();

        Assert.Equal((path, true), (file.FullName, file.Exists));
        var candles = XDocument
            .Load(path)
            .Root!.Elements()
            .Count(e => e.Attribute("class")?.Value.StartsWith("candle", StringComparison.Ordinal) == true);
        Assert.InRange(candles, 20, 24);
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_file_that_exists_is_replaced_only_by_force()
    {
        var path = _folder["chart.svg"];
        await File.WriteAllTextAsync(path, "mine", TestContext.Current.CancellationToken);

        (await _session.RunAsync($"Show-BitoProCandlestick btc_twd -Path {path}")).Failed("Exchange.FileExists");
        Assert.Equal("mine", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Empty(_session.Requests);

        (await _session.RunAsync($"Show-BitoProCandlestick btc_twd -Path {path} -Force")).Done();
        Assert.StartsWith(
            "<?xml",
            await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("chart.png", "Exchange.InvalidPicturePath")]
    [InlineData(".svg", "Exchange.InvalidPicturePath")]
    [InlineData("nowhere/chart.svg", "Exchange.FolderNotFound")]
    public async Task A_path_is_checked_before_anything_is_asked_for(string name, string error)
    {
        (await _session.RunAsync($"Show-BitoProCandlestick btc_twd -Path {_folder[name]}")).Failed(error);

        Assert.Empty(_session.Requests);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task WhatIf_asks_for_nothing_and_writes_nothing()
    {
        (await _session.RunAsync($"Show-BitoProCandlestick btc_twd -Path {_folder["chart.svg"]} -WhatIf")).Done();

        Assert.Empty(_session.Requests);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
