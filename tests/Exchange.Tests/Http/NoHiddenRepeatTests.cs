using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Http;

/// <summary>
/// Arrivals are counted at the server. The runtime's own handler repeats a request without content by itself when a
/// connection that was used before closes without an answer; ours must not (design.md section 3: send once).
/// </summary>
public sealed class NoHiddenRepeatTests
{
    private static readonly Answer Good = Answer.Json("""{"data":[]}""");

    public static TheoryData<string, bool> Endings =>
        new MatrixTheoryData<string, bool>(
            ["closed", "reset", "truncated", "html", "500", "408", "409", "429"],
            [true, false]
        );

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task An_order_arrives_once_whatever_happens(string ending, bool isWarm)
    {
        await using var bench = new BitoProBench(request => request.Method == "POST" ? Ending(ending) : Good);
        await WarmAsync(bench, isWarm);

        await Assert.ThrowsAsync<ExchangeException>(() => bench.PassTime(bench.PlaceAsync()));

        Assert.Equal(1, bench.Server.CountOf("POST", "/"));
        Assert.Equal(1, bench.Server.Connections);
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("reset")]
    public async Task A_read_arrives_as_often_as_it_says_that_it_was_sent(string ending)
    {
        await using var bench = new BitoProBench(request =>
            request.Path.Contains("/trades/", StringComparison.Ordinal) ? Ending(ending) : Good
        );
        await WarmAsync(bench, isWarm: true);

        var error = await Caught.ErrorAsync(
            "BitoPro.ConnectionLost",
            () => bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel))
        );

        Assert.Equal(4, error.Attempts);
        Assert.Equal(error.Attempts, bench.Server.CountOf("GET", "/v3/trades"));
    }

    [Theory]
    [InlineData("closed", 2)]
    [InlineData("reset", 2)]
    [InlineData("500", 1)]
    [InlineData("429", 1)]
    [InlineData("html", 1)]
    public async Task A_cancellation_arrives_twice_when_nothing_came_back_and_once_otherwise(
        string ending,
        int arrivals
    )
    {
        await using var bench = new BitoProBench(request =>
            request.Method == "DELETE" ? Ending(ending)
            : request.Path.Contains("/orders/", StringComparison.Ordinal) ? Answer.Empty(404)
            : Good
        );
        await WarmAsync(bench, isWarm: true);

        await Assert.ThrowsAsync<ExchangeException>(() => bench.PassTime(bench.CancelOrderAsync("1")));

        Assert.Equal(arrivals, bench.Server.CountOf("DELETE", "/"));
    }

    [Fact]
    public async Task An_order_that_is_never_answered_arrives_once_and_its_time_limit_ends_it()
    {
        await using var bench = new BitoProBench(request => request.Method == "POST" ? Answer.Never : Good);
        await WarmAsync(bench, isWarm: true);
        var placing = bench.PlaceAsync();
        await bench.Server.ArrivedAsync(2);

        bench.WireClock.Advance(TimeSpan.FromSeconds(30));

        await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => placing);
        Assert.Equal(1, bench.Server.CountOf("POST", "/"));
    }

    private static async Task WarmAsync(BitoProBench bench, bool isWarm)
    {
        if (isWarm)
        {
            await bench.Client.GetBalancesAsync(BitoProBench.Cancel);
        }
    }

    private static Answer Ending(string name) =>
        name switch
        {
            "closed" => Answer.Close,
            "reset" => Answer.Reset,
            "truncated" => Answer.Truncated(BitoPro.Examples.OrderCreated),
            "html" => Answer.Html(),
            _ => Answer.Empty(int.Parse(name, null)),
        };
}
