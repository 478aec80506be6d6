using System.Globalization;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Market;

/// <summary>T4 as objects and as a chart.</summary>
public sealed class CandlestickTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task Without_a_range_the_last_hundred_hours_come()
    {
        var candles = (await _session.RunAsync("Get-BitoProCandlestick btc_twd")).Done<BitoProCandlestick>();

        Assert.InRange(candles.Count, 90, 101);
        Assert.All(candles, candle => Assert.Equal(("btc_twd", "1h"), (candle.Pair, candle.Resolution)));
        Assert.All(candles, candle => Assert.True(candle.Low <= candle.Open && candle.High >= candle.Close));
    }

    [Fact]
    public async Task Resolution_is_the_second_position_and_its_case_matters()
    {
        var minutes = (await _session.RunAsync("Get-BitoProCandlestick btc_twd 1m")).Done<BitoProCandlestick>();
        var months = (await _session.RunAsync("Get-BitoProCandlestick btc_twd 1M")).Done<BitoProCandlestick>();

        Assert.Contains("resolution=1m&", _session.Requests[0].Path, StringComparison.Ordinal);
        Assert.Contains("resolution=1M&", _session.Requests[1].Path, StringComparison.Ordinal);
        Assert.True(minutes[^1].Time - minutes[0].Time < TimeSpan.FromHours(2));
        Assert.True(months[^1].Time - months[0].Time > TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task A_range_is_sent_in_whole_seconds()
    {
        var line = "Get-BitoProCandlestick btc_twd -From 2026-03-01T00:00:00.999Z -To 2026-03-01T06:00:00Z";
        var candles = (await _session.RunAsync(line)).Done<BitoProCandlestick>();

        var from = Instant("2026-03-01T00:00:00Z");
        Assert.EndsWith(
            $"from={from.ToUnixTimeSeconds()}&to={from.AddHours(6).ToUnixTimeSeconds()}",
            Assert.Single(_session.Requests).Path,
            StringComparison.Ordinal
        );
        Assert.All(candles, candle => Assert.InRange(candle.Time!.Value, from, from.AddHours(6)));
    }

    [Fact]
    public async Task Minutes_that_are_only_partly_kept_come_with_a_warning()
    {
        var run = await _session.RunAsync("Get-BitoProCandlestick btc_twd 5m -From 2025-03-01Z -To 2025-03-03Z");

        run.Done();
        Assert.Contains("365 days", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Show-BitoProCandlestick btc_twd", 79)]
    [InlineData("Show-BitoProCandlestick btc_twd 15m -Width 40 -Height 6", 40)]
    [InlineData("Show-BitoProCandlestick eth_btc 1d -Width 20 -Height 4", 20)]
    [InlineData("Show-BitoProCandlestick bito_twd 1M -Width 500 -Height 100", 500)]
    public async Task A_chart_fits_its_width_and_has_no_escape_codes_without_a_terminal(string line, int width)
    {
        var lines = (await _session.RunAsync(line)).Done<string>();

        Assert.All(lines, text => Assert.True(Columns(text) <= width, $"{Columns(text)} columns: {text}"));
        Assert.All(lines, text => Assert.DoesNotContain('\u001b', text));
        Assert.StartsWith(line.Split(' ')[1], lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_is_as_high_as_asked_for()
    {
        var lines = (await _session.RunAsync("Show-BitoProCandlestick btc_twd -Height 10")).Done<string>();

        Assert.Equal(1 + 10 + 1, lines.Count);
    }

    [Theory]
    [InlineData("-Width 19")]
    [InlineData("-Width 501")]
    [InlineData("-Height 3")]
    public async Task A_chart_has_sensible_measures(string measure)
    {
        (await _session.RunAsync($"Show-BitoProCandlestick btc_twd {measure}")).Refused(
            "ParameterArgumentValidationError"
        );
        Assert.Empty(_session.Requests);
    }

    public void Dispose() => _session.Dispose();

    private static int Columns(string line) => StringInfo.ParseCombiningCharacters(line).Length;

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
