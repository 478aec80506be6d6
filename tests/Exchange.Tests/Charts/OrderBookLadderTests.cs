using Exchange.Charts;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.Charts;

/// <summary>An order book in a terminal.</summary>
public sealed class OrderBookLadderTests
{
    private static readonly OrderBookDepth Small = new(
        "btc_twd",
        [(100.5m, 0.5m), (101m, 1.25m), (103m, 2m)],
        [(99.5m, 1m), (99m, 0.75m)]
    );

    [Fact]
    public void Asks_stand_above_bids_with_the_spread_between_them() =>
        Screen.Shows(
            """
            btc_twd  best bid 99.5  best ask 100.5
            price  amount  total  depth in btc
            103.0    2.00   3.75  ██████████████████████████████████████
            101.0    1.25   1.75  █████████████████▊
            100.5    0.50   0.50  █████▏
            ── spread 1 (1 %) ──────────────────────────────────────────
             99.5    1.00   1.00  ██████████▏
             99.0    0.75   1.75  █████████████████▊
            """,
            OrderBookLadder.Lines(Small, 60, colour: false)
        );

    [Fact]
    public void Where_there_is_little_room_sums_go_first_and_then_amounts() =>
        Screen.Shows(
            """
            btc_twd
            price  depth in btc
            103.0  █████████████
            101.0  ██████▏
            100.5  █▊
            ── spread 1 (1 %) ──
             99.5  ███▌
             99.0  ██████▏
            """,
            OrderBookLadder.Lines(Small, 20, colour: false)
        );

    [Fact]
    public void An_empty_side_is_said() =>
        Screen.Shows(
            """
            btc_twd  best bid 99.5
            price  amount  total  depth in btc
            ── no asks ─────────────────────────────
             99.5       1      1  ██████████████████
            """,
            OrderBookLadder.Lines(new OrderBookDepth("btc_twd", [], [(99.5m, 1m)]), 40, colour: false)
        );

    [Fact]
    public void Levels_are_sorted_and_summed_from_the_touch()
    {
        var mixed = new OrderBookDepth("btc_twd", [(3m, 1m), (1m, 2m), (2m, 4m)], [(7m, 1m), (9m, 2m)]);

        Assert.Equal([1m, 2m, 3m], mixed.Asks.Select(level => level.Price));
        Assert.Equal([2m, 6m, 7m], mixed.Asks.Select(level => level.Total));
        Assert.Equal([9m, 7m], mixed.Bids.Select(level => level.Price));
    }

    [Fact]
    public void No_line_is_wider_than_the_terminal_and_every_level_has_one() =>
        Always.Holds(
            from depth in ChartSamples.AnyDepth
            from width in Gen.Choose(20, 200)
            from colour in Gen.Elements(true, false)
            select (depth, width, colour),
            drawn =>
            {
                var (depth, width, colour) = drawn;
                var lines = OrderBookLadder.Lines(depth, width, colour);
                Assert.All(lines, line => Assert.InRange(Screen.Columns(line), 0, width));
                Assert.Equal(depth.IsEmpty ? 2 : 3 + depth.Asks.Count + depth.Bids.Count, lines.Count);
            },
            tests: 500
        );

    [Fact]
    public void A_price_is_there_whole_or_not_at_all()
    {
        var extreme = new OrderBookDepth("btc_twd", [(1_000_000_000_000.00000001m, 1m)], [(0.00000001m, 1m)]);

        Assert.Contains(
            "1000000000000.00000001",
            OrderBookLadder.Lines(extreme, 40, colour: false)[2],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(OrderBookLadder.Lines(extreme, 20, colour: false).Skip(2), line => line.Contains('1'));
    }
}
