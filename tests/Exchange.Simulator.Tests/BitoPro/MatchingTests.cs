using System.Globalization;
using System.Text.Json;
using Exchange.Simulator.BitoPro;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

/// <summary>Two customers trade inside the makers' spread, over HTTP, on a frozen clock.</summary>
public sealed class MatchingTests
{
    [Fact]
    public async Task The_better_price_fills_first_and_at_its_own_price()
    {
        await using var simulator = Venue.Open();
        using var first = new Trader(simulator);
        using var second = new Trader(simulator, Venue.Second);
        var (bid, ask) = Inside(simulator);
        var dear = await first.Limit("btc_twd", "SELL", "0.1", Text(ask - 1));
        var cheap = await first.Limit("btc_twd", "SELL", "0.1", Text(ask - 2));

        var buy = await second.Limit("btc_twd", "BUY", "0.1", Text(ask - 1));

        Assert.Equal(2, Find(simulator, cheap).Status);
        Assert.Equal(0, Find(simulator, dear).Status);
        Assert.Equal(ask - 2, Find(simulator, buy).AverageExecutionPrice);
        Assert.True(bid < ask - 2);
    }

    [Fact]
    public async Task At_one_price_the_older_order_fills_first()
    {
        await using var simulator = Venue.Open();
        using var first = new Trader(simulator);
        using var second = new Trader(simulator, Venue.Second);
        var price = Text(Inside(simulator).Ask - 1);
        var older = await first.Limit("btc_twd", "SELL", "0.1", price);
        var newer = await first.Limit("btc_twd", "SELL", "0.1", price);

        await second.Limit("btc_twd", "BUY", "0.15", price);

        var (old, young) = (Find(simulator, older), Find(simulator, newer));
        Assert.Equal((2, 0.1m), (old.Status, old.ExecutedAmount));
        Assert.Equal((1, 0.05m, 0.05m), (young.Status, young.ExecutedAmount, young.RemainingAmount));
    }

    [Fact]
    public async Task A_resting_buy_holds_its_value_and_a_cancel_gives_it_back()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var id = await trader.Limit("btc_twd", "BUY", "0.5", "1000000");
        var held = simulator.BitoPro.BalanceOf("rehearsal", "twd");
        var cancelled = await trader.Delete($"/orders/btc_twd/{id}");
        var released = simulator.BitoPro.BalanceOf("rehearsal", "twd");

