using Exchange.BitoPro;
using Exchange.Http;
using Exchange.Streams;
using Exchange.Testing;

namespace Exchange.Tests.Streams;

/// <summary>Signs of life, theirs and ours.</summary>
public sealed class SilenceTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Silence_lasts_from_the_last_byte()
    {
        await using var watch = new SilenceWatch(_clock, Limit);
        watch.Listen();

        _clock.Advance(TimeSpan.FromSeconds(59));
        watch.Heard();
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(watch.Silent.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(watch.Silent.IsCancellationRequested);
    }

    [Fact]
    public async Task Silence_does_not_count_while_nobody_listens()
    {
        await using var watch = new SilenceWatch(_clock, Limit);
        watch.Listen();
        watch.Rest();

        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(watch.Silent.IsCancellationRequested);
        watch.Listen();
        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(watch.Silent.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.True(watch.Silent.IsCancellationRequested);
    }

    [Fact]
    public async Task The_service_hears_from_us_by_pings_where_the_runtime_has_them()
    {
        var heard = new TaskCompletionSource();
        await using var bench = new StreamBench(async socket =>
        {
            await socket.HeardAsync(Environment.Version.Major >= 9 ? Opcode.Ping : Opcode.Pong);
            heard.SetResult();
            await socket.TextAsync(Frames.TickerAt(1));
            await socket.SilenceAsync();
        });
        var client = new StreamClient(
            new ApiService("BitoPro", new Uri($"ws://{bench.Server.Address.Authority}/ws"), (_, _) => null),
            new BitoProSigner(new BitoProConnection(bench.Server.Address, null), new NonceSource(_clock)),
            bench.Corridor,
            ApiListener.Silent
        )
        {
            Limits = new StreamLimits { KeepAlive = TimeSpan.FromMilliseconds(100) },
        };
        await using var frames = client
            .ReadAsync<int>(
                BitoProStreams.Ticker.Request(["BTC_TWD"]),
                frame => [frame.Json.Length],
                StreamBench.Cancel
            )
            .Open();

        var next = frames.NextAsync();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), StreamBench.Cancel);

        Assert.Equal(Frames.TickerAt(1).Length, await next);
    }
}
