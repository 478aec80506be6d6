using Exchange.Charts;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.Charts;

/// <summary>Candles in a terminal.</summary>
public sealed class CandlestickChartTests
{
    private static readonly CandlestickSeries Five = ChartSamples.Hourly(
        "100 104 99 103 5",
        "103 106 102 105 8",
        "105 105 100 101 2",
        "101 103 97 98 16",
        "98 100 98 100 4"
    );

    [Fact]
    public void Candles_stand_beside_round_prices_and_above_their_times() =>
        Screen.Shows(
            """
            btc_twd  1h  last 100  change 0 %  high 106
                │     │
            105 ┤ ╷  ███ ░░░
                │▄▄▄ ███ ░░░  ╷
                │███  │  ░░░  │
                │███     ░░░ ░░░
            100 ┤▀▀▀      ╵  ░░░ ███
                │ ╵          ░░░ ███
                │             │
             16 ┤            ███
                │▅▅▅ ███ ▂▂▂ ███ ▄▄▄
                 03-01 21:00    03-02
            """,
            Draw(Five, 50, 10)
        );

    [Fact]
    public void A_blank_stands_between_candles_while_there_is_room() =>
        Screen.Shows(
            """
            btc_twd  1h
            105 ┤  ▄ ░
                ││ █ ░
                │█ ▀ ░ │
            100 ┤█   ░ ░ ▄
                ││     ░ █
                │      ░ ▀
                 2026-03-01
            """,
            Draw(Five, 20, 6)
        );

    [Fact]
    public void A_single_candle_is_a_chart() =>
        Screen.Shows(
            """
            btc_twd  1h  last 103  change +3 %  high 104  low 99
                │ │
                │███
                │███
            100 ┤███
                │ │
                 2026-03-01 20:00
            """,
            Draw(ChartSamples.Hourly("100 104 99 103 5"), 60, 5)
        );

    [Fact]
    public void A_price_that_never_moves_is_one_line_in_the_middle() =>
        Screen.Shows(
            """
            btc_twd  1h  last 100  change 0 %  high 100
                │
                │
            100 ┤▀▀▀ ▀▀▀ ▀▀▀
                │
                │
                 2026-03-01 20:00
            """,
            Draw(ChartSamples.Hourly("100 100 100 100 0", "100 100 100 100 0", "100 100 100 100 0"), 50, 5)
        );

    [Fact]
    public void The_newest_candles_are_kept_and_the_legend_speaks_of_these()
    {
        var rising = ChartSamples.Hourly([.. Enumerable.Range(1, 100).Select(n => $"{n} {n} {n} {n} 1")]);

        var lines = Draw(rising, 50, 5);

        // 5 columns of axis leave 45 candles: 56 to 100.
        Assert.Equal("btc_twd  1h  last 100  change +78.57 %  high 100", lines[0]);
        Assert.DoesNotContain(lines, line => line.StartsWith(" 50", StringComparison.Ordinal));
    }

    [Fact]
    public void Spaced_candles_are_at_most_one_in_two_columns()
    {
        var many = ChartSamples.Hourly([.. Enumerable.Range(1, 100).Select(n => $"{n} {n} {n} {n} 1")]);

        var lines = CandlestickChart.Lines(many, Options(50, 5) with { Spaced = true });

        Assert.Contains("change +26.58 %", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Candles_without_trades_are_counted()
    {
        var full = ChartSamples.Hourly("1 1 1 1 1", "1 1 1 1 1", "1 1 1 1 1", "1 1 1 1 1");
        var gaps = full with { Candles = [full.Candles[0], full.Candles[3]] };

        Assert.Contains("2 without trades left out", Draw(gaps, 120, 5)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_tell_rising_from_falling_and_end_with_the_line()
    {
        var lines = CandlestickChart.Lines(Five, Options(50, 10) with { Colour = true });

        Assert.Contains(lines, line => line.Contains("\u001b[32m", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\u001b[31m", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotMatch("\u001b\\[[1-9][0-9]*m[^\u001b]*$", line));
        Assert.DoesNotContain(lines, line => line.Contains('░'));
    }

    [Fact]
    public void Without_candles_it_says_so() => Assert.Equal(["(no candles)"], Draw(ChartSamples.Hourly(), 40, 10));

    [Fact]
    public void No_line_is_wider_than_the_terminal_and_the_height_is_as_asked_for() =>
        Always.Holds(
            from series in ChartSamples.AnySeries
            from width in Gen.Choose(20, 200)
            from height in Gen.Choose(4, 40)
            from colour in Gen.Elements(true, false)
            from spaced in Gen.Elements(true, false)
            select (series, Options(width, height) with { Colour = colour, Spaced = spaced }),
            drawn =>
            {
                var (series, options) = drawn;
                var lines = CandlestickChart.Lines(series, options);
                Assert.All(lines, line => Assert.InRange(Screen.Columns(line), 0, options.Width));
                Assert.Equal(series.Candles.Count == 0 ? 1 : options.Height + 2, lines.Count);
            },
            tests: 500
        );

    [Fact]
    public void Every_candle_is_seen()
    {
        Always.Holds(
            ChartSamples.AnySeries.Where(series => series.Candles.Count > 0),
            series =>
            {
                var lines = CandlestickChart.Lines(series, Options(300, 12) with { Volume = false });
                var plot = lines.Skip(1).SkipLast(1).Select(line => line[(line.IndexOfAny(['┤', '│']) + 1)..]).ToList();
                var slot = CandleSlot.For(300 - (lines[1].IndexOfAny(['┤', '│']) + 1), series.Candles.Count);
                for (var i = 0; i < series.Candles.Count; i++)
                {
                    var column = slot.CentreOf(i);
                    Assert.Contains(plot, line => line.Length > column && line[column] != ' ');
                }
            }
        );
    }

    private static IReadOnlyList<string> Draw(CandlestickSeries series, int width, int height) =>
        CandlestickChart.Lines(series, Options(width, height));

    private static CandlestickChartOptions Options(int width, int height) => new() { Width = width, Height = height };
}
