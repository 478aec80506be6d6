using System.Buffers.Binary;
using Exchange.BitoPro;
using Exchange.Streams;
using Exchange.Tests.Support;

namespace Exchange.Tests.Streams;

/// <summary>A reader that has enough, or is stopped, closes the socket.</summary>
public sealed class ClosingTests
{
    [Fact]
    public async Task A_reader_that_leaves_says_goodbye()
    {
        var goodbye = new TaskCompletionSource<byte[]>();
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync(Frames.TickerAt(1));
            await socket.TextAsync(Frames.TickerAt(2));
            goodbye.SetResult(await socket.HeardAsync(Opcode.Close));
            await socket.CloseAsync(1000);
        });

        await foreach (var _ in bench.Streams.WatchTickersAsync(["btc_twd"], StreamBench.Cancel))
        {
            break;
        }

        Assert.Equal(1000, BinaryPrimitives.ReadUInt16BigEndian(await goodbye.Task));
        Assert.Single(bench.Server.Requests);
        Assert.Empty(bench.Warnings);
        Assert.Single(bench.Events.OfType<StreamClosed>());
    }

    [Fact]
    public async Task A_stopped_stream_says_goodbye()
    {
        var goodbye = new TaskCompletionSource<byte[]>();
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync(Frames.TickerAt(1));
            goodbye.SetResult(await socket.HeardAsync(Opcode.Close));
            await socket.CloseAsync(1000);
        });
        using var stop = new CancellationTokenSource();
        await using var tickers = bench.Streams.WatchTickersAsync(["btc_twd"], stop.Token).Open();
        await tickers.NextAsync();
        var next = tickers.MoveNextAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.AsTask());
        Assert.Equal(1000, BinaryPrimitives.ReadUInt16BigEndian(await goodbye.Task));
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task A_service_that_does_not_return_the_goodbye_is_left_after_two_seconds()
    {
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync(Frames.TickerAt(1));
            while (true)
            {
                await socket.HeardAsync(Opcode.Close);
            }
        });
        var tickers = bench.Tickers();
        await tickers.NextAsync();

        var closing = tickers.DisposeAsync().AsTask();
        await Until.TrueAsync(() => bench.WireClock.Waiting > 0);
        Assert.False(closing.IsCompleted);
        bench.WireClock.Advance(TimeSpan.FromSeconds(2));

        await closing.WaitAsync(TimeSpan.FromSeconds(30), StreamBench.Cancel);
    }

    [Fact]
    public async Task A_stream_that_waits_for_its_next_connection_stops_at_once()
    {
        await using var bench = new StreamBench(socket => socket.CloseAsync(1001));
        using var stop = new CancellationTokenSource();
        await using var tickers = bench.Streams.WatchTickersAsync(["btc_twd"], stop.Token).Open();
        var next = tickers.MoveNextAsync();
        await Until.TrueAsync(() => !bench.Warnings.IsEmpty);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.AsTask());
        Assert.Single(bench.Server.Requests);
    }

    [Fact]
    public async Task A_stream_that_is_being_opened_stops_at_once()
    {
        await using var bench = new StreamBench((_, _) => Loopback.Answer.Never);
        using var stop = new CancellationTokenSource();
        await using var tickers = bench.Streams.WatchTickersAsync(["btc_twd"], stop.Token).Open();
        var next = tickers.MoveNextAsync();
        await bench.Server.ArrivedAsync(1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.AsTask());
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task Nothing_is_opened_before_the_first_object_is_asked_for()
    {
        await using var bench = new StreamBench(socket => socket.SilenceAsync());

        var tickers = bench.Tickers();
        await tickers.DisposeAsync();

        Assert.Empty(bench.Server.Requests);
    }
}
