using Exchange.Http;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Http;

/// <summary>bitopro.md 6.4: what is sent again, how often, and when.</summary>
public sealed class RetryTests
{
    private static readonly Answer Good = Answer.Json("""{"data":[]}""");

    public static TheoryData<string> PassingTroubles =>
        ["408", "429", "500", "502", "503", "closed", "reset", "truncated"];

    [Theory]
    [MemberData(nameof(PassingTroubles))]
    public async Task A_read_is_sent_again_after_trouble_that_may_pass(string trouble)
    {
        await using var bench = new BitoProBench(Trouble(trouble), Good);

        await bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));

        Assert.Equal(2, bench.Server.Count);
    }

    // A 429 without Retry-After waits for a whole window of the limit: see RateLimitAnswerTests.
    public static TheoryData<string> TroublesWithoutWindow =>
        [.. PassingTroubles.Select(row => row.Data).Where(trouble => trouble != "429")];

    [Theory]
    [MemberData(nameof(TroublesWithoutWindow))]
    public async Task A_read_is_sent_four_times_at_most(string trouble)
    {
        await using var bench = new BitoProBench(Trouble(trouble));

        var error = await Assert.ThrowsAsync<ExchangeException>(() =>
            bench.PassTime(bench.Client.GetBalancesAsync(BitoProBench.Cancel))
        );

        Assert.Equal(4, bench.Server.Count);
        Assert.Equal(4, error.Attempts);
        Assert.False(error.OutcomeUnknown);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(302)]
    public async Task A_read_that_was_refused_is_not_sent_again(int status)
    {
        await using var bench = new BitoProBench(Answer.Empty(status), Good);

        await Assert.ThrowsAsync<ExchangeException>(() => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));

        Assert.Equal(1, bench.Server.Count);
    }

    [Theory]
    [InlineData("<html></html>")]
    [InlineData("")]
    [InlineData("""{"data":""")]
    public async Task A_whole_answer_of_nonsense_is_not_asked_for_again(string body)
    {
        await using var bench = new BitoProBench(Answer.Json(body), Good);

        await Caught.ErrorAsync(
            "BitoPro.InvalidReply",
            () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel)
        );

        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task A_connection_that_nobody_takes_is_tried_again()
    {
        await using var bench = new BitoProBench(new BenchOptions { Address = LoopbackServer.Nowhere }, Good);

        var error = await Caught.ErrorAsync(
            "BitoPro.Unreachable",
            () => bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel))
        );

        Assert.Equal(4, error.Attempts);
        Assert.Equal(ErrorKind.Connection, error.Kind);
    }

    [Theory]
    [InlineData(0.0, 0.8)]
    [InlineData(0.5, 1.0)]
    [InlineData(1.0, 1.2)]
    public async Task The_waits_are_1_2_and_4_seconds_give_or_take_a_fifth(double random, double factor)
    {
        await using var bench = new BitoProBench(new BenchOptions { Random = random }, Answer.Empty(503));

        await Assert.ThrowsAsync<ExchangeException>(() =>
            bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel))
        );

        var waits = bench.Events.OfType<RequestRepeated>().Select(repeated => repeated.Wait.TotalSeconds);
        Assert.Equal([1 * factor, 2 * factor, 4 * factor], waits.Select(seconds => Math.Round(seconds, 6)));
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_wait_is_over()
    {
        await using var bench = new BitoProBench(Answer.Empty(503), Good);
        var call = bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel);
        await Until.TrueAsync(() => bench.Clock.Waiting == 1);

        bench.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(1, bench.Server.Count);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await call;
        Assert.Equal(2, bench.Server.Count);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public async Task Retry_After_is_the_least_that_is_waited(double random)
    {
        await using var bench = new BitoProBench(
            new BenchOptions { Random = random },
            Answer.Empty(503, "Retry-After: 7"),
            Good
        );

        await bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));

        Assert.InRange(Assert.Single(bench.Events.OfType<RequestRepeated>()).Wait.TotalSeconds, 7, 8.5);
    }

    [Fact]
    public async Task Retry_After_may_be_a_date()
    {
        var date = new Testing.ManualClock().GetUtcNow().AddSeconds(9).ToString("R", null);
        await using var bench = new BitoProBench(Answer.Empty(503, $"Retry-After: {date}"), Good);

        await bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));

        Assert.Equal(9, Assert.Single(bench.Events.OfType<RequestRepeated>()).Wait.TotalSeconds, 6);
    }

    [Fact]
    public async Task A_Retry_After_beyond_the_budget_of_30_seconds_ends_the_call_at_once()
    {
        await using var bench = new BitoProBench(Answer.Empty(503, "Retry-After: 31"), Good);

        var error = await Caught.ErrorAsync(
            "BitoPro.ServerError",
            () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel)
        );

        Assert.Equal(1, error.Attempts);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task No_repeat_starts_after_30_seconds_of_trying()
    {
        var first = new TaskCompletionSource();
        await using var bench = new BitoProBench(Answer.Empty(503).After(first.Task), Good);
        var call = bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel);
        await bench.Server.ArrivedAsync(1);

        bench.Clock.Advance(TimeSpan.FromSeconds(29.5));
        first.SetResult();

        await Caught.ErrorAsync("BitoPro.ServerError", () => call);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task A_read_without_an_answer_in_time_is_sent_again()
    {
        await using var bench = new BitoProBench(
            new BenchOptions { TimeLimit = TimeSpan.FromSeconds(5) },
            Answer.Never,
            Good
        );
        var call = bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel);
        await bench.Server.ArrivedAsync(1);

        bench.WireClock.Advance(TimeSpan.FromSeconds(5));

        await bench.PassTime(call);
        Assert.Equal(2, bench.Server.Count);
    }

    [Fact]
    public async Task A_stop_ends_the_wait_for_a_repeat_at_once()
    {
        using var stop = new CancellationTokenSource();
        await using var bench = new BitoProBench(Answer.Empty(503), Good);
        var call = bench.Client.GetTradesAsync("btc_twd", stop.Token);
        await Until.TrueAsync(() => bench.Clock.Waiting == 1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task Repeats_are_told_of_without_query_and_headers()
    {
        await using var bench = new BitoProBench(Answer.Empty(503), Good);

        await bench.PassTime(bench.Client.GetOpenOrdersAsync("btc_twd", BitoProBench.Cancel));

        var told = string.Join('\n', bench.Events.Select(happened => happened.Text));
        Assert.Contains(
            "T8 GET /orders/open: answered 503; sent again in 1.0 s (retry 1)",
            told,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("btc_twd", told, StringComparison.Ordinal);
        Assert.DoesNotContain(BitoProBench.ApiKey, told, StringComparison.Ordinal);
    }

    private static Answer Trouble(string name) =>
        name switch
        {
            "closed" => Answer.Close,
            "reset" => Answer.Reset,
            "truncated" => Answer.Truncated("""{"data":[]}"""),
            _ => Answer.Empty(int.Parse(name, null)),
        };
}
