using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Writes;

/// <summary>
/// Every fault of the simulator on the way of an order: the right error, one send, and a settlement that agrees with what the
/// simulator holds.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const string Order = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false";

    private readonly CmdletHarness _session = new();

    public static TheoryData<FaultKind, bool?, int?> DoubtfulFaults =>
        new()
        {
            { FaultKind.DropBefore, null, null },
            { FaultKind.DropAfter, null, null },
            { FaultKind.Reset, true, null },
            { FaultKind.Reset, false, null },
            { FaultKind.Truncate, null, null },
            { FaultKind.ServerError, true, 500 },
            { FaultKind.ServerError, false, 500 },
            { FaultKind.ServerError, true, 502 },
            { FaultKind.ServerError, false, 503 },
            { FaultKind.Html, true, 200 },
            { FaultKind.Html, false, 200 },
            { FaultKind.Html, true, 502 },
            { FaultKind.ClockSkew, null, null },
        };

    [Theory]
    [MemberData(nameof(DoubtfulFaults))]
    public async Task A_doubtful_answer_leaves_the_order_unknown_and_asking_settles_it(
        FaultKind kind,
        bool? effect,
        int? status
    )
    {
        Strike(new FaultRule(kind) { Effect = effect, Status = status });

        var error = (await _session.RunAsync(Order)).Failed("BitoPro.OutcomeUnknown");

        var attempt = await _session.OnlyAttemptAsync();
        Assert.True(error.OutcomeUnknown);
        Assert.Equal(attempt.AttemptId, error.AttemptId);
        Assert.Equal(
            $"Do not send it again. Run: Resolve-ExchangeAttempt -AttemptId {attempt.AttemptId}",
            error.Remedy
        );
        Assert.Equal(AttemptState.Unknown, attempt.State);
        Assert.Single(_session.Writes);
        await AssertSettlesAsync();
    }

    [Fact]
    public async Task An_answer_later_than_the_time_limit_leaves_the_order_unknown()
    {
        Strike(new FaultRule(FaultKind.Slow));
        var placing = _session.StartAsync(Order);
        await Until.TrueAsync(() => _session.Clock.Waiting > 0, "the simulator keeps its answer back");

        _session.WireClock.Advance(TimeSpan.FromSeconds(31));
        var error = (await placing).Failed("BitoPro.OutcomeUnknown");

        Assert.Equal(ErrorKind.Timeout, error.Kind);
        Assert.Single(_session.Writes);
        await AssertSettlesAsync();
    }

    [Fact]
    public async Task A_slow_answer_within_the_time_limit_is_an_answer()
    {
        Strike(new FaultRule(FaultKind.Slow));

        (await _session.RunAsync(Order)).Done();

        Assert.Equal(AttemptState.Accepted, (await _session.OnlyAttemptAsync()).State);
    }

    [Fact]
    public async Task Too_many_requests_is_a_plain_refusal_and_is_not_sent_again()
    {
        Strike(new FaultRule(FaultKind.RateLimit));

        var error = (await _session.RunAsync(Order)).Failed("BitoPro.RateLimited");

        Assert.False(error.OutcomeUnknown);
        Assert.Equal((ErrorKind.RateLimited, 429), (error.Kind, error.HttpStatus));
        Assert.Equal(AttemptState.Rejected, (await _session.OnlyAttemptAsync()).State);
        Assert.Single(_session.Writes);
        Assert.Empty(_session.Simulator.BitoPro.Orders);
    }

    [Fact]
    public async Task A_service_that_is_not_there_leaves_nothing_in_doubt()
    {
        (await _session.RunAsync("Get-BitoProTradingPair")).Done();
        _session.Simulator.Stop();

        var error = (await _session.RunAsync(Order)).Failed("BitoPro.Unreachable");

        Assert.False(error.OutcomeUnknown);
        Assert.Equal(AttemptState.Rejected, (await _session.OnlyAttemptAsync()).State);
    }

    [Theory]
    [InlineData(FaultKind.DropBefore)]
    [InlineData(FaultKind.DropAfter)]
    [InlineData(FaultKind.Reset)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Html)]
    public async Task A_question_is_repeated_until_it_is_answered(FaultKind kind)
    {
        _session.Simulator.Faults.Add(new FaultRule(kind) { Count = 2, Status = kind == FaultKind.Html ? 502 : null });

        (await _session.RunAsync("Get-BitoProBalance twd")).Done();

        Assert.Equal(3, _session.Requests.Count);
    }

    [Fact]
    public async Task A_question_that_was_one_too_many_waits_its_limit_out()
    {
        _session.Simulator.Faults.Next(FaultKind.RateLimit);
        var start = _session.Clock.GetUtcNow();

        (await _session.RunAsync("Get-BitoProBalance twd")).Done();

        Assert.Equal(2, _session.Requests.Count);
        Assert.True(_session.Clock.GetUtcNow() - start >= TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(FaultKind.DropBefore, "BitoPro.ConnectionLost")]
    [InlineData(FaultKind.ServerError, "BitoPro.ServerError")]
    public async Task A_question_is_asked_four_times_at_most(FaultKind kind, string id)
    {
        _session.Simulator.Faults.Next(kind, 9);

        var error = (await _session.RunAsync("Get-BitoProBalance twd")).Failed(id);

        Assert.Equal((4, false), (error.Attempts, error.OutcomeUnknown));
        Assert.Equal(4, _session.Requests.Count);
    }

    public void Dispose() => _session.Dispose();

    private void Strike(FaultRule rule) =>
        _session.Simulator.Faults.Add(rule with { Count = 1, Method = "POST", Path = "/bitopro/v3/orders" });

    private async Task AssertSettlesAsync()
    {
        var early = (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();
        var orders = _session.Simulator.BitoPro.Orders;
        if (orders.Count == 0)
        {
            Assert.Equal(AttemptState.Unknown, early.State);
            _session.Clock.Advance(AttemptResolver.QuietAfter);
            var late = (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();
            Assert.Equal((AttemptState.Rejected, null), (late.State, late.Reference));
        }
        else
        {
            Assert.Equal((AttemptState.Accepted, Assert.Single(orders).Id), (early.State, early.Reference));
        }
        Assert.NotEqual(AttemptState.Unknown, (await _session.OnlyAttemptAsync()).State);
        Assert.Single(_session.Writes);
    }
}
