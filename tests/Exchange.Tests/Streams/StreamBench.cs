using System.Collections.Concurrent;
using Exchange.BitoPro;
using Exchange.Http;
using Exchange.Testing;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Streams;

/// <summary>A client of BitoPro's streams in front of a loopback server that plays a script for each connection.</summary>
internal sealed class StreamBench : IAsyncDisposable
{
    /// <summary>Each connection gets the next script; the last one again and again.</summary>
    public StreamBench(params Func<RawSocket, Task>[] scripts)
        : this((request, connection) => RawSocket.Upgrade(request, scripts[Math.Min(connection, scripts.Length) - 1]))
    { }

    /// <summary>Each request is answered as a test says, from its number on, which is 1 at first.</summary>
    public StreamBench(Func<ReceivedRequest, int, Answer> respond)
    {
        var count = 0;
        Server = new LoopbackServer(request => respond(request, Interlocked.Increment(ref count)));
        Corridor = new ReadCorridor(Clock, () => 0.5) { Transport = new ApiTransport(WireClock) };
        Streams = Client(new Uri($"ws://{Server.Address.Authority}/ws"));
    }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public LoopbackServer Server { get; }

    /// <summary>Nonces, silence, waits between connections.</summary>
    public ManualClock Clock { get; } = new();

    /// <summary>The limits of opening and closing.</summary>
    public ManualClock WireClock { get; } = new();

    public ReadCorridor Corridor { get; }

    public TradingPairCache Pairs => field ??= new TradingPairCache(Clock);

    public BitoProStreamClient Streams { get; }

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<ApiEvent> Events { get; } = new();

    public BitoProStreamClient Client(Uri? address) =>
        new(
            new BitoProConnection(Server.Address, BitoProBench.Credentials()) { StreamAddress = address },
            Corridor,
            new NonceSource(Clock),
            Pairs,
            new ApiListener(Events.Enqueue, Warnings.Enqueue)
        );

    /// <summary>The tickers of btc_twd, to be taken one by one.</summary>
    public IAsyncEnumerator<BitoProTicker> Tickers(params string[] pairs) =>
        Streams.WatchTickersAsync(pairs is [] ? ["btc_twd"] : pairs, Cancel).Open();

    /// <summary>Moves the clock until a lost stream has been opened again, so many connections in all.</summary>
    public async Task ReopenedAsync(int connections)
    {
        await Clock.AdvanceUntilDone(Server.ArrivedAsync(connections), TimeSpan.FromSeconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Corridor.Dispose();
    }
}

/// <summary>Takes from a stream, and says so when nothing comes.</summary>
internal static class Taking
{
    public static IAsyncEnumerator<T> Open<T>(this IAsyncEnumerable<T> stream) =>
        stream.GetAsyncEnumerator(StreamBench.Cancel);

    public static async Task<T> NextAsync<T>(this IAsyncEnumerator<T> items)
    {
        var came = await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), StreamBench.Cancel);
        Assert.True(came, "The stream ended.");
        return items.Current;
    }

    public static async Task<IReadOnlyList<T>> NextAsync<T>(this IAsyncEnumerator<T> items, int count)
    {
        var taken = new List<T>(count);
        while (taken.Count < count)
        {
            taken.Add(await items.NextAsync());
        }
        return taken;
    }
}
