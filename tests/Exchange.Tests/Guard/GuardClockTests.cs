using Exchange.Guard;
using Exchange.Testing;

namespace Exchange.Tests.Guard;

/// <summary>For the guard, time never runs back while a process lives.</summary>
public sealed class GuardClockTests
{
    private readonly ManualClock _truth = new();
    private readonly SteppedClock _machine;
    private readonly GuardClock _clock;
    private readonly List<string> _warnings = [];

    public GuardClockTests()
    {
        _machine = new SteppedClock(_truth);
        _clock = new GuardClock(_machine);
    }

    [Fact]
    public void It_is_the_clocks_time_also_when_that_is_set_forward()
    {
        _truth.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(_truth.GetUtcNow(), _clock.Now(_warnings.Add));
        _machine.Step(TimeSpan.FromHours(1));
        Assert.Equal(_truth.GetUtcNow().AddHours(1), _clock.Now(_warnings.Add));
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_clock_that_is_set_back_does_not_set_it_back_and_a_warning_says_so()
    {
        _machine.Step(TimeSpan.FromHours(-1));
        _truth.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(_truth.GetUtcNow(), _clock.Now(_warnings.Add));
        Assert.Contains("set back by 3600 s", Assert.Single(_warnings), StringComparison.Ordinal);
        _machine.Correct();
        Assert.Equal(_truth.GetUtcNow(), _clock.Now(_warnings.Add));
        Assert.Single(_warnings);
    }

    [Fact]
    public void A_little_is_let_pass()
    {
        _machine.Step(TimeSpan.FromSeconds(-60));

        Assert.Equal(_truth.GetUtcNow().AddSeconds(-60), _clock.Now(_warnings.Add));
        Assert.Empty(_warnings);
    }
}
