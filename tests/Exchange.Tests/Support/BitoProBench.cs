using System.Collections.Concurrent;
using Exchange.BitoPro;
using Exchange.Desk;
using Exchange.Http;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Loopback;

namespace Exchange.Tests.Support;

/// <summary>A BitoPro client in front of a loopback server, with clocks that a test moves.</summary>
internal sealed class BitoProBench : IAsyncDisposable
{
    public const string ApiKey = "abc12f00dfeed0000cafe6789";
    public const string ApiSecret = "bp-test-secret-0001";
    public const string Email = "trader@example.com";

    private readonly ReadCorridor _corridor;
    private readonly TemporaryFolder _folder = new();

    public BitoProBench(Func<ReceivedRequest, Answer> respond)
        : this(new BenchOptions(), respond) { }

    public BitoProBench(params Answer[] answers)
        : this(new BenchOptions(), answers) { }

    public BitoProBench(BenchOptions options, params Answer[] answers)
        : this(options, LoopbackServer.Answering(answers)) { }

    public BitoProBench(BenchOptions options, Func<ReceivedRequest, Answer> respond)
        : this(options, new LoopbackServer(respond)) { }

    private BitoProBench(BenchOptions options, LoopbackServer server)
    {
        Server = server;
        Clock = options.Clock ?? new ManualClock();
        var transport = new ApiTransport(WireClock) { TimeLimit = options.TimeLimit };
        _corridor = new ReadCorridor(Clock, () => options.Random) { Transport = transport };
        Connection = new BitoProConnection(
            options.Address ?? server.Address,
            options.IsSignedIn ? options.Credentials ?? Credentials() : null
        )
        {
            NoncePlacement = options.NoncePlacement,
        };
        Client = new BitoProClient(
            Connection,
            _corridor,
            new NonceSource(Clock),
            new TradingPairCache(Clock),
            new ApiListener(Events.Enqueue, Warnings.Enqueue)
        );
        Journal = new Journal(new StateFolder(_folder["state"]));
        Desk = new WriteDesk(Journal, Clock, Warnings.Enqueue);
    }

    public LoopbackServer Server { get; }

    /// <summary>Nonces, limits and waits between repeats.</summary>
    public ManualClock Clock { get; }

    /// <summary>The time limit of a request.</summary>
    public ManualClock WireClock { get; } = new();

    public BitoProConnection Connection { get; }

    public BitoProClient Client { get; }

    public Journal Journal { get; }

    public WriteDesk Desk { get; }

    public ConcurrentQueue<string> Warnings { get; } = new();

    public ConcurrentQueue<ApiEvent> Events { get; } = new();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static BitoProCredentials Credentials() =>
        BitoProCredentials.From(Secret.From(ApiKey), Secret.From(ApiSecret), Email);

    public static BitoProOrderDraft LimitBuy { get; } =
        new()
        {
            Pair = "btc_twd",
            Side = BitoProSide.Buy,
            Type = BitoProOrderType.Limit,
            Amount = 0.0015m,
            Price = 2800000m,
            TimeInForce = BitoProTimeInForce.Gtc,
        };

    /// <summary>Waits for a call, moving the clock whenever the call waits.</summary>
    public async Task<T> PassTime<T>(Task<T> call)
    {
        await Clock.AdvanceUntilDone(
            ((Task)call).ContinueWith(_ => { }, TaskScheduler.Default),
            TimeSpan.FromSeconds(1)
        );
        return await call;
    }

    /// <summary>A draft without a cap on its value.</summary>
    public Task<BitoProOrderDraft> DraftAsync(OrderTicket ticket) => Client.DraftOrderAsync(ticket, null, Cancel);

    /// <summary>Sends an order down the write corridor without a question.</summary>
    public Task<WriteReceipt<BitoProOrderReceipt>?> PlaceAsync(
        BitoProOrderDraft? draft = null,
        string? attemptId = null,
        CancellationToken? cancel = null
    ) =>
        Desk.SubmitAsync(Client.Place(draft ?? LimitBuy, attemptId), (_, _) => Task.FromResult(true), cancel ?? Cancel);

    /// <summary>Sends the cancellation of one btc_twd order down the write corridor without a question.</summary>
    public async Task<BitoProCancellation> CancelOrderAsync(string orderId, CancellationToken? cancel = null)
    {
        var call = Client.Cancel(Client.DraftCancel([new BitoProOrderKey("btc_twd", orderId)]), null);
        var receipt = await Desk.SubmitAsync(call, (_, _) => Task.FromResult(true), cancel ?? Cancel);
        return Assert.Single(receipt!.Answer);
    }

    public async Task<Attempt> OnlyAttemptAsync() => Assert.Single((await Journal.ReadAsync(Cancel)).Attempts);

    public async ValueTask DisposeAsync()
    {
        _corridor.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>What a bench does otherwise than usual.</summary>
internal sealed record BenchOptions
{
    public bool IsSignedIn { get; init; } = true;
    public NoncePlacement NoncePlacement { get; init; } = NoncePlacement.Seed;
    public ManualClock? Clock { get; init; }
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);
    public double Random { get; init; } = 0.5;
    public Uri? Address { get; init; }
    public BitoProCredentials? Credentials { get; init; }
}
