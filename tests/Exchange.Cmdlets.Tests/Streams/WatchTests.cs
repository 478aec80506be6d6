using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Streams;

/// <summary>The public streams as a user types them; nobody is signed in. The clock stands: news come when a test makes them.</summary>
public sealed class WatchTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task A_book_comes_at_once_and_again_until_there_are_enough()
    {
        var running = _session.StartAsync("Watch-BitoProOrderBook btc_twd -Limit 10 -First 2");
        await OpenAsync(1);

        await MoveUntilDoneAsync(running);
        var books = (await running).Done<BitoProOrderBook>();

        Assert.Equal(["btc_twd", "btc_twd"], books.Select(book => book.Pair));
        Assert.All(books, book => Assert.Equal((10, 10), (book.Asks.Count, book.Bids.Count)));
        Assert.Equal("/bitopro/ws/v1/pub/order-books/BTC_TWD:10", Assert.Single(_session.Requests).Path);
        await OpenAsync(0);
    }

    [Fact]
    public async Task Select_Object_ends_it_and_the_socket_is_closed()
    {
        var running = _session.StartAsync("Watch-BitoProTicker btc_twd", first: 3);
        await MoveUntilDoneAsync(running);

        Assert.Equal(3, (await running).Done<BitoProTicker>().Count);
        await OpenAsync(0);
        Assert.Single(_session.Requests);
    }

    [Fact]
    public async Task Pairs_of_the_pipeline_share_one_connection()
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Pair", "usdt_twd"));

        var run = await _session.StartAsync("Watch-BitoProTicker -First 3", ["eth_twd", row, "btc_twd"]);

        Assert.Equal(
            ["btc_twd", "eth_twd", "usdt_twd"],
            run.Done<BitoProTicker>().Select(ticker => ticker.Pair).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "/bitopro/ws/v1/pub/tickers?pairs=ETH_TWD,USDT_TWD,BTC_TWD",
            Assert.Single(_session.Requests).Path
        );
    }

    [Fact]
    public async Task Trades_begin_with_the_last_ones_oldest_first()
    {
        var trades = (await _session.StartAsync("Watch-BitoProTrade btc_twd -First 100")).Done<BitoProTrade>();

        Assert.Equal(trades.Select(trade => trade.Time).Order(), trades.Select(trade => trade.Time));
        Assert.All(trades, trade => Assert.True(trade is { Pair: "btc_twd", Price: > 0, Amount: > 0 }));
    }

    [Fact]
    public async Task A_timeout_ends_it_without_an_error()
    {
        var running = _session.StartAsync("Watch-BitoProTicker btc_twd -TimeoutSec 5");
        await OpenAsync(1);

        await _session.Clock.AdvanceUntilDone(running, TimeSpan.FromSeconds(1));
        var run = await running;

        Assert.NotEmpty(run.Done<BitoProTicker>());
        Assert.Empty(run.Warnings);
        await OpenAsync(0);
    }

    [Fact]
    public async Task A_stop_ends_it_at_once_and_closes_the_socket()
    {
        using var stop = new CancellationTokenSource();
        var running = _session.StartAsync("Watch-BitoProTicker btc_twd", cancel: stop.Token);
        await OpenAsync(1);

        await stop.CancelAsync();
        var run = await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(run.Stopped);
        Assert.Empty(run.Errors);
        await OpenAsync(0);
    }

    [Fact]
    public async Task One_bad_pair_does_not_keep_the_others_back()
    {
        var run = await _session.StartAsync("Watch-BitoProTicker btc_twd,BTC_TWD -First 1");

        Assert.Equal("btc_twd", Assert.Single(run.OutputOf<BitoProTicker>()).Pair);
        run.Failed("BitoPro.InvalidPair");
    }

    [Fact]
    public async Task A_pair_that_the_session_knows_not_to_exist_is_left_out()
    {
        (await _session.RunAsync("Get-BitoProTradingPair")).Done();

        var run = await _session.StartAsync("Watch-BitoProTicker xyz_twd,btc_twd -First 1");

        Assert.Single(run.OutputOf<BitoProTicker>());
        run.Failed("BitoPro.UnknownPair");
        Assert.EndsWith("/tickers/BTC_TWD", _session.Requests[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_the_service_does_not_know_ends_it()
    {
        var run = await _session.StartAsync("Watch-BitoProTicker xyz_twd");

        Assert.Equal(200, run.Failed("BitoPro.UnknownPair").HttpStatus);
        Assert.NotNull(run.TerminatingError);
    }

    [Theory]
    [InlineData("Watch-BitoProTicker all", "BitoPro.InvalidPair")]
    [InlineData("Watch-BitoProOrderBook btc_twd -Limit 7", "BitoPro.LimitOutOfRange")]
    public async Task Bad_input_opens_no_socket(string line, string id)
    {
        (await _session.StartAsync(line)).Failed(id);

        Assert.Empty(_session.Requests);
    }

    [Theory]
    [InlineData("Watch-BitoProTicker btc_twd -First 0")]
    [InlineData("Watch-BitoProTicker btc_twd -TimeoutSec 0")]
    [InlineData("Watch-BitoProTicker btc_twd -TimeoutSec 2000001")]
    public async Task A_limit_is_at_least_one(string line) =>
        (await _session.StartAsync(line)).Refused("ParameterArgumentValidationError");

    [Fact]
    public async Task A_lost_connection_is_a_warning_and_the_stream_goes_on()
    {
        _session.Simulator.Faults.Add(
            new Simulator.FaultRule(Simulator.FaultKind.RateLimit, 1) { Path = "/bitopro/ws", Count = 1 }
        );

        var running = _session.StartAsync("Watch-BitoProTicker btc_twd -First 1 -Verbose");
        var reopened = Until.TrueAsync(() => _session.Requests.Count == 2, "the stream is opened again");
        await _session.Clock.AdvanceUntilDone(reopened, TimeSpan.FromSeconds(1));
        var run = await running;

        run.DoneWithOne<BitoProTicker>();
        Assert.Contains("It is opened again in 1.0 s", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
        Assert.Contains(
            run.Verbose,
            line => line.Message.Contains("TICKER GET /v1/pub/tickers/BTC_TWD -> open", StringComparison.Ordinal)
        );
        Assert.Equal(2, _session.Requests.Count);
        Assert.All(_session.Requests, request => Assert.True(request is { IsIdentified: true, Account: null }));
    }

    public void Dispose() => _session.Dispose();

    private Task OpenAsync(int streams) =>
        Until.TrueAsync(() => _session.Simulator.BitoPro.OpenStreams == streams, $"{streams} streams are open");

    // A price can only be told when it differs from the last one that was told.
    private async Task MoveUntilDoneAsync(Task<CmdletRun> running)
    {
        for (var price = 2_000_000; !running.IsCompleted; price += 1000)
        {
            _session.Simulator.BitoPro.MovePrice("btc_twd", price);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
