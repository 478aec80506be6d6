using Exchange.Desk;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.BitoPro;

/// <summary>T7: sent again once on connection loss or time-out only, then verified with T17 (bitopro.md 6.4).</summary>
public sealed class CancelTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(3)]
    public async Task A_lost_cancellation_is_sent_again_once_and_verified(int status)
    {
        await using var bench = Bench(Answer.Close, OrderWith(status));

        var cancellation = await bench.PassTime(bench.CancelOrderAsync("5550001112"));

        Assert.True(cancellation.Verified);
        Assert.Equal("5550001112", cancellation.OrderId);
        Assert.Equal("DELETE DELETE GET", string.Join(" ", bench.Server.Requests.Select(request => request.Method)));
        Assert.Equal(AttemptState.Accepted, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_cancellation_whose_repeat_is_answered_needs_no_verification()
    {
        var arrivals = 0;
        await using var bench = new BitoProBench(_ =>
            Interlocked.Increment(ref arrivals) == 1 ? Answer.Reset : Answer.Json(Examples.OrderCancelled)
        );

        var cancellation = await bench.PassTime(bench.CancelOrderAsync("5550001112"));

        Assert.False(cancellation.Verified);
        Assert.Equal(2, bench.Server.Count);
    }

    [Fact]
    public async Task A_repeat_that_is_refused_because_the_first_took_effect_counts_as_done()
    {
        var arrivals = 0;
        await using var bench = new BitoProBench(request =>
            request.Method == "GET" ? OrderWith(4)
            : Interlocked.Increment(ref arrivals) == 1 ? Answer.Close
            : Answer.Json("""{"error":"Invalid order"}""", 400)
        );

        var cancellation = await bench.PassTime(bench.CancelOrderAsync("5550001112"));

        Assert.True(cancellation.Verified);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_lost_cancellation_of_an_order_that_is_not_cancelled_stays_unknown(int status)
    {
        await using var bench = Bench(Answer.Close, OrderWith(status));

        var error = await Caught.ErrorAsync(
            "BitoPro.OutcomeUnknown",
            () => bench.PassTime(bench.CancelOrderAsync("5550001112"))
        );

        Assert.Equal(2, error.Attempts);
        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_lost_cancellation_whose_verification_fails_too_stays_unknown()
    {
        await using var bench = Bench(Answer.Close, Answer.Empty(404));

        await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => bench.PassTime(bench.CancelOrderAsync("5550001112")));

        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_stop_during_the_verification_leaves_the_outcome_unknown()
    {
        using var stop = new CancellationTokenSource();
        await using var bench = Bench(Answer.Close, Answer.Never);
        var cancelling = bench.CancelOrderAsync("5550001112", stop.Token);
        await Until.TrueAsync(() => bench.Clock.Waiting == 1);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.Server.ArrivedAsync(3);

        await stop.CancelAsync();

        await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => cancelling);
        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_stop_during_the_wait_for_the_repeat_leaves_the_outcome_unknown()
    {
        using var stop = new CancellationTokenSource();
        await using var bench = Bench(Answer.Close, Answer.Never);
        var cancelling = bench.CancelOrderAsync("5550001112", stop.Token);
        await Until.TrueAsync(() => bench.Clock.Waiting == 1);

        await stop.CancelAsync();

        await Caught.ErrorAsync("BitoPro.OutcomeUnknown", () => cancelling);
        Assert.Equal(1, bench.Server.Count);
        Assert.Equal(AttemptState.Unknown, (await bench.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task A_cancellation_without_an_answer_in_time_is_sent_again()
    {
        await using var bench = new BitoProBench(
            new BenchOptions { TimeLimit = TimeSpan.FromSeconds(5) },
            Answer.Never,
            Answer.Json(Examples.OrderCancelled)
        );
        var cancelling = bench.CancelOrderAsync("5550001112");
        await bench.Server.ArrivedAsync(1);

        bench.WireClock.Advance(TimeSpan.FromSeconds(5));

        await bench.PassTime(cancelling);
        Assert.Equal(2, bench.Server.CountOf("DELETE", "/"));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task A_refused_cancellation_is_rejected_and_asked_nothing_more(int status)
    {
        await using var bench = new BitoProBench(Answer.Empty(status));

        await Assert.ThrowsAsync<ExchangeException>(() => bench.CancelOrderAsync("5550001112"));

        Assert.Equal(1, bench.Server.Count);
        Assert.Equal(AttemptState.Rejected, (await bench.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(408)]
    [InlineData(409)]
    public async Task A_cancellation_answered_in_doubt_is_not_sent_again_and_verified(int status)
    {
        await using var bench = Bench(Answer.Empty(status), OrderWith(4));

        var cancellation = await bench.CancelOrderAsync("5550001112");

        Assert.True(cancellation.Verified);
        Assert.Equal(1, bench.Server.CountOf("DELETE", "/"));
    }

    [Fact]
    public async Task A_cancellation_that_nobody_took_is_known_not_to_have_happened()
    {
        await using var bench = new BitoProBench(new BenchOptions { Address = LoopbackServer.Nowhere });

        var error = await Caught.ErrorAsync("BitoPro.Unreachable", () => bench.PassTime(bench.CancelOrderAsync("1")));

        Assert.Equal(2, error.Attempts);
        Assert.Equal(AttemptState.Rejected, (await bench.OnlyAttemptAsync()).State);
    }

    private static BitoProBench Bench(Answer delete, Answer get) =>
        new(request => request.Method == "DELETE" ? delete : get);

    private static Answer OrderWith(int status) =>
        Answer.Json(
            Examples
                .Order.Replace("SL-777000111", "5550001112", StringComparison.Ordinal)
                .Replace("\"status\":-1", $"\"status\":{status}", StringComparison.Ordinal)
        );
}
