using System.Net.WebSockets;
using System.Text.Json;
using Exchange.Simulator.Tests.Support;

namespace Exchange.Simulator.Tests.BitoPro;

public sealed class StreamTests
{
    [Fact]
    public async Task The_book_comes_whole_and_again_when_it_changes()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        using var stream = await Open(simulator, "order-books/BTC_TWD:1");

        var first = await Next(stream);
        await trader.Limit("btc_twd", "BUY", "0.12345678", $"{simulator.BitoPro.BestPrices("btc_twd").Ask - 1}");
        var second = await Next(stream);

        Assert.Equal("ORDER_BOOK", first.GetProperty("event").GetString());
        Assert.Equal("BTC_TWD", first.GetProperty("pair").GetString());
        Assert.Equal(1, first.GetProperty("bids").GetArrayLength());
        Assert.Equal("0.1235", second.GetProperty("bids")[0].GetProperty("amount").GetString());
        Assert.Equal(Venue.Start.ToUnixTimeMilliseconds(), second.GetProperty("timestamp").GetInt64());
        Assert.Equal("2026-03-02T18:00:00.000Z", second.GetProperty("datetime").GetString());
    }

    [Fact]
    public async Task Several_pairs_share_a_socket_and_unknown_ones_are_dropped()
    {
        await using var simulator = Venue.Open();
        using var stream = await Open(simulator, "tickers?pairs=BTC_TWD,XYZ_TWD,ETH_TWD");

        var pairs = new[] { await Next(stream), await Next(stream) }.Select(frame =>
            frame.GetProperty("pair").GetString()
        );

        Assert.Equal(["BTC_TWD", "ETH_TWD"], pairs);
    }

    [Fact]
    public async Task Trades_come_once_each()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        using var stream = await Open(simulator, "trades/BTC_TWD");
        var first = await Next(stream);

        await trader.Market("btc_twd", "SELL", "0.0123");
        var second = await Next(stream);

        Assert.Equal(100, first.GetProperty("data").GetArrayLength());
        Assert.Equal(
            "0.01230000",
            Assert.Single(second.GetProperty("data").EnumerateArray()).GetProperty("amount").GetString()
        );
    }

    [Fact]
    public async Task Open_orders_start_whole_and_then_change()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Limit("eth_twd", "BUY", "0.01", "1000");
        using var stream = await Open(simulator, "auth/orders", trader);
        var first = await Next(stream);

        var id = await trader.Limit("btc_twd", "BUY", "0.001", "1000000");
        var placed = await Next(stream);
        await trader.Delete($"/orders/btc_twd/{id}");
        var cancelled = await Next(stream);

        Assert.Equal("ACTIVE_ORDERS", first.GetProperty("event").GetString());
        Assert.Equal(1, first.GetProperty("data").GetProperty("eth_twd").GetArrayLength());
        Assert.Equal(
            2147483647,
            placed.GetProperty("data").GetProperty("btc_twd")[0].GetProperty("clientID").GetInt32()
        );
        Assert.Equal("""{"btc_twd":[]}""", cancelled.GetProperty("data").GetRawText());
    }

    [Fact]
    public async Task Finished_orders_are_a_stream_of_their_own()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        using var stream = await Open(simulator, "auth/orders/histories", trader);
        var first = await Next(stream);

        var id = await trader.Market("btc_twd", "BUY", "1000");
        var second = await Next(stream);

        Assert.Equal("{}", first.GetProperty("data").GetRawText());
        Assert.Equal("RECENT_HISTORY_ORDERS", second.GetProperty("event").GetString());
        Assert.Equal(id, second.GetProperty("data").GetProperty("btc_twd")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Balances_start_whole_and_then_change()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        using var stream = await Open(simulator, "auth/account-balance", trader);
        var first = await Next(stream);

        await trader.Limit("btc_twd", "BUY", "1", "1000000");
        var second = await Next(stream);

        Assert.Equal("5000000", first.GetProperty("data").GetProperty("TWD").GetProperty("available").GetString());
        Assert.Equal(["TWD"], second.GetProperty("data").EnumerateObject().Select(currency => currency.Name));
        Assert.Equal("4000000", second.GetProperty("data").GetProperty("TWD").GetProperty("available").GetString());
    }

    [Fact]
    public async Task Own_trades_come_as_they_happen()
    {
        await using var simulator = Venue.Open();
        using var trader = new Trader(simulator);
        await trader.Market("btc_twd", "SELL", "0.001");
        using var stream = await Open(simulator, "auth/user-trades", trader);

        var id = await trader.Market("btc_twd", "SELL", "0.002");
        var frame = (await Next(stream)).GetProperty("data");

        Assert.Equal(id, frame.GetProperty("orderID").GetString());
        Assert.Equal(
            ("ask", "0.002"),
            (frame.GetProperty("side").GetString(), frame.GetProperty("volume").GetString())
        );
        Assert.False(frame.GetProperty("isMaker").GetBoolean());
    }

    [Theory]
    [InlineData("tickers/XYZ_TWD", 200)]
    [InlineData("auth/orders", 401)]
    public async Task An_upgrade_that_has_no_stream_gets_a_reply_instead(string path, int status)
    {
        await using var simulator = Venue.Open();
        using var client = new ClientWebSocket();
        client.Options.CollectHttpResponseDetails = true;

        await Assert.ThrowsAsync<WebSocketException>(() =>
            client.ConnectAsync(Uri(simulator, path), TestContext.Current.CancellationToken)
        );

        Assert.Equal(status, (int)client.HttpStatusCode);
    }

    [Fact]
    public async Task A_stream_ends_with_the_simulator()
    {
        var simulator = Venue.Open();
        using var stream = await Open(simulator, "trades/BTC_TWD");
        await Next(stream);

        simulator.Dispose();

        await Assert.ThrowsAnyAsync<WebSocketException>(() => Next(stream));
    }

    private static Uri Uri(ExchangeSimulator simulator, string path) =>
        new($"ws://127.0.0.1:{simulator.Port}/bitopro/ws/v1/pub/{path}");

    private static async Task<ClientWebSocket> Open(ExchangeSimulator simulator, string path, Trader? trader = null)
    {
        var client = new ClientWebSocket();
        using var signed = trader?.Request(HttpMethod.Get, "");
        foreach (var header in signed?.Headers.AsEnumerable() ?? [])
        {
            client.Options.SetRequestHeader(header.Key, header.Value.Single());
        }
        await client.ConnectAsync(Uri(simulator, path), TestContext.Current.CancellationToken);
        return client;
    }

    private static async Task<JsonElement> Next(ClientWebSocket stream)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        using var whole = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await stream.ReceiveAsync(buffer.AsMemory(), limit.Token);
            whole.Write(buffer, 0, part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new WebSocketException("The stream ended.");
            }
            if (part.EndOfMessage)
            {
                using var document = JsonDocument.Parse(whole.ToArray());
                return document.RootElement.Clone();
            }
        }
    }
}
