using System.Collections;
using Exchange.BitoPro;
using Exchange.BitoPro.Wire;
using Exchange.Tests.BitoPro;
using Exchange.Tests.Support;

namespace Exchange.Tests.Streams;

/// <summary>Every field of the table of bitopro.md section 8 maps, and nothing is left over.</summary>
public sealed class FrameTests
{
    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeMilliseconds(1_712_000_000_123);

    private static readonly BitoProOrderBook Book = new()
    {
        Pair = "eth_twd",
        Asks = [new BitoProBookLevel(91300, 0.5m, 2, 0.5m)],
        Bids = [new BitoProBookLevel(91200, 1.25m, 1, 1.25m)],
        Time = Time,
        EventId = "77",
    };

    private static readonly BitoProTicker Ticker = new()
    {
        Pair = "eth_twd",
        LastPrice = 91234.5m,
        LastPriceUsd = 2851.07m,
        LastPriceTwd = 91234.5m,
        IsBuyer = true,
        PriceChange24Hr = -0.42m,
        Volume24Hr = 37.5012m,
        Volume24HrUsd = 106919.3m,
        Volume24HrTwd = 3421403.2m,
        High24Hr = 92010,
        Low24Hr = 90500,
        Time = Time,
    };

    private static readonly BitoProTrade Trade = new()
    {
        Pair = "eth_twd",
        Time = DateTimeOffset.FromUnixTimeSeconds(1_712_000_000),
        Price = 91250,
        Amount = 0.04m,
        IsBuyer = false,
    };

