using Exchange.BitoPro;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

public sealed class ConnectionTests
{
    [Theory]
    [InlineData("https://api.bitopro.com/v3")]
    [InlineData("https://api.bitopro.com/v3/")]
    [InlineData("http://127.0.0.1:8080/v3")]
    [InlineData("http://localhost:8080/bitopro/v3")]
    [InlineData("http://[::1]:8080/v3")]
    public void Https_and_this_machine_are_taken(string address) =>
        Assert.Equal(new Uri(address), BitoProConnection.CheckedAddress(address));

    [Theory]
    [InlineData("http://api.bitopro.com/v3")]
    [InlineData("http://localhost.example.com/v3")]
    [InlineData("http://127.0.0.1.example.com/v3")]
    [InlineData("ftp://127.0.0.1/v3")]
    [InlineData("https://user:password@api.bitopro.com/v3")]
    [InlineData("https://api.bitopro.com/v3?x=1")]
    [InlineData("https://api.bitopro.com/v3#part")]
    [InlineData("/v3")]
    [InlineData("")]
    public void Anything_else_is_refused_without_a_trace_of_a_password(string address)
    {
        var error = Caught.Error("BitoPro.InvalidEndpoint", () => BitoProConnection.CheckedAddress(address));
        Assert.DoesNotContain("password", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_base_address_keeps_its_path_with_or_without_a_slash()
    {
        await using var server = LoopbackServer.Answering(Answer.Json("""{"data":[]}"""));
        foreach (var address in new[] { server.Address, new Uri(server.Address + "/") })
        {
            await using var bench = new BitoProBench(new BenchOptions { Address = address });
            await bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel);
        }

        Assert.All(server.Requests, request => Assert.Equal("/v3/trades/btc_twd", request.Target));
    }

    [Fact]
    public async Task No_private_call_is_sent_without_credentials()
    {
        await using var bench = new BitoProBench(new BenchOptions { IsSignedIn = false }, Answer.Empty());
        var client = bench.Client;
        var ticket = new OrderTicket
        {
            Pair = "btc_twd",
            Side = BitoProSide.Buy,
            Type = BitoProOrderType.Limit,
            Amount = "1",
            Price = "1",
        };
        Func<Task>[] calls =
        [
            () => client.GetBalancesAsync(BitoProBench.Cancel),
            () => client.GetOpenOrdersAsync(null, BitoProBench.Cancel),
            () => client.GetOrderAsync("btc_twd", "1", BitoProBench.Cancel),
            () => FirstOf(client.GetOrderHistoryAsync(new OrderHistoryQuery { Pair = "btc_twd" }, BitoProBench.Cancel)),
            () => FirstOf(client.GetFillsAsync(new FillQuery { Pair = "btc_twd" }, BitoProBench.Cancel)),
            () => bench.DraftAsync(ticket),
            () => bench.PlaceAsync(),
            () => bench.CancelOrderAsync("1"),
        ];

        foreach (var call in calls)
        {
            var error = await Caught.ErrorAsync("BitoPro.CredentialsMissing", call);
            Assert.Equal(ErrorKind.Authentication, error.Kind);
        }
        Assert.Equal(0, bench.Server.Count);
        Assert.Empty((await bench.Journal.ReadAsync(BitoProBench.Cancel)).Attempts);
    }

    private static async Task FirstOf<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items)
        {
            return;
        }
    }
}
