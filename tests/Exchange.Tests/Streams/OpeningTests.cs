using Exchange.BitoPro;
using Exchange.Streams;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Streams;

/// <summary>The upgrade: what is asked for, how it is signed, what answers to it end a stream.</summary>
public sealed class OpeningTests
{
    private static readonly Func<RawSocket, Task> OneTicker = async socket =>
    {
        await socket.TextAsync(Frames.TickerAt(1));
        await socket.SilenceAsync();
    };

    [Theory]
    [InlineData(null, "/ws/v1/pub/order-books/BTC_TWD", "btc_twd")]
    [InlineData(30, "/ws/v1/pub/order-books/BTC_TWD:30", "btc_twd")]
    [InlineData(null, "/ws/v1/pub/order-books?pairs=BTC_TWD,ETH_TWD", "btc_twd", "eth_twd")]
    [InlineData(1, "/ws/v1/pub/order-books?pairs=BTC_TWD:1,ETH_TWD:1", "btc_twd", "eth_twd")]
    public async Task Books_are_asked_for_as_the_service_writes_them(int? limit, string target, params string[] pairs)
    {
        await using var bench = new StreamBench(async socket =>
        {
            await socket.TextAsync(Frames.OrderBook);
            await socket.SilenceAsync();
        });
        await using var books = bench.Streams.WatchOrderBooksAsync(pairs, limit, StreamBench.Cancel).Open();

        await books.NextAsync();

        Assert.Equal(target, Assert.Single(bench.Server.Requests).Target);
    }