    private static readonly BitoProOrder Order = new()
    {
        OrderId = "SL-777000111",
        Pair = "eth_twd",
        Side = BitoProSide.Sell,
        Type = "STOP_LIMIT",
        Status = BitoProOrderStatus.NotTriggered,
        Price = 88000,
        OriginalAmount = 0.25m,
        RemainingAmount = 0.25m,
        ExecutedAmount = 0,
        AvgExecutionPrice = 0,
        Total = 0,
        Fee = 0,
        FeeSymbol = "twd",
        BitoFee = 0,
        StopPrice = 88500,
        Condition = "<=",
        TimeInForce = "GTC",
        ClientId = BitoProOrder.SkillClientId,
        Seq = "ETHTWD42",
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_127),
        UpdatedAt = DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_127),
    };

    private static readonly BitoProBalance Balance = new()
    {
        Currency = "twd",
        Amount = 52000,
        Available = 40000.5m,
        Stake = 0,
        Tradable = true,
    };

    private static readonly BitoProFill Fill = new()
    {
        TradeId = "900100",
        OrderId = "5550001112",
        Pair = "eth_twd",
        Side = BitoProSide.Sell,
        Price = 88010,
        BaseAmount = 0.1m,
        QuoteAmount = 8801,
        Fee = 17.602m,
        FeeSymbol = "TWD",
        IsTaker = false,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1_700_000_050),
        OrderType = "LIMIT",
    };

    [Fact]
    public async Task A_book_maps_whole()
    {
        var book = await OnlyAsync(
            Frames.OrderBook,
            streams => streams.WatchOrderBooksAsync(["eth_twd"], 5, StreamBench.Cancel)
        );

        Assert.Equal(Book.Asks, book.Asks);
        Assert.Equal(Book.Bids, book.Bids);
        Assert.Equal(Book, book with { Asks = Book.Asks, Bids = Book.Bids });
    }

    [Fact]
    public async Task A_ticker_maps_whole() => Assert.Equal(Ticker, await TickerOf(Frames.Ticker));

    [Fact]
    public async Task A_trade_maps_whole() =>
        Assert.Equal(
            Trade,
            await OnlyAsync(Frames.Trades, streams => streams.WatchTradesAsync(["eth_twd"], StreamBench.Cancel))
        );

    [Fact]
    public async Task An_open_order_maps_whole() =>
        Assert.Equal(
            Order,
            await OnlyAsync(Frames.ActiveOrders, streams => streams.WatchOpenOrdersAsync(StreamBench.Cancel))
        );

    [Fact]
    public async Task An_ended_order_maps_whole() =>
        Assert.Equal(
            Order,
            await OnlyAsync(Frames.HistoryOrders, streams => streams.WatchEndedOrdersAsync(StreamBench.Cancel))
        );

    [Fact]
    public async Task A_balance_maps_whole() =>
        Assert.Equal(
            Balance,
            await OnlyAsync(Frames.Balances, streams => streams.WatchBalancesAsync(StreamBench.Cancel))
        );

    [Fact]
    public async Task A_fill_maps_whole() => Assert.Equal(Fill, await FillOf(Frames.UserTrade));

    [Fact]
    public async Task Numbers_may_be_strings_and_truths_too()
    {
        var strings = JsonChanges
            .StringsForNumbers(Frames.UserTrade)
            .Replace("true", "\"true\"", StringComparison.Ordinal);

        Assert.Equal(Fill, await FillOf(strings));
        Assert.Equal(Fill, await FillOf(JsonChanges.NumbersForStrings(Frames.UserTrade)));
        Assert.Equal(Ticker, await TickerOf(JsonChanges.StringsForNumbers(Frames.Ticker)));
        Assert.Equal(Ticker, await TickerOf(JsonChanges.NumbersForStrings(Frames.Ticker)));
    }

    [Fact]
    public async Task Unknown_fields_survive()
    {
        var ticker = await TickerOf(JsonChanges.WithUnknownFields(Frames.Ticker));
        var fill = await FillOf(JsonChanges.WithUnknownFields(Frames.UserTrade));

        Assert.Equal("somethingNew", Assert.Single(ticker.GetExtensionData()).Key);
        Assert.Equal("somethingNew", Assert.Single(fill.GetExtensionData()).Key);
    }

    [Fact]
    public async Task A_ticker_without_a_pair_is_of_the_only_pair()
    {
        var frame = Frames.Ticker.Replace("\"pair\":\"ETH_TWD\",", "", StringComparison.Ordinal);

        Assert.Equal(Ticker, await TickerOf(frame));
    }

    [Theory]
    [InlineData(nameof(Frames.OrderBook), "OrderBook")]
    [InlineData(nameof(Frames.Ticker), "Ticker")]
    [InlineData(nameof(Frames.Trades), "Trades")]
    [InlineData(nameof(Frames.ActiveOrders), "Orders")]
    [InlineData(nameof(Frames.HistoryOrders), "Orders")]
    [InlineData(nameof(Frames.Balances), "Balances")]
    [InlineData(nameof(Frames.UserTrade), "UserTrade")]
    public void No_wire_object_however_deep_keeps_an_unmapped_field(string frame, string type)
    {
        var json = (string)typeof(Frames).GetField(frame)!.GetRawConstantValue()!;
        var info = typeof(BitoProStreamJson).GetProperty(type)!.GetValue(BitoProStreamJson.Default)!;

        var wire = System.Text.Json.JsonSerializer.Deserialize(
            json,
            (System.Text.Json.Serialization.Metadata.JsonTypeInfo)info
        );

        Assert.NotEmpty(WireObjects(wire).ToList());
        Assert.All(WireObjects(wire), found => Assert.Null(found.Extra));
    }

    [Fact]
    public async Task Whatever_stands_in_a_field_the_stream_goes_on()
    {
        string[] strange =
        [
            "null",
            "[]",
            "{}",
            "[null]",
            "\"\"",
            "\"x\"",
            "true",
            "-1",
            "1e400",
            "9223372036854775808",
        ];
        (string Frame, Func<BitoProStreamClient, IAsyncEnumerable<object>> Watch)[] streams =
        [
            (Frames.OrderBook, s => s.WatchOrderBooksAsync(["eth_twd"], null, StreamBench.Cancel)),
            (Frames.Ticker, s => s.WatchTickersAsync(["eth_twd"], StreamBench.Cancel)),
            (Frames.Trades, s => s.WatchTradesAsync(["eth_twd"], StreamBench.Cancel)),
            (Frames.ActiveOrders, s => s.WatchOpenOrdersAsync(StreamBench.Cancel)),
            (Frames.Balances, s => s.WatchBalancesAsync(StreamBench.Cancel)),
            (Frames.UserTrade, s => s.WatchFillsAsync(StreamBench.Cancel)),
        ];
        foreach (var (frame, watch) in streams)
        {
            var frames = strange.SelectMany(value => JsonChanges.EachNodeReplaced(frame, value)).ToList();
            await using var bench = new StreamBench(async socket =>
            {
                foreach (var changed in frames)
                {
                    await socket.TextAsync(changed);
                }
                await socket.CloseAsync(1000);
            });
            await using var items = watch(bench.Streams).Open();

            var first = await items.MoveNextAsync();

            Assert.True(first);
            Assert.NotNull(items.Current);
            await Until.TrueAsync(() =>
                bench.Warnings.Any(warning => warning.Contains("closed the stream", StringComparison.Ordinal))
            );
            Assert.Single(bench.Server.Requests);
        }
    }

    private static Task<BitoProTicker> TickerOf(string frame) =>
        OnlyAsync(frame, streams => streams.WatchTickersAsync(["eth_twd"], StreamBench.Cancel));

    private static Task<BitoProFill> FillOf(string frame) =>
        OnlyAsync(frame, streams => streams.WatchFillsAsync(StreamBench.Cancel));

    private static async Task<T> OnlyAsync<T>(string frame, Func<BitoProStreamClient, IAsyncEnumerable<T>> watch)
    {
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync(frame);
            await socket.SilenceAsync();
        });
        await using var items = watch(bench.Streams).Open();
        var item = await items.NextAsync();
        Assert.Empty(bench.Warnings);
        return item;
    }

    private static IEnumerable<WireObject> WireObjects(object? value) =>
        value switch
        {
            WireObject wire => wire.GetType()
                .GetProperties()
                .Where(property => property.Name is not "Required")
                .SelectMany(property => WireObjects(property.GetValue(wire)))
                .Prepend(wire),
            string or System.Text.Json.JsonElement => [],
            IDictionary entries => WireObjects(entries.Values),
            IEnumerable items => items.Cast<object?>().SelectMany(WireObjects),
            _ => [],
        };
}
