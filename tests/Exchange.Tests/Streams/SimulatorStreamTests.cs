using Exchange.BitoPro;
using Exchange.Http;
using Exchange.Simulator;
using Exchange.Storage;
using Exchange.Testing;
using Exchange.Tests.Support;

namespace Exchange.Tests.Streams;

/// <summary>The streams of the simulator, which was written from the contract on its own.</summary>
public sealed class SimulatorStreamTests : IDisposable
{
    private static readonly SimulatorAccount Account = SimulatorAccount.Default;

    private readonly ManualClock _clock = new();
    private readonly ExchangeSimulator _simulator;
    private readonly ReadCorridor _corridor;
    private readonly BitoProStreamClient _streams;

    public SimulatorStreamTests()
    {
        _simulator = ExchangeSimulator.Start(new SimulatorOptions { Seed = 7, TimeSource = _clock });
        _corridor = new ReadCorridor(_clock, () => 0.5);
        _streams = new BitoProStreamClient(
            new BitoProConnection(
                new Uri(_simulator.BitoProAddress),
                BitoProCredentials.From(Secret.From(Account.ApiKey), Secret.From(Account.ApiSecret), Account.Email)
            )
            {
                StreamAddress = new Uri($"ws://{_simulator.Address.Authority}/bitopro/ws"),
            },
            _corridor,
            new NonceSource(_clock),
            new TradingPairCache(_clock),
            ApiListener.Silent
        );
    }

    private static CancellationToken Cancel => StreamBench.Cancel;

    [Fact]
    public async Task A_book_comes_at_once_and_again_when_the_market_moves()
    {
        await using var books = _streams.WatchOrderBooksAsync(["btc_twd", "eth_twd"], 10, Cancel).Open();
        var first = await books.NextAsync(2);

        _simulator.BitoPro.MovePrice("eth_twd", 100_000);
        var moved = await books.NextAsync();

        Assert.Equal(["btc_twd", "eth_twd"], first.Select(book => book.Pair), StringComparer.Ordinal);
        Assert.All(first, book => Assert.Equal((10, 10), (book.Asks.Count, book.Bids.Count)));
        Assert.Equal("eth_twd", moved.Pair);
        Assert.InRange(moved.BestAsk ?? 0, 99_000, 101_000);
        Assert.Equal(_clock.GetUtcNow(), moved.Time);
        Assert.All(
            _simulator.Requests.Last,
            request => Assert.True(request is { IsIdentified: true, Status: 101, Account: null })
        );
    }

    [Fact]
    public async Task Tickers_and_trades_come_as_they_are_made()
    {
        await using var tickers = _streams.WatchTickersAsync(["btc_twd"], Cancel).Open();
        await using var trades = _streams.WatchTradesAsync(["btc_twd"], Cancel).Open();

        var ticker = await tickers.NextAsync();
        var last = await trades.NextAsync(100);

        Assert.Equal(_simulator.BitoPro.LastPrice("btc_twd"), ticker.LastPrice);
        Assert.Equal(last.Select(trade => trade.Time).Order(), last.Select(trade => trade.Time));
    }

    [Fact]
    public async Task The_streams_of_the_account_are_signed()
    {
        await using var balances = _streams.WatchBalancesAsync(Cancel).Open();
        var all = new Dictionary<string, decimal?>(StringComparer.Ordinal);
        while (!all.ContainsKey("twd") || !all.ContainsKey("btc"))
        {
            var balance = await balances.NextAsync();
            all.Add(balance.Currency, balance.Amount);
        }

        Assert.Equal((5_000_000m, 2m), (all["twd"], all["btc"]));
        Assert.Equal(Account.Name, Assert.Single(_simulator.Requests.Last).Account);
    }

    [Fact]
    public async Task A_wrong_secret_ends_the_stream()
    {
        var wrong = new BitoProStreamClient(
            new BitoProConnection(
                new Uri(_simulator.BitoProAddress),
                BitoProCredentials.From(Secret.From(Account.ApiKey), Secret.From("another secret"), Account.Email)
            )
            {
                StreamAddress = new Uri($"ws://{_simulator.Address.Authority}/bitopro/ws"),
            },
            _corridor,
            new NonceSource(_clock),
            new TradingPairCache(_clock),
            ApiListener.Silent
        );
        await using var fills = wrong.WatchFillsAsync(Cancel).Open();

        await Caught.ErrorAsync("BitoPro.AuthenticationFailed", () => fills.MoveNextAsync().AsTask());
    }

    [Fact]
    public async Task An_unknown_pair_is_an_error()
    {
        await using var tickers = _streams.WatchTickersAsync(["xyz_twd"], Cancel).Open();

        await Caught.ErrorAsync("BitoPro.UnknownPair", () => tickers.MoveNextAsync().AsTask());
    }

    [Fact]
    public async Task The_simulator_sees_streams_open_and_close()
    {
        await using (var tickers = _streams.WatchTickersAsync(["btc_twd"], Cancel).Open())
        {
            await tickers.NextAsync();
            Assert.Equal(1, _simulator.BitoPro.OpenStreams);
        }

        await Until.TrueAsync(() => _simulator.BitoPro.OpenStreams == 0);
    }

    [Fact]
    public async Task A_simulator_that_fails_for_a_while_is_come_back_to()
    {
        _simulator.Faults.Add(new FaultRule(FaultKind.RateLimit, 1) { Path = "/bitopro/ws", Count = 2 });
        await using var tickers = _streams.WatchTickersAsync(["btc_twd"], Cancel).Open();
        var next = tickers.NextAsync();

        var reopened = Until.TrueAsync(() => _simulator.Requests.Count == 3);
        await _clock.AdvanceUntilDone(reopened, TimeSpan.FromSeconds(1));

        Assert.Equal("btc_twd", (await next).Pair);
        Assert.Equal([429, 429, 101], _simulator.Requests.Last.Select(request => request.Status));
    }

    public void Dispose()
    {
        _corridor.Dispose();
        _simulator.Dispose();
    }
}
