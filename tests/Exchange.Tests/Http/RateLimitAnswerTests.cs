using Exchange.Http;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Http;

/// <summary>What an answer of 429 does to the calls after it.</summary>
public sealed class RateLimitAnswerTests
{
    private static readonly Answer Good = Answer.Json("""{"data":[]}""");

    [Fact]
    public async Task A_429_keeps_every_call_of_the_same_limit_back_for_a_window()
    {
        var answers = 0;
        await using var bench = new BitoProBench(_ =>
            Interlocked.Increment(ref answers) == 1 ? Answer.Empty(429) : Good
        );
        var refused = bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel);
        await Until.TrueAsync(() => bench.Clock.Waiting == 1);

        var other = bench.Client.GetCurrenciesAsync(BitoProBench.Cancel);
        bench.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, bench.Server.Count);

        await bench.PassTime(refused);
        await bench.PassTime(other);
        Assert.Equal(3, bench.Server.Count);
    }

    [Fact]
    public async Task A_read_that_is_answered_429_again_after_a_whole_window_gives_up()
    {
        await using var bench = new BitoProBench(Answer.Empty(429));

        var error = await Caught.ErrorAsync(
            "BitoPro.RateLimited",
            () => bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel))
        );

        Assert.Equal(2, error.Attempts);
        Assert.Equal("Wait a minute, then repeat.", error.Remedy);
    }

    [Fact]
    public async Task A_429_with_Retry_After_keeps_them_back_for_that_long()
    {
        var answers = 0;
        await using var bench = new BitoProBench(_ =>
            Interlocked.Increment(ref answers) == 1 ? Answer.Empty(429, "Retry-After: 3") : Good
        );
        var call = bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel);
        await Until.TrueAsync(() => bench.Clock.Waiting == 1);

        bench.Clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.Equal(1, bench.Server.Count);

        await bench.PassTime(call);
        Assert.Equal(2, bench.Server.Count);
    }

    [Fact]
    public async Task A_429_of_a_public_call_does_not_keep_private_calls_back()
    {
        await using var bench = new BitoProBench(request =>
            request.Path.Contains("/trades/", StringComparison.Ordinal) ? Answer.Empty(429, "Retry-After: 100") : Good
        );
        await Caught.ErrorAsync(
            "BitoPro.RateLimited",
            () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel)
        );

        await bench.Client.GetBalancesAsync(BitoProBench.Cancel);

        Assert.Equal(2, bench.Server.Count);
    }

    [Fact]
    public async Task A_refused_order_is_not_sent_again_and_the_error_says_so()
    {
        await using var bench = new BitoProBench(Answer.Json("""{"error":"too many"}""", 429));

        var error = await Caught.ErrorAsync("BitoPro.RateLimited", () => bench.PlaceAsync());

        Assert.Equal(1, bench.Server.Count);
        Assert.False(error.OutcomeUnknown);
        Assert.StartsWith("It was not taken.", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Retry_After_of_centuries_breaks_nothing_and_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var bench = new BitoProBench(Answer.Empty(429, "Retry-After: 2147483647"));
        await Caught.ErrorAsync(
            "BitoPro.RateLimited",
            () => bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel)
        );

        var next = bench.Client.GetTradesAsync("btc_twd", stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task A_wait_of_more_than_a_second_is_told_of()
    {
        await using var bench = new BitoProBench(Answer.Empty(429, "Retry-After: 5"), Good);
        await bench.PassTime(bench.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));
        Assert.Empty(bench.Events.OfType<WaitingForLimit>());

        await using var other = new BitoProBench(Answer.Empty(429, "Retry-After: 40"), Good);
        await Assert.ThrowsAsync<ExchangeException>(() => other.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));
        await other.PassTime(other.Client.GetTradesAsync("btc_twd", BitoProBench.Cancel));

        var told = Assert.Single(other.Events.OfType<WaitingForLimit>());
        Assert.Contains("waits 40.0 s for the limit 'public' (600 in 60 s)", told.Text, StringComparison.Ordinal);
    }
}
