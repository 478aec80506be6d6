using Exchange.Simulator.BitoPro.Markets;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

/// <summary>What holds for the whole venue, makers included.</summary>
public sealed class VenueProperties
{
    [Fact]
    public async Task Sums_over_customers_makers_and_fees_stay_while_the_market_moves()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var before = Totals(simulator);
        for (var round = 0; round < 20; round++)
        {
            await trader.Market("btc_twd", round % 2 == 0 ? "BUY" : "SELL", round % 2 == 0 ? "20000" : "0.005");
            await trader.Limit("eth_btc", "SELL", "0.5", round % 2 == 0 ? "0.03" : "0.06");
            simulator.Clock.Advance(TimeSpan.FromHours(5));
        }

        Assert.Equal(before, Totals(simulator));
        Assert.NotEmpty(simulator.BitoPro.Fills);
    }

    [Fact]
    public async Task No_book_is_ever_crossed_or_empty()
    {
        await using var simulator = Venue.Open();
        for (var hour = 0; hour < 200; hour++)
        {
            simulator.Clock.Advance(TimeSpan.FromHours(1));
            foreach (var pair in TradingPairs.All)
            {
                var (bid, ask) = simulator.BitoPro.BestPrices(pair.Name);
                Assert.True(bid > 0 && bid < ask, $"{pair.Name}: {bid} {ask}");
            }
        }
    }

    private static Dictionary<string, decimal> Totals(ExchangeSimulator simulator)
    {
        lock (simulator.BitoPro.Gate)
        {
            return Coin.All.ToDictionary(
                coin => coin.Code,
                coin =>
                    simulator
                        .BitoPro.Customers.Append(simulator.BitoPro.House)
                        .Sum(account => account.Balance(coin.Code).Amount + account.Fees(coin.Code)),
                StringComparer.Ordinal
            );
        }
    }
}
