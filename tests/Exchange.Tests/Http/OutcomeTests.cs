using Exchange.Desk;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Http;

/// <summary>What is known of an order after every way in which its sending can end (bitopro.md 6.4).</summary>
public sealed class OutcomeTests
{
    public static TheoryData<string> Doubtful =>
        [
            "closed",
            "reset",
            "truncated",
            "html 200",
            "empty 200",
            "half 200",
            "error 200",
            "302",
            "408",
            "409",
            "500",
            "502",
            "503",
            "html 502",
            "words that are no UTF-8",
            "values that are no UTF-8",
            "half a surrogate pair",
        ];

    public static TheoryData<int> Certain => [400, 401, 403, 404, 422, 429];

    [Fact]
    public async Task A_conflict_that_leaves_an_order_unknown_says_that_it_may_be_the_clock()
    {
        await using var bench = new BitoProBench(Answer.Empty(409));

        var error = await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => bench.PlaceAsync());

        Assert.Contains("clock differs", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Doubtful))]
    public async Task The_outcome_is_unknown_after(string ending)
    {
        await using var bench = new BitoProBench(Ending(ending));

        var error = await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => bench.PlaceAsync(attemptId: "a-1"));

        Assert.True(error.OutcomeUnknown);
        Assert.Equal("a-1", error.AttemptId);
        Assert.Equal("T6", error.Call);
        Assert.Equal("POST /orders/btc_twd", error.Endpoint);
        Assert.Equal("Do not send it again. Run: Resolve-ExchangeAttempt -AttemptId a-1", error.Remedy);
        Assert.Contains("not known whether", error.Message, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
        Assert.Equal(1, bench.Server.Count);
    }

    [Theory]
    [MemberData(nameof(Certain))]
    public async Task The_order_was_refused_after(int status)
    {
        await using var bench = new BitoProBench(Answer.Json("""{"error":"No."}""", status, "x-request-id: r-77"));

        var error = await Assert.ThrowsAsync<ExchangeException>(() => bench.PlaceAsync());

        Assert.False(error.OutcomeUnknown);
        Assert.Equal(status, error.HttpStatus);
        Assert.Equal("No.", error.ServiceCode);
        Assert.Equal("r-77", error.RequestId);
        Assert.Equal(AttemptState.Rejected, (await bench.OnlyAttemptAsync()).State);
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task Nothing_was_sent_when_nobody_takes_the_connection()
    {
        await using var bench = new BitoProBench(new BenchOptions { Address = LoopbackServer.Nowhere });

        var error = await Caught.ErrorAsync("BitoPro.Unreachable", () => bench.PlaceAsync());

        Assert.False(error.OutcomeUnknown);
        Assert.StartsWith("Nothing was sent.", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Rejected, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task The_outcome_is_unknown_after_the_time_limit()
    {
        await using var bench = new BitoProBench(Answer.Never);
        var placing = bench.PlaceAsync();
        await bench.Server.ArrivedAsync(1);

        bench.WireClock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(placing.IsCompleted);
        bench.WireClock.Advance(TimeSpan.FromSeconds(0.1));

        var error = await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => placing);
        Assert.Equal(ErrorKind.Timeout, error.Kind);
        Assert.Contains("no answer within 30 seconds", error.Message, StringComparison.Ordinal);
        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task The_outcome_is_unknown_when_a_person_stops_it_on_the_way()
    {
        using var stop = new CancellationTokenSource();
        await using var bench = new BitoProBench(Answer.Never);
        var placing = bench.PlaceAsync(cancel: stop.Token);
        await bench.Server.ArrivedAsync(1);

        await stop.CancelAsync();

        var error = await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => placing);
        Assert.Equal(ErrorKind.Cancelled, error.Kind);
        Assert.True(error.OutcomeUnknown);
        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task Nothing_is_written_or_sent_when_a_person_stops_it_while_it_waits_for_its_limit()
    {
        using var stop = new CancellationTokenSource();
        await using var bench = new BitoProBench(Answer.Empty(429));
        await Caught.ErrorAsync("BitoPro.RateLimited", () => bench.PlaceAsync(attemptId: "first"));
        var waiting = bench.PlaceAsync(attemptId: "second", cancel: stop.Token);
        await Until.TrueAsync(() => bench.Clock.Waiting == 1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(1, bench.Server.Count);
        Assert.Equal("first", (await bench.OnlyAttemptAsync()).AttemptId);
    }

    [Fact]
    public async Task A_stopped_read_is_just_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var bench = new BitoProBench(Answer.Never);
        var call = bench.Client.GetBalancesAsync(stop.Token);
        await bench.Server.ArrivedAsync(1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static Answer Ending(string name) =>
        name switch
        {
            "closed" => Answer.Close,
            "reset" => Answer.Reset,
            "truncated" => Answer.Truncated(BitoPro.Examples.OrderCreated),
            "html 200" => Answer.Html(),
            "html 502" => Answer.Html(502),
            "empty 200" => Answer.Empty(),
            "half 200" => Answer.Json(BitoPro.Examples.OrderCreated[..40]),
            "error 200" => Answer.Json("""{"error":"Invalid something"}"""),
            "words that are no UTF-8" => Answer.Of(
                [.. "{\"error\":\"Inv"u8, 0xFF, .. "\"}"u8],
                "application/json",
                200
            ),
            "values that are no UTF-8" => Answer.Of(
                [
                    .. System.Text.Encoding.UTF8.GetBytes(BitoPro.Examples.OrderCreated[..^1]),
                    .. ",\"x\":\""u8,
                    0xFF,
                    .. "\"}"u8,
                ],
                "application/json",
                200
            ),
            "half a surrogate pair" => Answer.Json("""{"error":"\ud800"}"""),
            "302" => Answer.Empty(302, "Location: /elsewhere"),
            _ => Answer.Empty(int.Parse(name, null)),
        };
}
