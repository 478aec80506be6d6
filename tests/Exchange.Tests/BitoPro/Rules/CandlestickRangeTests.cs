using Exchange.BitoPro;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro.Rules;

/// <summary>The range of T4: seconds, 365 days for 1m and 5m.</summary>
public sealed class CandlestickRangeTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);
    private static readonly DateTimeOffset Edge = Now.AddDays(-365);

    [Theory]
    [InlineData("1m")]
    [InlineData("5m")]
    public void Minute_candles_reach_back_365_days(string resolution)
    {
        Assert.Null(CandlestickRange.Check(resolution, Edge, Now, Now));
        Assert.Contains(
            "365 days",
            CandlestickRange.Check(resolution, Edge.AddSeconds(-1), Edge, Now),
            StringComparison.Ordinal
        );
        Caught.Error(
            "BitoPro.CandleHistoryLimit",
            () => CandlestickRange.Check(resolution, Edge.AddDays(-1), Edge.AddMilliseconds(-1), Now)
        );
    }

    [Theory]
    [InlineData("15m")]
    [InlineData("1M")]
    public void Coarser_candles_reach_back_for_ever(string resolution) =>
        Assert.Null(CandlestickRange.Check(resolution, Now.AddYears(-20), Now.AddYears(-19), Now));

    [Fact]
    public void A_range_is_a_second_at_least()
    {
        Assert.Null(CandlestickRange.Check("1h", Now, Now.AddSeconds(1), Now));
        Caught.Error(
            "BitoPro.InvalidTimeRange",
            () => CandlestickRange.Check("1h", Now, Now.AddMilliseconds(999), Now)
        );
    }

    [Fact]
    public async Task Times_are_sent_as_whole_seconds_rounded_down_and_a_partial_range_is_warned_of()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"data":[]}"""));

        await bench.Client.GetCandlesticksAsync(
            "btc_twd",
            "1m",
            Edge.AddSeconds(-1).AddMilliseconds(999),
            Now.AddMilliseconds(-1),
            BitoProBench.Cancel
        );

        Assert.Equal("resolution=1m&from=1668463999&to=1699999999", bench.Server.Requests[0].Query);
        Assert.Single(bench.Warnings);
    }

    [Fact]
    public void Every_documented_resolution_is_known_with_its_case()
    {
        string[] documented = ["1m", "5m", "15m", "30m", "1h", "3h", "4h", "6h", "12h", "1d", "1w", "1M"];

        Assert.Equal(documented, BitoProRules.Resolutions);
    }
}
