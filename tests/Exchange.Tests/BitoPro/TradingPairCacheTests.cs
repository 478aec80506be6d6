using Exchange.BitoPro;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>bitopro.md section 4: T10 is kept for ten minutes.</summary>
public sealed class TradingPairCacheTests
{
    private static readonly Uri Here = new("http://127.0.0.1:1/v3");
    private static readonly Uri There = new("http://127.0.0.1:2/v3");

    [Fact]
    public async Task Pairs_are_asked_for_again_after_ten_minutes_and_not_before()
    {
        var clock = new ManualClock();
        var cache = new TradingPairCache(clock);
        var fetched = 0;

        await GetAsync();
        clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        await GetAsync();
        Assert.Equal(1, fetched);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await GetAsync();
        Assert.Equal(2, fetched);

        Task GetAsync() => cache.GetAsync(Here, () => Fetched(() => fetched++));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(9)]
    public async Task A_clock_that_is_set_makes_no_pairs_last_longer(int minutes)
    {
        var truth = new ManualClock();
        var clock = new SteppedClock(truth);
        var cache = new TradingPairCache(clock);
        var fetched = 0;
        await cache.GetAsync(Here, () => Fetched(() => fetched++));

        clock.Step(TimeSpan.FromMinutes(minutes));
        truth.Advance(TimeSpan.FromMinutes(10));
        await cache.GetAsync(Here, () => Fetched(() => fetched++));

        Assert.Equal(2, fetched);
    }

    [Fact]
    public async Task The_pairs_of_one_address_are_not_those_of_another()
    {
        var cache = new TradingPairCache(new ManualClock());
        var fetched = 0;

        await cache.GetAsync(Here, () => Fetched(() => fetched++));
        await cache.GetAsync(There, () => Fetched(() => fetched++));

        Assert.Equal(2, fetched);
    }

    [Fact]
    public async Task Several_drafts_ask_once()
    {
        await using var bench = new BitoProBench(Answer.Json(Examples.TradingPairs));
        var ticket = new OrderTicket
        {
            Pair = "abc_twd",
            Side = BitoProSide.Buy,
            Type = BitoProOrderType.Limit,
            Amount = "1",
            Price = "1",
        };

        for (var i = 0; i < 3; i++)
        {
            await bench.DraftAsync(ticket);
        }

        Assert.Equal(1, bench.Server.Count);
    }

    private static Task<IReadOnlyList<BitoProTradingPair>> Fetched(Action count)
    {
        count();
        return Task.FromResult<IReadOnlyList<BitoProTradingPair>>([]);
    }
}
