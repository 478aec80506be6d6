using Exchange.Charts;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.Charts;

/// <summary>Round prices and round times.</summary>
public sealed class TickTests
{
    [Theory]
    [InlineData("97", "106", 3, "100 105")]
    [InlineData("2580297", "2672107", 4, "2600000 2620000 2640000 2660000")]
    [InlineData("0.035012", "0.03722", 5, "0.0355 0.0360 0.0365 0.0370")]
    [InlineData("0.00000001", "0.00000003", 5, "0.000000010 0.000000015 0.000000020 0.000000025 0.000000030")]
    [InlineData(
        "1000000000000",
        "1000000000000.00000002",
        3,
        "1000000000000.00000000 1000000000000.00000001 1000000000000.00000002"
    )]
    [InlineData("0", "1000000000000", 6, "0 200000000000 400000000000 600000000000 800000000000 1000000000000")]
    [InlineData("42.5", "42.5", 5, "42.5")]
    public void Prices_are_multiples_of_one_two_or_five(string low, string high, int most, string labels)
    {
        var ticks = RoundTicks.Between(Number(low), Number(high), most);

        Assert.Equal(labels, string.Join(' ', ticks.Values.Select(ticks.Label)));
    }

    [Fact]
    public void Ticks_lie_within_their_axis_and_no_two_have_one_label() =>
        Always.Holds(
            from series in ChartSamples.AnySeries
            from most in Gen.Choose(1, 12)
            where series.Candles.Count > 0
            select (series.Low, series.High, most),
            axis =>
            {
                var (low, high, most) = axis;
                var ticks = RoundTicks.Between(low, high, most);
                Assert.InRange(ticks.Values.Count, 1, most);
                Assert.All(ticks.Values, value => Assert.InRange(value, low, high));
                Assert.Equal(
                    ticks.Values.Count,
                    ticks.Values.Select(ticks.Label).Distinct(StringComparer.Ordinal).Count()
                );
            },
            tests: 1000
        );

    [Theory]
    [InlineData(60, 12, "03-01 21:00|03-02|03:00|06:00")]
    [InlineData(60, 100, "2026-03-02|03-03|03-04|03-05")]
    [InlineData(1440, 30, "2026-03-02|03-16|03-23|03-30")]
    [InlineData(43200, 27, "2026-07|2027-01|2027-07|2028-01")]
    public void Times_are_as_fine_as_fits_and_say_the_date_where_it_is_new(int minutes, int candles, string labels)
    {
        var times = Enumerable.Range(0, candles).Select(i => ChartSamples.Start.DateTime.AddMinutes(i * minutes));

        var ticks = TimeTicks.For([.. times], ticks => ticks.Count <= 4);

        Assert.Equal(labels, string.Join('|', ticks.Select(tick => tick.Label)));
    }

    [Fact]
    public void Where_nothing_fits_there_are_no_times() =>
        Assert.Empty(TimeTicks.For([ChartSamples.Start.DateTime], _ => false));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.00001234567", "0.0000123")]
    [InlineData("12.3456", "12.3")]
    [InlineData("999.4", "999")]
    [InlineData("1234.5", "1.23k")]
    [InlineData("1000000000000000", "1000T")]
    public void Amounts_on_an_axis_have_three_digits(string amount, string label) =>
        Assert.Equal(label, ShortAmount.Of(Number(amount)));

    private static decimal Number(string text) =>
        ExactDecimal.TryParse(text, out var value) ? value : throw new ArgumentException(text, nameof(text));
}