    [Fact]
    public async Task Every_stream_has_the_path_of_the_table()
    {
        Func<BitoProStreamClient, IAsyncEnumerable<object>>[] all =
        [
            s => s.WatchTickersAsync(["btc_twd"], StreamBench.Cancel),
            s => s.WatchTradesAsync(["btc_twd"], StreamBench.Cancel),
            s => s.WatchOpenOrdersAsync(StreamBench.Cancel),
            s => s.WatchEndedOrdersAsync(StreamBench.Cancel),
            s => s.WatchBalancesAsync(StreamBench.Cancel),
            s => s.WatchFillsAsync(StreamBench.Cancel),
        ];
        await using var bench = new StreamBench((_, _) => Answer.Json("""{"error":"no"}""", 403));
        foreach (var watch in all)
        {
            await using var items = watch(bench.Streams).Open();
            await Assert.ThrowsAsync<ExchangeException>(() => items.MoveNextAsync().AsTask());
        }

        string[] paths =
        [
            "tickers/BTC_TWD",
            "trades/BTC_TWD",
            "auth/orders",
            "auth/orders/histories",
            "auth/account-balance",
            "auth/user-trades",
        ];
        Assert.Equal(
            paths.Select(path => "/ws/v1/pub/" + path),
            bench.Server.Requests.Select(request => request.Target),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public async Task The_upgrade_of_public_data_carries_the_identification_headers_and_no_key()
    {
        await using var bench = new StreamBench(OneTicker);
        await using var tickers = bench.Tickers();
        await tickers.NextAsync();

        var request = Assert.Single(bench.Server.Requests);
        Assert.Equal("bitopro-spot/2.5.2 (Skill)", request.Header("User-Agent"));
        Assert.Equal("Claude-Skill", request.Header("X-Execution-Source"));
        Assert.Equal("bitopro/spot", request.Header("X-Skill-Name"));
        Assert.Equal("2.5.2", request.Header("X-Skill-Version"));
        Assert.Equal("AI-Agent", request.Header("X-Client-Type"));
        Assert.Null(request.Header("X-BITOPRO-APIKEY"));
    }

    [Fact]
    public async Task The_upgrade_of_an_accounts_stream_is_signed_anew_for_each_connection()
    {
        await using var bench = new StreamBench(
            async socket =>
            {
                await socket.TextAsync(Frames.Balances);
                await socket.CloseAsync(1001);
            },
            async socket =>
            {
                await socket.TextAsync(Frames.Balances.Replace("52000", "52001", StringComparison.Ordinal));
                await socket.SilenceAsync();
            }
        );
        await using var balances = bench.Streams.WatchBalancesAsync(StreamBench.Cancel).Open();
        await balances.NextAsync();
        await bench.ReopenedAsync(2);
        await balances.NextAsync();

        var (first, second) = (bench.Server.Requests[0], bench.Server.Requests[1]);
        Assert.All(bench.Server.Requests, AssertIsSigned);
        Assert.True(second.Nonce > first.Nonce);
        Assert.Equal(
            2,
            bench
                .Server.Requests.Select(request => request.Header("X-BITOPRO-SIGNATURE"))
                .Distinct(StringComparer.Ordinal)
                .Count()
        );
    }

    [Theory]
    [InlineData(401, "Invalid Signature", "BitoPro.AuthenticationFailed", ErrorKind.Authentication)]
    [InlineData(403, "Permission denied", "BitoPro.PermissionDenied", ErrorKind.Permission)]
    [InlineData(404, "no such stream", "BitoPro.NotFound", ErrorKind.NotFound)]
    [InlineData(422, "Invalid limit: 7", "BitoPro.InvalidParameter", ErrorKind.Service)]
    public async Task An_answer_that_will_not_change_ends_the_stream(int status, string text, string id, ErrorKind kind)
    {
        await using var bench = new StreamBench(
            (_, _) => Answer.Json($$"""{"error":"{{text}}"}""", status, "x-request-id: 4711")
        );
        await using var balances = bench.Streams.WatchBalancesAsync(StreamBench.Cancel).Open();

        var error = await Caught.ErrorAsync(id, () => balances.MoveNextAsync().AsTask());

        Assert.Equal(
            (kind, status, "4711", "ACCOUNT_BALANCE"),
            (error.Kind, error.HttpStatus ?? 0, error.RequestId, error.Call)
        );
        Assert.Contains(text.TrimEnd('.'), error.Message, StringComparison.Ordinal);
        Assert.False(error.OutcomeUnknown);
        Assert.Single(bench.Server.Requests);
        Assert.Empty(bench.Warnings);
    }

    [Fact]
    public async Task An_upgrade_that_is_answered_200_is_of_an_unknown_pair()
    {
        await using var bench = new StreamBench((_, _) => Answer.Json("{}"));
        await using var tickers = bench.Tickers("xyz_twd");

        var error = await Caught.ErrorAsync("BitoPro.UnknownPair", () => tickers.MoveNextAsync().AsTask());

        Assert.Contains("XYZ_TWD", error.Message, StringComparison.Ordinal);
        Assert.Contains("Get-BitoProTradingPair", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_that_the_service_is_known_not_to_trade_is_refused_before_anything_is_sent()
    {
        await using var bench = new StreamBench(OneTicker);
        bench.Pairs.Put(
            bench.Server.Address,
            [
                new BitoProTradingPair
                {
                    Pair = "btc_twd",
                    Base = "btc",
                    Quote = "twd",
                },
            ]
        );

        Caught.Error("BitoPro.UnknownPair", () => bench.Tickers("btc_twd", "xyz_twd"));
        Caught.Error("BitoPro.InvalidPair", () => bench.Tickers("BTC_TWD"));
        Caught.Error(
            "BitoPro.LimitOutOfRange",
            () => bench.Streams.WatchOrderBooksAsync(["btc_twd"], 7, StreamBench.Cancel)
        );
        Assert.Empty(bench.Server.Requests);
    }

    [Theory]
    [InlineData(302)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task An_answer_that_may_change_is_asked_for_again(int status)
    {
        await using var elsewhere = LoopbackServer.Answering(Answer.Json("{}"));
        await using var bench = new StreamBench(
            (request, connection) =>
                connection == 1
                    ? Answer.Json("""{"error":"later"}""", status, $"Location: {elsewhere.Address}")
                    : RawSocket.Upgrade(request, OneTicker)
        );
        await using var tickers = bench.Tickers();
        var next = tickers.NextAsync();

        await bench.ReopenedAsync(2);

        Assert.Equal(1, (await next).LastPrice);
        Assert.Contains("later", Assert.Single(bench.Warnings), StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task A_maintenance_page_is_no_unknown_pair()
    {
        await using var bench = new StreamBench(
            (request, connection) => connection == 1 ? Answer.Html() : RawSocket.Upgrade(request, OneTicker)
        );
        await using var tickers = bench.Tickers();
        var next = tickers.NextAsync();

        await bench.ReopenedAsync(2);

        Assert.Equal(1, (await next).LastPrice);
        Assert.Contains("HTML page", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upgrade_without_the_services_proof_is_no_stream()
    {
        await using var bench = new StreamBench(
            (request, connection) =>
                connection == 1
                    ? Answer.Empty(101, "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Accept: bm8=")
                    : RawSocket.Upgrade(request, OneTicker)
        );
        await using var tickers = bench.Tickers();
        var next = tickers.NextAsync();

        await bench.ReopenedAsync(2);

        Assert.Equal(1, (await next).LastPrice);
        Assert.Single(bench.Warnings);
    }

    [Fact]
    public async Task An_upgrade_that_is_never_answered_is_given_up_after_thirty_seconds()
    {
        await using var bench = new StreamBench(
            (request, connection) => connection == 1 ? Answer.Never : RawSocket.Upgrade(request, OneTicker)
        );
        await using var tickers = bench.Tickers();
        var next = tickers.NextAsync();
        await bench.Server.ArrivedAsync(1);

        bench.WireClock.Advance(TimeSpan.FromSeconds(30));
        await bench.ReopenedAsync(2);

        Assert.Equal(1, (await next).LastPrice);
        Assert.Contains("no answer within 30 seconds", Assert.Single(bench.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wss://stream.example.com/ws")]
    [InlineData("ws://127.0.0.1:8787/bitopro/ws")]
    [InlineData("ws://localhost/ws")]
    public void Streams_are_encrypted_except_on_this_machine(string address) =>
        Assert.Equal(new Uri(address), BitoProConnection.CheckedStreamAddress(address));

    [Theory]
    [InlineData("ws://stream.example.com/ws")]
    [InlineData("https://stream.example.com/ws")]
    [InlineData("wss://user:secret@stream.example.com/ws")]
    [InlineData("wss://stream.example.com/ws?pairs=BTC_TWD")]
    [InlineData("stream.example.com")]
    [InlineData("")]
    public void Any_other_address_is_refused(string address) =>
        Caught.Error("BitoPro.InvalidEndpoint", () => BitoProConnection.CheckedStreamAddress(address));

    [Fact]
    public async Task A_connection_that_does_not_know_its_streams_has_none()
    {
        await using var bench = new StreamBench(OneTicker);

        var error = Caught.Error("BitoPro.StreamEndpointMissing", () => bench.Client(null));

        Assert.Contains("BITOPRO_STREAM_URL", error.Remedy, StringComparison.Ordinal);
    }

    private static void AssertIsSigned(ReceivedRequest request)
    {
        Assert.Equal(BitoProBench.ApiKey, request.Header("X-BITOPRO-APIKEY"));
        Assert.StartsWith(
            $$"""{"identity":"{{BitoProBench.Email}}","nonce":""",
            request.PayloadText,
            StringComparison.Ordinal
        );
        Assert.Equal(
            BitoProSigner.Signature(KeyedHashes.Sha384(BitoProBench.ApiSecret), request.Header("X-BITOPRO-PAYLOAD")!),
            request.Header("X-BITOPRO-SIGNATURE")
        );
    }
}