        Assert.Equal((5_000_000m, 4_500_000m), held);
        Assert.Equal(200, cancelled.Status);
        Assert.Equal((5_000_000m, 5_000_000m), released);
        Assert.Equal(4, Find(simulator, id).Status);
    }

    [Fact]
    public async Task Fees_are_taken_from_what_is_received()
    {
        await using var simulator = Venue.Open();
        using var maker = new Trader(simulator);
        using var taker = new Trader(simulator, Venue.Second);
        var price = Inside(simulator).Ask - 1;

        var sell = await maker.Limit("btc_twd", "SELL", "0.1", Text(price));
        await taker.Limit("btc_twd", "BUY", "0.1", Text(price));

        var order = Find(simulator, sell);
        Assert.Equal((0.1m * price * 0.001m, "twd"), (order.Fee, order.FeeSymbol));
        Assert.Equal(5_000_000m + 0.1m * price - order.Fee, simulator.BitoPro.BalanceOf("rehearsal", "twd").Amount);
    }

    [Fact]
    public async Task A_taking_buy_pays_the_taker_fee_in_base()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var id = await trader.Limit("btc_twd", "BUY", "0.01", Text(Inside(simulator).Ask));

        var order = Find(simulator, id);
        Assert.Equal((2, 0.00002m, "btc"), (order.Status, order.Fee, order.FeeSymbol));
        Assert.Equal((2.00998m, 2.00998m), simulator.BitoPro.BalanceOf("rehearsal", "btc"));
        var fill = Assert.Single(simulator.BitoPro.Fills);
        Assert.True(fill.IsTaker);
    }

    [Fact]
    public async Task A_buyer_who_matches_below_the_limit_pays_the_lower_price()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var ask = Inside(simulator).Ask;

        await trader.Limit("btc_twd", "BUY", "0.01", Text(ask + 100_000));

        Assert.Equal(
            (5_000_000m - 0.01m * ask, 5_000_000m - 0.01m * ask),
            simulator.BitoPro.BalanceOf("rehearsal", "twd")
        );
    }

    [Fact]
    public async Task A_market_buy_spends_quote_and_keeps_less_than_a_lot_of_it()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var id = await trader.Market("btc_twd", "BUY", "1000000");

        var order = Find(simulator, id);
        Assert.Equal((2, 1_000_000m), (order.Status, order.OriginalAmount));
        Assert.InRange(order.RemainingAmount, 0, 0.1m);
        Assert.Equal(order.ExecutedAmount, order.Total);
        Assert.Equal(order.Total, simulator.BitoPro.Fills.Sum(fill => fill.QuoteAmount));
        Assert.Equal(5_000_000m - order.Total, simulator.BitoPro.BalanceOf("rehearsal", "twd").Available);
    }

    [Fact]
    public async Task A_market_sell_sells_base()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);

        var id = await trader.Market("btc_twd", "SELL", "0.5");

        var order = Find(simulator, id);
        Assert.Equal((2, 0.5m), (order.Status, order.ExecutedAmount));
        Assert.Equal(1.5m, simulator.BitoPro.BalanceOf("rehearsal", "btc").Amount);
    }

    [Fact]
    public async Task A_market_order_larger_than_the_book_ends_partly_filled_and_the_book_is_full_again()
    {
        var whale = SimulatorAccount.Default with
        {
            Balances = new Dictionary<string, decimal>(StringComparer.Ordinal) { ["btc"] = 10_000m },
        };
        await using var simulator = ExchangeSimulator.Start(Venue.Options with { Accounts = [whale] });
        using var trader = new Trader(simulator);

        var id = await trader.Market("btc_twd", "SELL", "10000");

        var order = Find(simulator, id);
        Assert.Equal(3, order.Status);
        Assert.Equal(10_000m, order.ExecutedAmount + order.RemainingAmount);
        Assert.Equal(order.RemainingAmount, simulator.BitoPro.BalanceOf("rehearsal", "btc").Available);
        Assert.Equal(50, (await trader.Look("/order-book/btc_twd?limit=50")).Json.GetProperty("bids").GetArrayLength());
    }

    [Fact]
    public async Task Post_only_rests_when_it_would_not_take_and_ends_with_6_when_it_would()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var (bid, ask) = Inside(simulator);

        var resting = await trader.Limit("btc_twd", "BUY", "0.01", Text(bid), "POST_ONLY");
        var taking = await trader.Limit("btc_twd", "BUY", "0.01", Text(ask), "POST_ONLY");

        Assert.Equal((0, "POST_ONLY"), (Find(simulator, resting).Status, Find(simulator, resting).TimeInForce));
        Assert.Equal((6, 0m), (Find(simulator, taking).Status, Find(simulator, taking).ExecutedAmount));
        Assert.Equal(5_000_000m - 0.01m * bid, simulator.BitoPro.BalanceOf("rehearsal", "twd").Available);
    }

    [Theory]
    [InlineData(">=", 1.02)]
    [InlineData(">=", 1.01)]
    [InlineData("<=", 0.99)]
    [InlineData("<=", 0.98)]
    public async Task A_stop_waits_with_its_funds_held_and_enters_when_the_last_price_reaches_it(
        string condition,
        double move
    )
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var last = simulator.BitoPro.LastPrice("btc_twd");
        var stop = decimal.Floor(last * (decimal)(move > 1 ? 1.01 : 0.99));

        var placed = await trader.Post(
            "/orders/btc_twd",
            Trader.OrderBody("SELL", "STOP_LIMIT", "0.5", Text(decimal.Floor(last * 0.9m)), Text(stop), condition)
        );
        var id = placed.Json.GetProperty("orderId").GetString()!;
        var waiting = Find(simulator, id);
        var held = simulator.BitoPro.BalanceOf("rehearsal", "btc");
        simulator.BitoPro.MovePrice("btc_twd", decimal.Floor(last * (decimal)move));
        var filled = Find(simulator, id);

        Assert.Equal((-1, stop), (waiting.Status, waiting.StopPrice));
        Assert.Equal((2m, 1.5m), held);
        Assert.Equal((2, 0.5m), (filled.Status, filled.ExecutedAmount));
        Assert.StartsWith("SL-", filled.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_waiting_stop_can_be_cancelled()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var placed = await trader.Post(
            "/orders/btc_twd",
            Trader.OrderBody("SELL", "STOP_LIMIT", "0.5", "900000", "1000000", "<=")
        );
        var id = placed.Json.GetProperty("orderId").GetString()!;

        var cancelled = await trader.Delete($"/orders/btc_twd/{id}");

        Assert.Equal(id, cancelled.Json.GetProperty("orderId").GetString());
        Assert.Equal(4, Find(simulator, id).Status);
        Assert.Equal((2m, 2m), simulator.BitoPro.BalanceOf("rehearsal", "btc"));
    }

    [Fact]
    public async Task A_part_filled_order_that_is_cancelled_ends_with_3()
    {
        await using var simulator = Venue.Open();
        using var first = new Trader(simulator);
        using var second = new Trader(simulator, Venue.Second);
        var price = Text(Inside(simulator).Ask - 1);
        var id = await first.Limit("btc_twd", "SELL", "0.1", price);
        await second.Limit("btc_twd", "BUY", "0.04", price);

        await first.Delete($"/orders/btc_twd/{id}");

        Assert.Equal((3, 0.04m), (Find(simulator, id).Status, Find(simulator, id).ExecutedAmount));
        Assert.Equal((1.96m, 1.96m), simulator.BitoPro.BalanceOf("rehearsal", "btc"));
    }

    [Fact]
    public async Task Trading_with_oneself_gives_two_fills_with_one_trade_id()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        var price = Text(Inside(simulator).Ask - 1);
        var sell = await trader.Limit("btc_twd", "SELL", "0.1", price);
        var buy = await trader.Limit("btc_twd", "BUY", "0.1", price);

        var fills = (await trader.Ask("/orders/trades/btc_twd")).Data.EnumerateArray().ToList();

        Assert.Equal(2, fills.Count);
        Assert.Equal(fills[0].GetProperty("tradeId").GetString(), fills[1].GetProperty("tradeId").GetString());
        // Newest first; the maker's side is written behind the taker's.
        Assert.Equal((sell, buy), (Owner(fills[0]), Owner(fills[1])));
    }

    private static string? Owner(JsonElement fill) => fill.GetProperty("orderId").GetString();

    private static (decimal Bid, decimal Ask) Inside(ExchangeSimulator simulator) =>
        simulator.BitoPro.BestPrices("btc_twd");

    private static OrderSnapshot Find(ExchangeSimulator simulator, string id) =>
        simulator.BitoPro.Orders.Single(order => order.Id == id);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
