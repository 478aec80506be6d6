using System.Text;
using Exchange.BitoPro;
using Exchange.Streams;
using Exchange.Tests.Support;

namespace Exchange.Tests.Streams;

/// <summary>Frames as they come over the wire, well and badly.</summary>
public sealed class ReceivingTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(200)]
    public async Task A_message_in_pieces_is_put_together_with_pings_in_between(int pieces)
    {
        await using var bench = new StreamBench(async socket =>
        {
            await socket.FragmentsAsync(Frames.Ticker, pieces);
            await socket.SilenceAsync();
        });
        await using var tickers = bench.Tickers("eth_twd");

        Assert.Equal(91234.5m, (await tickers.NextAsync()).LastPrice);
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_own_payload()
    {
        var pong = new TaskCompletionSource<byte[]>();
        await using var bench = new StreamBench(async socket =>
        {
            await socket.PingAsync("are you there?");
            pong.SetResult(await socket.HeardAsync(Opcode.Pong));
            await socket.TextAsync(Frames.TickerAt(1));
            await socket.SilenceAsync();
        });
        await using var tickers = bench.Tickers();

        await tickers.NextAsync();

        Assert.Equal("are you there?", Encoding.UTF8.GetString(await pong.Task));
    }

    [Theory]
    [InlineData("not JSON")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"event":"TICKER","pair":"BTC_TWD","lastPrice":""")]
    [InlineData("""{"event":"TICKER","pair":"BTC_TWD","lastPrice":"many"}""")]
    [InlineData("""{"event":"ORDER_BOOK","pair":"BTC_TWD","asks":[],"bids":[]}""")]
    [InlineData("""{"message":"maintenance"}""")]
    public async Task A_frame_that_cannot_be_read_is_left_out_with_a_warning(string bad)
    {
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync(Frames.TickerAt(1));
            await socket.TextAsync(bad);
            await socket.TextAsync(bad);
            await socket.TextAsync(Frames.TickerAt(2));
            await socket.SilenceAsync();
        });
        await using var tickers = bench.Tickers();

        var prices = (await tickers.NextAsync(2)).Select(ticker => ticker.LastPrice);

        Assert.Equal([1m, 2m], prices);
        Assert.Contains("left out", Assert.Single(bench.Warnings), StringComparison.Ordinal);
        Assert.Equal(2, bench.Events.OfType<StreamFrameSkipped>().Count());
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public async Task A_frame_may_be_as_deep_as_sixty_four_levels(int levels, bool isRead)
    {
        var deep = new string('[', levels) + new string(']', levels);
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync($$"""{"event":"TICKER","pair":"BTC_TWD","lastPrice":"1","deep":{{deep}}}""");
            await socket.TextAsync(Frames.TickerAt(2));
            await socket.SilenceAsync();
        });
        await using var tickers = bench.Tickers();

        Assert.Equal(isRead ? 1 : 2, (await tickers.NextAsync()).LastPrice);
        Assert.Equal(isRead ? 0 : 1, bench.Warnings.Count);
    }

    [Fact]
    public async Task A_frame_of_more_than_ten_mebibytes_ends_the_connection_and_not_the_stream()
    {
        var largest = new StreamLimits().LargestFrame;
        var fits = Frames.TickerAt(1) + new string(' ', largest - Frames.TickerAt(1).Length);
        await using var bench = new StreamBench(
            async socket =>
            {
                await socket.TextAsync(fits);
                await socket.TextAsync(fits + " ");
                await socket.CloseAsync(1000);
            },
            async socket =>
            {
                await socket.TextAsync(Frames.TickerAt(2));
                await socket.SilenceAsync();
            }
        );
        await using var tickers = bench.Tickers();

        Assert.Equal(1, (await tickers.NextAsync()).LastPrice);
        await bench.ReopenedAsync(2);
        Assert.Equal(2, (await tickers.NextAsync()).LastPrice);
        Assert.Contains("larger than 10 MiB", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_reader_makes_the_service_wait_and_loses_nothing()
    {
        const int count = 2000;
        await using var bench = new StreamBench(async socket =>
        {
            for (var price = 1; price <= count; price++)
            {
                await socket.TextAsync(Frames.TickerAt(price));
            }
            await socket.SilenceAsync();
        });
        await using var tickers = bench.Tickers();

        var first = await tickers.NextAsync();
        var rest = await tickers.NextAsync(count - 1);

        Assert.Equal(
            Enumerable.Range(1, count).Select(price => (decimal?)price),
            rest.Prepend(first).Select(t => t.LastPrice)
        );
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task Several_pairs_share_a_connection_and_a_frame_that_names_none_is_left_out()
    {
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync(Frames.TickerAt(1, "ETH_TWD"));
            await socket.TextAsync("""{"event":"TICKER","lastPrice":"2"}""");
            await socket.TextAsync(Frames.TickerAt(3));
            await socket.SilenceAsync();
        });
        await using var tickers = bench.Tickers("btc_twd", "eth_twd", "btc_twd");

        var pairs = (await tickers.NextAsync(2)).Select(ticker => (ticker.Pair, ticker.LastPrice));

        Assert.Equal([("eth_twd", 1m), ("btc_twd", 3m)], pairs.Select(pair => (pair.Pair, pair.LastPrice ?? 0)));
        Assert.Single(bench.Warnings);
        Assert.Equal("/ws/v1/pub/tickers?pairs=BTC_TWD,ETH_TWD", Assert.Single(bench.Server.Requests).Target);
    }
}
