using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;

namespace Exchange.Cmdlets.Tests.Market;

/// <summary>T1, T2, T3 and T13 as a user types them; nobody is signed in.</summary>
public sealed class MarketDataTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task Tickers_of_every_pair_are_single_objects()
    {
        var tickers = (await _session.RunAsync("Get-BitoProTicker")).Done<BitoProTicker>();

        Assert.Contains(tickers, ticker => ticker is { Pair: "btc_twd", LastPrice: > 0, High24Hr: > 0, Low24Hr: > 0 });
        Assert.Equal("/bitopro/v3/tickers", Assert.Single(_session.Requests).Path);
    }

    [Theory]
    [InlineData("Get-BitoProTicker btc_twd")]
    [InlineData("Get-BitoProTicker -Pair btc_twd")]
    [InlineData("Get-BitoProTicker -P:btc_twd")]
    [InlineData("get-bitoproticker -pair btc_twd")]
    public async Task A_pair_is_given_by_position_by_name_and_by_prefix(string line)
    {
        var ticker = (await _session.RunAsync(line)).DoneWithOne<BitoProTicker>();

        Assert.Equal("btc_twd", ticker.Pair);
        Assert.Equal(_session.Simulator.BitoPro.LastPrice("btc_twd"), ticker.LastPrice);
    }

    [Fact]
    public async Task Pairs_come_as_a_list_by_value_and_by_property_name()
    {
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("Pair", "usdt_twd"));

        var listed = (await _session.RunAsync("Get-BitoProTicker btc_twd,eth_twd")).Done<BitoProTicker>();
        var piped = (await _session.RunAsync("Get-BitoProTicker", "eth_twd", row)).Done<BitoProTicker>();

        Assert.Equal(["btc_twd", "eth_twd"], listed.Select(ticker => ticker.Pair));
        Assert.Equal(["eth_twd", "usdt_twd"], piped.Select(ticker => ticker.Pair));
    }

    [Fact]
    public async Task One_bad_pair_does_not_keep_the_others_back()
    {
        var run = await _session.RunAsync("Get-BitoProTicker btc_twd,BTC_TWD,eth_twd");

        Assert.Equal(2, run.OutputOf<BitoProTicker>().Count);
        Assert.Null(run.TerminatingError);
        Assert.Contains("btc_twd", run.Failed("BitoPro.InvalidPair").Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_the_service_does_not_know_is_an_error_of_that_pair()
    {
        var run = await _session.RunAsync("Get-BitoProTicker xyz_twd,btc_twd");

        Assert.Equal(422, run.Failed("BitoPro.UnknownPair").HttpStatus);
        Assert.Single(run.OutputOf<BitoProTicker>());
    }

    [Fact]
    public async Task An_order_book_has_as_many_levels_as_asked_for()
    {
        var book = (await _session.RunAsync("Get-BitoProOrderBook btc_twd -Limit 10")).DoneWithOne<BitoProOrderBook>();

        var (bid, ask) = _session.Simulator.BitoPro.BestPrices("btc_twd");
        Assert.Equal("btc_twd", book.Pair);
        Assert.Equal((10, 10), (book.Asks.Count, book.Bids.Count));
        Assert.Equal((bid, ask), (book.BestBid, book.BestAsk));
        Assert.Equal(ask - bid, book.Spread);
        Assert.EndsWith("/order-book/btc_twd?limit=10", _session.Requests[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Books_of_tickers_come_through_the_pipeline()
    {
        var books = (
            await _session.RunAsync("Get-BitoProTicker btc_twd,eth_twd | Get-BitoProOrderBook -Limit 1 -Scale 1")
        ).Done<BitoProOrderBook>();

        Assert.Equal(["btc_twd", "eth_twd"], books.Select(book => book.Pair));
        Assert.All(books, book => Assert.Single(book.Asks));
    }

    [Fact]
    public async Task Public_trades_carry_time_price_and_amount()
    {
        var trades = (await _session.RunAsync("Get-BitoProTrade btc_twd")).Done<BitoProTrade>();

        Assert.NotEmpty(trades);
        Assert.All(trades, trade => Assert.True(trade is { Pair: "btc_twd", Price: > 0, Amount: > 0 }));
        Assert.All(trades, trade => Assert.True(trade.Time <= _session.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Otc_rates_come_for_each_currency_and_an_unknown_one_is_an_error()
    {
        var run = await _session.RunAsync("Get-BitoProOtcPrice usdt,xyz,btc");

        var rates = run.OutputOf<BitoProOtcPrice>();
        Assert.Equal(["usdt", "btc"], rates.Select(rate => rate.Currency));
        Assert.All(rates, rate => Assert.True(rate.BuyRate > rate.SellRate && rate.PricingCurrency == "TWD"));
        run.Failed("BitoPro.PriceUnavailable");
    }

    [Fact]
    public async Task Market_data_is_asked_for_unsigned_and_with_the_identification_headers()
    {
        (await _session.RunAsync("Get-BitoProTicker btc_twd")).Done();

        var request = Assert.Single(_session.Requests);
        Assert.True(request.IsIdentified);
        Assert.Null(request.Account);
    }

    public void Dispose() => _session.Dispose();
}
