using System.Net;
using System.Net.Sockets;
using System.Text;
using Exchange.Http;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Http;

/// <summary>Answers that no service should give, and what becomes of them.</summary>
public sealed class TransportTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_credentials_go_nowhere_else(int status)
    {
        await using var elsewhere = LoopbackServer.Answering(Answer.Json("""{"data":[]}"""));
        await using var bench = new BitoProBench(
            Answer.Empty(status, $"Location: {elsewhere.Address}/accounts/balance")
        );

        var error = await Caught.ErrorAsync(
            "BitoPro.UnexpectedReply",
            () => bench.Client.GetBalancesAsync(BitoProBench.Cancel)
        );

        Assert.Equal(status, error.HttpStatus);
        Assert.Equal(0, elsewhere.Count);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task An_endless_answer_is_given_up_at_ten_mebibytes()
    {
        var sent = 0L;
        await using var bench = new BitoProBench(Answer.Endless(total => Interlocked.Exchange(ref sent, total)));

        var error = await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel)
        );

        Assert.Contains("larger than 10 MiB", error.Message, StringComparison.Ordinal);
        Assert.InRange(Interlocked.Read(ref sent), 9_000_000, 40_000_000);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task An_answer_that_promises_too_much_is_not_read_at_all()
    {
        var promise = new Answer(
            (stream, cancel) =>
                stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n{"u8.ToArray(), cancel).AsTask()
        );
        await using var bench = new BitoProBench(promise);

        await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel)
        );
    }

    [Fact]
    public async Task A_gzip_bomb_is_given_up_with_bounded_memory()
    {
        await using var bench = new BitoProBench(Answer.Gzip(new byte[300_000_000]));
        await Assert.ThrowsAsync<ExchangeException>(() => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var error = await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel)
        );

        Assert.Contains("larger than 10 MiB", error.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 250_000_000);
    }

    [Fact]
    public async Task An_honest_gzip_answer_is_read()
    {
        await using var bench = new BitoProBench(Answer.Gzip(Encoding.UTF8.GetBytes(BitoPro.Examples.Trades)));

        Assert.Single(await bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));
        Assert.Contains("gzip", bench.Server.Requests[0].Header("Accept-Encoding")!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Broken_compression_is_an_invalid_reply(string encoding)
    {
        var broken = Answer.Of(
            "this is not compressed"u8.ToArray(),
            "application/json",
            200,
            $"Content-Encoding: {encoding}"
        );
        await using var bench = new BitoProBench(broken);

        await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel))
        );
        await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => bench.PlaceAsync());
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    [InlineData(100_000, false)]
    public async Task Nesting_is_read_to_a_depth_of_64(int depth, bool isRead)
    {
        var json = "{\"data\":[],\"deep\":" + new string('[', depth) + new string(']', depth) + "}";
        await using var bench = new BitoProBench(Answer.Json(json));

        var call = () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel);

        if (isRead)
        {
            Assert.Empty(await call());
            return;
        }
        await Caught.ErrorAsync("BitoPro.InvalidReply", call);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("  ", "it is not whole or not JSON")]
    [InlineData("<!DOCTYPE html><html></html>", "it is an HTML page")]
    [InlineData("""{"data":[{"price":"1","amou""", "it is not whole")]
    [InlineData("""{"data":{}}""", "its field $.data")]
    [InlineData("""{"data":[{"price":{}}]}""", "its field $.data[0].price")]
    [InlineData("""{"data":[{"isBuyer":"maybe"}]}""", "its field $.data[0].isBuyer")]
    [InlineData("""{"data":[{"timestamp":99999999999999999}]}""", "its field $.data[0].timestamp")]
    [InlineData("""{"nothing":1}""", "it is not whole or not JSON")]
    [InlineData("null", "it is null")]
    [InlineData("[]", "it is not whole or not JSON")]
    [InlineData("7", "it is not whole or not JSON")]
    public async Task An_answer_that_is_not_the_contracts_says_what_is_wrong_with_it(string body, string expected)
    {
        await using var bench = new BitoProBench(Answer.Json(body, headers: "x-request-id: r-1"));

        var error = await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel)
        );

        Assert.Equal(ErrorKind.InvalidReply, error.Kind);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal("r-1", error.RequestId);
        Assert.Equal(200, error.HttpStatus);
        Assert.Equal("GET /trades/btc_twd", error.Endpoint);
    }

    [Fact]
    public async Task An_invalid_reply_tells_how_often_it_was_asked_for()
    {
        await using var bench = new BitoProBench(Answer.Empty(503), Answer.Html());

        var error = await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel))
        );
        Assert.Equal(2, error.Attempts);

        await using var other = new BitoProBench(Answer.Empty(503), Answer.Json("[]"));
        error = await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => other.PassTime(other.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel))
        );
        Assert.Equal(2, error.Attempts);
    }

    [Fact]
    public async Task An_answer_in_drips_is_read_whole()
    {
        await using var bench = new BitoProBench(Answer.Dripped(BitoPro.Examples.Trades));

        Assert.Single(await bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));
    }

    [Fact]
    public async Task A_connection_that_nobody_completes_leaves_an_order_unsent()
    {
        using var deaf = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        deaf.Listen(0);
        var callers = Enumerable.Range(0, 4).Select(_ => CallInVain((IPEndPoint)deaf.LocalEndPoint!)).ToList();
        var transport = new ApiTransport(TimeProvider.System, connectLimit: TimeSpan.FromMilliseconds(200));
        var address = new Uri($"http://{deaf.LocalEndPoint}/");

        var trouble = await Assert.ThrowsAsync<TransportException>(() =>
            transport.SendAsync(address, HttpMethod.Post, new SignedRequest([], []), null, BitoProBench.Cancel)
        );

        Assert.Equal(TransportFailure.NotConnected, trouble.Failure);
        Assert.False(trouble.MayHaveLeft);
        callers.ForEach(caller => caller.Dispose());
        transport.Dispose();
    }

    // Fills the queue of connections that nobody accepts.
    private static Socket CallInVain(IPEndPoint address)
    {
        var caller = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        try
        {
            caller.Connect(address);
        }
        catch (SocketException)
        {
            // Not connected yet: it only has to be on its way.
        }
        return caller;
    }
}
