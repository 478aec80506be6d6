using Exchange.Desk;
using Exchange.Okx;
using Exchange.Tests.Loopback;
using Exchange.Tests.Support;

namespace Exchange.Tests.Okx;

/// <summary>What became of an attempt, asked for by the order itself.</summary>
public sealed class LookupTests
{
    private const string Order = """{"instId":"BTC-USDT","side":"buy","sz":"0.001","clOrdId":"mine1"}""";
    private const string Cancel = """{"instId":"BTC-USDT","ordId":"77"}""";
    private static readonly Answer None = Answer.Json("""{"code":"51603","msg":"Order does not exist","data":[]}""");

    private static Answer Found(string state) =>
        Answer.Json($$"""{"code":"0","data":[{"ordId":"77","clOrdId":"mine1","state":"{{state}}"}]}""");

    [Theory]
    [InlineData("live")]
    [InlineData("filled")]
    [InlineData("canceled")]
    public async Task An_order_that_is_there_was_accepted(string state)
    {
        await using var bench = await WithUnknownAsync("/api/v5/trade/order", Order, Found(state));

        var attempt = await ResolveAsync(bench);

        Assert.Equal((AttemptState.Accepted, "77"), (attempt.State, attempt.Reference));
        Assert.Equal("/v3/api/v5/trade/order?instId=BTC-USDT&clOrdId=mine1", bench.Server.Requests[1].Target);
        Assert.Equal(2, bench.Server.Count);
    }

    [Fact]
    public async Task An_order_that_is_not_there_when_nothing_can_be_under_way_was_not_taken()
    {
        await using var bench = await WithUnknownAsync("/api/v5/trade/order", Order, None);
        bench.Clock.Advance(AttemptResolver.QuietAfter);

        Assert.Equal(AttemptState.Rejected, (await ResolveAsync(bench)).State);
    }

    [Fact]
    public async Task An_order_that_is_not_there_yet_stays_unknown()
    {
        await using var bench = await WithUnknownAsync("/api/v5/trade/order", Order, None);

        Assert.Equal(AttemptState.Unknown, (await ResolveAsync(bench)).State);
    }

    [Fact]
    public async Task What_the_service_has_forgotten_stays_unknown_for_good()
    {
        await using var bench = await WithUnknownAsync("/api/v5/trade/order", Order, None);
        bench.Clock.Advance(TimeSpan.FromHours(3));

        var attempt = await ResolveAsync(bench);

        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Contains("two hours", attempt.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("canceled", AttemptState.Accepted)]
    [InlineData("mmp_canceled", AttemptState.Accepted)]
    [InlineData("filled", AttemptState.Rejected)]
    [InlineData("live", AttemptState.Unknown)]
    [InlineData("new_word", AttemptState.Unknown)]
    public async Task A_cancellation_is_judged_by_its_order(string state, AttemptState expected)
    {
        await using var bench = await WithUnknownAsync("/api/v5/trade/cancel-order", Cancel, Found(state));

        Assert.Equal(expected, (await ResolveAsync(bench)).State);
    }

    [Fact]
    public async Task A_write_that_cannot_be_asked_about_says_so_and_asks_nothing()
    {
        await using var bench = await WithUnknownAsync("/api/v5/account/set-position-mode", "{}", None);

        var attempt = await ResolveAsync(bench);

        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Contains(
            "cannot be asked what became of /api/v5/account/set-position-mode",
            attempt.Reason,
            StringComparison.Ordinal
        );
        Assert.Equal(1, bench.Server.Count);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_settles_nothing()
    {
        await using var bench = await WithUnknownAsync(
            "/api/v5/trade/order",
            Order,
            Answer.Json("""{"code":"50001","msg":"unavailable"}""", 503)
        );
        bench.Clock.Advance(AttemptResolver.QuietAfter);

        Assert.Equal(AttemptState.Unknown, (await ResolveAsync(bench)).State);
    }

    private static async Task<OkxBench> WithUnknownAsync(string path, string body, Answer later)
    {
        var bench = new OkxBench(request => request.Method == "POST" ? Answer.Close : later);
        await Caught.ErrorAsync("Okx.OutcomeUnknown", async () => await bench.PostAsync(path, body));
        return bench;
    }

    private static async Task<Attempt> ResolveAsync(OkxBench bench) =>
        await bench.PassTime(
            new AttemptResolver(bench.Journal, bench.Clock).ResolveAsync(
                await bench.OnlyAttemptAsync(),
                bench.Client.Lookup(),
                wait: false,
                OkxBench.Cancel
            )
        );
}
