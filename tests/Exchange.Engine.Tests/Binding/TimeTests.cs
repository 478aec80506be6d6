using Exchange.Engine.Binding;
using Exchange.Engine.Tests.Samples;

namespace Exchange.Engine.Tests.Binding;

public sealed class TimeTests
{
    private static readonly TimeZoneInfo Taipei = TimeZoneInfo.CreateCustomTimeZone(
        "t",
        TimeSpan.FromHours(8),
        "t",
        "t"
    );

    private static CmdletRun Run(string parameter, string text, TimeZoneInfo? zone = null) =>
        Engine.Run<TestEverythingCommand>(
            new EngineHost { Clock = new ZonedClock(zone ?? Taipei) },
            $"-{parameter}:{text}"
        );

    private static DateTimeOffset Since(string text) => Engine.One<TestEverythingCommand>(Run("Since", text)).Since;

    [Theory]
    [InlineData("2026-03-01T09:30:00Z", 9, 0)]
    [InlineData("2026-03-01T09:30:00z", 9, 0)]
    [InlineData("2026-03-01T09:30Z", 9, 0)]
    [InlineData("2026-03-01T09:30:00.0000000-05:00", 9, -5)]
    [InlineData("2026-03-01 09:30:00+08:00", 9, 8)]
    public void A_time_with_an_offset_keeps_it(string text, int hour, int offset) =>
        Assert.Equal(new DateTimeOffset(2026, 3, 1, hour, 30, 0, TimeSpan.FromHours(offset)), Since(text));

    [Theory]
    [InlineData("2026-03-01", 0, 0)]
    [InlineData("2026-03-01T09:30", 9, 30)]
    [InlineData("2026-03-01 09:30:00", 9, 30)]
    public void A_time_without_an_offset_is_local_to_the_hosts_clock(string text, int hour, int minute)
    {
        var expected = new DateTimeOffset(2026, 3, 1, hour, minute, 0, TimeSpan.FromHours(8));
        Assert.Equal(expected, Since(text));
        Assert.Equal(expected.Offset, Since(text).Offset);
    }

    [Theory]
    [InlineData("1700000000")]
    [InlineData("1700000000000")]
    [InlineData("20260301")]
    [InlineData("2026")]
    [InlineData("1.5")]
    public void A_bare_number_is_no_time(string text)
    {
        var error = Engine.BindingError(Run("Since", text));
        Assert.Equal("Since", error.ParameterName);
        Assert.Contains("bare number", error.Message, StringComparison.Ordinal);
        Assert.Contains("ISO 8601", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("01/03/2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-02-30T00:00")]
    [InlineData("")]
    [InlineData("09:30")]
    public void Other_text_is_no_time(string text) =>
        Assert.Contains(
            "ISO 8601",
            Engine.BindingError(Engine.Run<TestEverythingCommand>("-Since", text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_time_that_the_clocks_skip_is_refused()
    {
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 29),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 25)
        );
        var zone = TimeZoneInfo.CreateCustomTimeZone("z", TimeSpan.FromHours(1), "z", "z", "z", [rule]);
        Assert.Contains(
            "offset",
            Engine.BindingError(Run("Since", "2026-03-29T02:30", zone)).Message,
            StringComparison.Ordinal
        );
        Assert.Null(Run("Since", "2026-03-29T03:30", zone).TerminatingError);
    }

    [Fact]
    public void A_DateTime_is_on_the_hosts_clock()
    {
        var day = Engine.One<TestEverythingCommand>(Run("Day", "2026-03-01T00:00Z")).Day;
        Assert.Equal(new DateTime(2026, 3, 1, 8, 0, 0), day);
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var splat = new CmdletRunner(new EngineHost { Clock = new ZonedClock(Taipei) }).Run(
            typeof(TestEverythingCommand),
            ("Day", noon)
        );
        Assert.Equal(new DateTime(2026, 3, 1, 20, 0, 0), Engine.One<TestEverythingCommand>(splat).Day);
        Assert.Equal(BindingErrorIds.CannotConvertArgument, Engine.BindingError(Run("Day", "1700000000")).ErrorId);
    }

    private sealed class ZonedClock(TimeZoneInfo zone) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => zone;
    }
}
