using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

/// <summary>The clock jumps over weeks in which the price went somewhere and came back: orders on the way are not forgotten.</summary>
public sealed class MissedTimeTests
{
    private static readonly TimeSpan Jump = TimeSpan.FromDays(30);

    [Theory]
    [InlineData("BUY")]
    [InlineData("SELL")]
    public async Task A_resting_order_that_the_price_passed_on_the_way_is_filled_at_its_price(string action)
    {
        var path = await Ahead();
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var price = Between(action == "BUY" ? path.Low : path.High, action == "BUY" ? path.Floor : path.Ceiling);

        var id = await trader.Limit("btc_twd", action, "0.01", Text(price));
        simulator.Clock.Advance(Jump);
        var order = simulator.BitoPro.Orders.Single(order => order.Id == id);

        Assert.Equal((2, price), (order.Status, order.AverageExecutionPrice));
        Assert.InRange(order.Updated, Venue.Start.AddMinutes(1), Venue.Start + Jump - TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("<=", false)]
    [InlineData("<=", true)]
    [InlineData(">=", false)]
    [InlineData(">=", true)]
    public async Task A_stop_that_the_price_reached_on_the_way_is_triggered(string condition, bool isAtTheExtreme)
    {
        var path = await Ahead();
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var (extreme, end) = condition == "<=" ? (path.Low, path.Floor) : (path.High, path.Ceiling);
        var stop = isAtTheExtreme ? extreme : Between(extreme, end);

        var placed = await trader.Post(
            "/orders/btc_twd",
            Trader.OrderBody("SELL", "STOP_LIMIT", "0.01", "1000", Text(stop), condition)
        );
        simulator.Clock.Advance(Jump);
        var order = Assert.Single(simulator.BitoPro.Orders);

        Assert.Equal(placed.Json.GetProperty("orderId").GetString(), order.Id);
        Assert.Equal(2, order.Status);
        Assert.InRange(order.Updated, Venue.Start.AddMinutes(1), Venue.Start + Jump - TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_the_price_did_not_reach_stays_as_it_was()
    {
        var path = await Ahead();
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Limit("btc_twd", "BUY", "0.01", Text(decimal.Floor(path.Low * 0.99m)));
        await trader.Limit("btc_twd", "SELL", "0.01", Text(decimal.Floor(path.High * 1.01m)));

        simulator.Clock.Advance(Jump);

        Assert.All(simulator.BitoPro.Orders, order => Assert.Equal(0, order.Status));
    }

    /// <summary>What the next weeks bring, from another simulator of the same seed: extremes, and the nearer of both ends to each.</summary>
    private static async Task<(decimal Low, decimal Floor, decimal High, decimal Ceiling)> Ahead()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var start = simulator.BitoPro.LastPrice("btc_twd");
        simulator.Clock.Advance(Jump);
        var end = simulator.BitoPro.LastPrice("btc_twd");
        var (from, to) = (Venue.Start.ToUnixTimeSeconds(), simulator.Clock.GetUtcNow().ToUnixTimeSeconds());
        var answer = await trader.Look($"/trading-history/btc_twd?resolution=1h&from={from}&to={to}");
        var candles = answer.Data.EnumerateArray().ToList();
        return (
            candles.Min(candle => Value(candle, "low")),
            Math.Min(start, end),
            candles.Max(candle => Value(candle, "high")),
            Math.Max(start, end)
        );
    }

    private static decimal Between(decimal extreme, decimal end)
    {
        // A third of the way back: reached for certain, and far from where the market starts and ends.
        var price = decimal.Floor(extreme + (end - extreme) / 3);
        Assert.True(Math.Abs(price / extreme - 1) > 0.002m, "this seed never leaves its range: choose another");
        return price;
    }

    private static decimal Value(JsonElement candle, string name) =>
        decimal.Parse(candle.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
