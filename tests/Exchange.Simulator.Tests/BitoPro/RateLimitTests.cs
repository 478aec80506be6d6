using Exchange.Simulator.BitoPro.Limits;
using Exchange.Simulator.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Simulator.Tests.BitoPro;

public sealed class RateLimitTests
{
    [Fact]
    public async Task The_sixth_look_at_open_orders_within_a_second_is_429_and_a_second_later_it_is_not()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(200, (await trader.Ask("/orders/open")).Status);
        }

        var refused = await trader.Ask("/orders/open");
        simulator.Clock.Advance(TimeSpan.FromMilliseconds(999));
        var early = await trader.Ask("/orders/open");
        simulator.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var late = await trader.Ask("/orders/open");

        Assert.Equal((429, 429, 200), (refused.Status, early.Status, late.Status));
        Assert.Equal("Too many requests", refused.Error);
        Assert.Null(refused.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("/tickers/btc_twd", 600, false)]
    [InlineData("/accounts/balance", 600, true)]
    public async Task Six_hundred_a_minute_pass(string path, int allowed, bool isPrivate)
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        for (var i = 0; i < allowed; i++)
        {
            Assert.Equal(200, (await Call()).Status);
        }
        Assert.Equal(429, (await Call()).Status);
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await Call()).Status);

        Task<Answer> Call() => isPrivate ? trader.Ask(path) : trader.Look(path);
    }

    [Fact]
    public async Task Keys_have_windows_of_their_own()
    {
        await using var simulator = Venue.Open();
        using var first = new Trader(simulator);
        using var second = new Trader(simulator, Venue.Second);
        Assert.Equal(200, (await first.Delete("/orders/all")).Status);

        Assert.Equal(429, (await first.Delete("/orders/btc_twd")).Status);
        Assert.Equal(200, (await second.Delete("/orders/all")).Status);
    }

    [Fact]
    public async Task Without_rate_limits_nothing_is_refused()
    {
        await using var simulator = ExchangeSimulator.Start(Venue.Options with { RateLimits = false });
        using var trader = new Trader(simulator);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(200, (await trader.Ask("/orders/open")).Status);
        }
    }

    [Fact]
    public void No_window_ever_lets_more_through_than_its_count() =>
        Prop.ForAll(
                Gen.Choose(0, 400).ArrayOf().ToArbitrary(),
                gaps =>
                {
                    var window = new SlidingWindow(RateLimit.OpenOrders);
                    var passed = new List<long>();
                    var now = 0L;
                    foreach (var gap in gaps)
                    {
                        now += gap;
                        var isFree = passed.Count(time => time > now - 1000) < 5;
                        Assert.Equal(isFree, window.TryPass(now));
                        passed.AddRange(isFree ? [now] : []);
                    }
                }
            )
            .QuickCheckThrowOnFailure();
}
