using Exchange.BitoPro;
using Exchange.Streams;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;
using FsCheck.Fluent;

namespace Exchange.Tests.Streams;

/// <summary>Lost connections: noticed, warned of, opened again, and nothing told twice.</summary>
public sealed class ReconnectTests
{
    [Theory]
    [InlineData((ushort)1000)]
    [InlineData((ushort)1001)]
    [InlineData((ushort)1011)]
    public async Task A_stream_that_the_service_closes_is_opened_again_with_a_warning(ushort status)
    {
        await using var bench = new StreamBench(
            async socket =>
            {
                await socket.TextAsync(Frames.TickerAt(1));
                await socket.CloseAsync(status);
            },
            Then(Frames.TickerAt(2))
        );
        await using var tickers = bench.Tickers();

        Assert.Equal(1, (await tickers.NextAsync()).LastPrice);
        await bench.ReopenedAsync(2);
        Assert.Equal(2, (await tickers.NextAsync()).LastPrice);

        var warning = Assert.Single(bench.Warnings);
        Assert.StartsWith(
            $"TICKER stream: the service closed the stream ({status}). It is opened again in 1",
            warning,
            StringComparison.Ordinal
        );
        Assert.Equal(2, bench.Events.OfType<StreamOpened>().Count());
        Assert.Equal(1, Assert.Single(bench.Events.OfType<StreamLost>()).Failures);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_opened_again()
    {
        await using var bench = new StreamBench(
            socket => socket.FrameAsync(Opcode.Text, "{"u8.ToArray(), isLast: false),
            Then(Frames.TickerAt(2))
        );
        await using var tickers = bench.Tickers();
        var next = tickers.NextAsync();

        await bench.ReopenedAsync(2);

        Assert.Equal(2, (await next).LastPrice);
        Assert.Single(bench.Warnings);
    }

    [Fact]
    public async Task A_service_that_nobody_reaches_is_tried_again_more_and_more_seldom()
    {
        await using var bench = new StreamBench((_, _) => Answer.Close);
        using var stop = new CancellationTokenSource();
        await using var tickers = bench.Streams.WatchTickersAsync(["btc_twd"], stop.Token).Open();
        var next = tickers.MoveNextAsync().AsTask();

        await bench.ReopenedAsync(8);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);

        var waits = bench.Events.OfType<StreamLost>().Select(lost => lost.Wait.TotalSeconds).Take(7);
        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits);
        Assert.True(bench.Warnings.Count >= 7);
    }

    [Fact]
    public async Task The_wait_is_a_second_again_after_a_frame()
    {
        await using var bench = new StreamBench(
            (request, connection) =>
                connection == 3
                    ? RawSocket.Upgrade(
                        request,
                        async socket =>
                        {
                            await socket.TextAsync(Frames.TickerAt(1));
                            await socket.CloseAsync(1001);
                        }
                    )
                    : Answer.Close
        );
        await using var tickers = bench.Tickers();
        var next = tickers.NextAsync();

        await bench.ReopenedAsync(5);
        await next;

        Assert.Equal([1, 2, 1, 2], bench.Events.OfType<StreamLost>().Select(lost => lost.Wait.TotalSeconds).Take(4));
    }

    [Fact]
    public void The_wait_never_is_shorter_than_before_and_never_longer_than_half_a_minute_and_a_fifth() =>
        Always.Holds(
            Gen.Choose(1, 2000)
                .SelectMany(failures => Gen.Choose(0, 1000).Select(chance => (failures, chance / 1000.0))),
            given =>
            {
                var (failures, chance) = given;
                var wait = StreamBackoff.Wait(failures, chance);
                Assert.InRange(wait.TotalSeconds, 0.8, 36);
                Assert.True(StreamBackoff.Wait(failures + 1, chance) >= wait);
            }
        );

    [Fact]
    public async Task Silence_of_a_minute_is_a_lost_connection()
    {
        await using var bench = new StreamBench(
            async socket =>
            {
                await socket.TextAsync(Frames.TickerAt(1));
                await socket.SilenceAsync();
            },
            Then(Frames.TickerAt(2))
        );
        await using var tickers = bench.Tickers();
        await tickers.NextAsync();
        await IsListeningAsync(bench);

        bench.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Single(bench.Server.Requests);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.ReopenedAsync(2);

        Assert.Equal(2, (await tickers.NextAsync()).LastPrice);
        Assert.Contains("nothing was heard for 60 seconds", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_stream_lives_as_long_as_the_service_pings()
    {
        var pings = new SemaphoreSlim(0);
        var heard = new SemaphoreSlim(0);
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync(Frames.TickerAt(1));
            for (var i = 0; i < 5; i++)
            {
                await pings.WaitAsync(StreamBench.Cancel);
                await socket.PingAsync($"{i}");
                await socket.HeardAsync(Opcode.Pong);
                heard.Release();
            }
            await socket.TextAsync(Frames.TickerAt(2));
            await socket.SilenceAsync();
        });
        await using var tickers = bench.Tickers();
        await tickers.NextAsync();
        await IsListeningAsync(bench);

        for (var i = 0; i < 5; i++)
        {
            bench.Clock.Advance(TimeSpan.FromSeconds(50));
            pings.Release();
            Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(30), StreamBench.Cancel));
        }

        Assert.Equal(2, (await tickers.NextAsync()).LastPrice);
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task Trades_that_a_new_connection_repeats_are_told_once_and_in_their_order()
    {
        await using var bench = new StreamBench(
            async socket =>
            {
                await socket.TextAsync(Frames.TradesAt(2, 1));
                await socket.TextAsync(Frames.TradesAt(4, 4, 3));
                await socket.CloseAsync(1001);
            },
            async socket =>
            {
                await socket.TextAsync(Frames.TradesAt(6, 5, 4, 4, 4, 3));
                await socket.TextAsync(Frames.TradesAt(6));
                await socket.SilenceAsync();
            }
        );
        await using var trades = bench.Streams.WatchTradesAsync(["btc_twd"], StreamBench.Cancel).Open();

        var before = await trades.NextAsync(5);
        await bench.ReopenedAsync(2);
        var after = await trades.NextAsync(4);

        Assert.Equal([1m, 2m, 3m, 4m, 4m], before.Select(trade => trade.Price ?? 0));
        // A third trade like two others happened in between; and what a frame of the same connection says is new.
        Assert.Equal([4m, 5m, 6m, 6m], after.Select(trade => trade.Price ?? 0));
    }

    [Fact]
    public async Task Orders_come_when_they_are_new_or_have_changed_also_over_a_reconnect()
    {
        await using var bench = new StreamBench(
            async socket =>
            {
                await socket.TextAsync(Frames.OrdersOf(("1", "5"), ("2", "5")));
                await socket.TextAsync(Frames.OrdersOf(("1", "5"), ("2", "4")));
                await socket.TextAsync(Frames.OrdersOf(("2", "4")));
                await socket.TextAsync(Frames.OrdersOf(("2", "4"), ("3", "5")));
                await socket.CloseAsync(1001);
            },
            Then(Frames.OrdersOf(("2", "4"), ("3", "1"), ("4", "5")))
        );
        await using var orders = bench.Streams.WatchOpenOrdersAsync(StreamBench.Cancel).Open();

        var before = await orders.NextAsync(4);
        await bench.ReopenedAsync(2);
        var after = await orders.NextAsync(2);

        Assert.Equal(
            ["1 5", "2 5", "2 4", "3 5"],
            before.Select(order => $"{order.OrderId} {order.RemainingAmount}"),
            StringComparer.Ordinal
        );
        Assert.Equal(
            ["3 1", "4 5"],
            after.Select(order => $"{order.OrderId} {order.RemainingAmount}"),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task An_interrupted_stream_of_fills_says_that_some_may_be_missing()
    {
        await using var bench = new StreamBench(
            async socket =>
            {
                await socket.TextAsync(Frames.UserTrade);
                await socket.CloseAsync(1001);
            },
            Then(Frames.UserTrade)
        );
        await using var fills = bench.Streams.WatchFillsAsync(StreamBench.Cancel).Open();
        await fills.NextAsync();
        await bench.ReopenedAsync(2);
        await fills.NextAsync();

        Assert.Contains("Get-BitoProFill", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_stays_away_is_warned_of_once()
    {
        var go = new SemaphoreSlim(0);
        await using var bench = new StreamBench(async socket =>
        {
            for (var price = 1; price <= 4; price++)
            {
                await socket.TextAsync(Frames.TickerAt(price));
                await go.WaitAsync(StreamBench.Cancel);
            }
            await socket.SilenceAsync();
        });
        await using var tickers = bench.Tickers("btc_twd", "xyz_twd");
        await tickers.NextAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        go.Release();
        await tickers.NextAsync();
        Assert.Empty(bench.Warnings);

        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        go.Release(3);
        await tickers.NextAsync(2);

        Assert.Contains("xyz_twd", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    private static Func<RawSocket, Task> Then(string frame) =>
        async socket =>
        {
            await socket.TextAsync(frame);
            await socket.SilenceAsync();
        };

    // The frame reaches its reader a moment before the socket is listened to again.
    private static Task IsListeningAsync(StreamBench bench) => Until.TrueAsync(() => bench.Clock.Waiting > 0);
}
