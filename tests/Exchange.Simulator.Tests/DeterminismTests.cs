using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests;

public sealed class DeterminismTests
{
    private static readonly string[] Paths =
    [
        "/tickers",
        "/order-book/eth_btc?limit=50",
        "/order-book/btc_twd?limit=50",
        "/trades/usdt_twd",
        "/trading-history/btc_twd?resolution=1h&from=1772000000&to=1772400000",
        "/price/otc/btc",
    ];

    [Fact]
    public async Task Two_simulators_of_one_seed_and_clock_say_the_same()
    {
        Assert.Equal(await Session(seed: 42, new[] { 1, 2, 3 }), await Session(seed: 42, new[] { 1, 2, 3 }));
    }

    [Fact]
    public async Task Another_seed_is_another_market()
    {
        Assert.NotEqual(await Session(seed: 42, new[] { 1 }), await Session(seed: 43, new[] { 1 }));
    }

    [Fact]
    public async Task It_does_not_matter_how_often_one_looked_on_the_way()
    {
        Assert.Equal((await Session(seed: 5, new[] { 6 }))[^1], (await Session(seed: 5, new[] { 1, 2, 3 }))[^1]);
    }

    private static async Task<List<string>> Session(int seed, int[] hours)
    {
        await using var simulator = ExchangeSimulator.Start(Venue.Options with { Seed = seed });
        using var trader = new Trader(simulator);
        var said = new List<string>();
        foreach (var step in hours)
        {
            simulator.Clock.Advance(TimeSpan.FromHours(step));
            said.Clear();
            foreach (var path in Paths)
            {
                said.Add((await trader.Look(path)).Text);
            }
        }
        return [string.Join('\n', said)];
    }
}
