using Exchange.BitoPro;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.BitoPro.Rules;

/// <summary>bitopro.md section 4: start before end, at most 90 days, both bounds or none.</summary>
public sealed class HistoryWindowTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000);

    [Fact]
    public void Ninety_days_are_allowed_and_a_millisecond_more_is_not()
    {
        HistoryWindow.For(Now.AddDays(-90), Now, Now);

        Caught.Error("BitoPro.TimeWindow", () => HistoryWindow.For(Now.AddDays(-90).AddMilliseconds(-1), Now, Now));
    }

    [Fact]
    public void A_millisecond_is_a_window_and_less_is_none()
    {
        HistoryWindow.For(Now, Now.AddMilliseconds(1), Now);

        Caught.Error("BitoPro.TimeWindow", () => HistoryWindow.For(Now, Now.AddTicks(9_999), Now));
    }

    [Fact]
    public void No_bound_sends_none()
    {
        Assert.Equal(default, HistoryWindow.For(null, null, Now));
        Assert.Empty(Query(HistoryWindow.For(null, null, Now)));
    }

    [Fact]
    public void One_bound_sends_both()
    {
        Assert.Equal(
            new HistoryWindow(Now.AddDays(-100), Now.AddDays(-10)),
            HistoryWindow.For(Now.AddDays(-100), null, Now)
        );
        Assert.Equal(new HistoryWindow(Now.AddDays(-5), Now), HistoryWindow.For(Now.AddDays(-5), null, Now));
        Assert.Equal(
            new HistoryWindow(Now.AddDays(-95), Now.AddDays(-5)),
            HistoryWindow.For(null, Now.AddDays(-5), Now)
        );
    }

    [Fact]
    public void Bounds_are_sent_as_milliseconds() =>
        Assert.Equal(
            "startTimestamp=1699999999000 endTimestamp=1700000000000",
            string.Join(' ', Query(HistoryWindow.For(Now.AddSeconds(-1), Now, Now)))
        );

    [Fact]
    public void A_window_that_begins_before_the_last_90_days_is_noticed()
    {
        Assert.False(HistoryWindow.For(Now.AddDays(-90), Now, Now).ReachesPastKept(Now));
        Assert.True(HistoryWindow.For(Now.AddDays(-91), Now.AddDays(-2), Now).ReachesPastKept(Now));
        Assert.False(HistoryWindow.For(null, null, Now).ReachesPastKept(Now));
    }

    [Fact]
    public void Whatever_is_asked_the_window_is_valid_or_refused() =>
        Always.Holds(
            from start in AnyTime
            from end in AnyTime
            from giveStart in Gen.Elements(true, false)
            from giveEnd in Gen.Elements(true, false)
            select (Start: giveStart ? start : (DateTimeOffset?)null, End: giveEnd ? end : (DateTimeOffset?)null),
            asked =>
            {
                try
                {
                    var window = HistoryWindow.For(asked.Start, asked.End, Now);
                    var length = window.End?.ToUnixTimeMilliseconds() - window.Start?.ToUnixTimeMilliseconds();
                    Assert.True(length is null or (> 0 and <= 7_776_000_000));
                }
                catch (ExchangeException refused)
                {
                    Assert.Equal("BitoPro.TimeWindow", refused.ErrorId);
                }
            },
            tests: 500
        );

    private static FsCheck.Gen<DateTimeOffset> AnyTime =>
        Gen.OneOf(
            Gen.Elements(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, DateTimeOffset.UnixEpoch, Now),
            Gen.Choose(-8_000_000, 8_000_000).Select(seconds => Now.AddSeconds(seconds)),
            Gen.Choose(-20, 20).Select(ticks => Now.AddTicks(ticks * 1000))
        );

    private static List<string> Query(HistoryWindow window)
    {
        var query = new List<KeyValuePair<string, string>>();
        window.AddTo(query);
        return [.. query.Select(pair => $"{pair.Key}={pair.Value}")];
    }
}
