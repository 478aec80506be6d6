using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Orders;

/// <summary>T7: Stop-BitoProOrder.</summary>
public sealed class CancelOrderTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task An_order_is_cancelled_by_its_id()
    {
        var id = await PlaceAsync(1_000_000);

        var cancelled = (
            await _session.RunAsync($"Stop-BitoProOrder btc_twd {id} -Confirm:$false")
        ).DoneWithOne<BitoProCancellation>();

        Assert.Equal((id, "btc_twd", false), (cancelled.OrderId, cancelled.Pair, cancelled.Verified));
        Assert.Equal(4, Assert.Single(_session.Simulator.BitoPro.Orders).Status);
        var attempt = (await _session.AttemptsAsync())[^1];
        Assert.Equal(("CancelOrder", id, AttemptState.Accepted), (attempt.Operation, attempt.Reference, attempt.State));
        Assert.Equal(cancelled.AttemptId, attempt.AttemptId);
    }

    [Fact]
    public async Task Orders_are_cancelled_through_the_pipeline()
    {
        await PlaceAsync(1_000_000);
        await PlaceAsync(1_000_001);

        var cancelled = (
            await _session.RunAsync("Get-BitoProOrder -Open | Stop-BitoProOrder -Confirm:$false")
        ).Done<BitoProCancellation>();

        Assert.Equal(2, cancelled.Count);
        Assert.All(_session.Simulator.BitoPro.Orders, order => Assert.Equal(4, order.Status));
    }

    [Fact]
    public async Task An_id_that_is_not_known_does_not_keep_the_others_back()
    {
        var id = await PlaceAsync(1_000_000);

        var run = await _session.RunAsync($"Stop-BitoProOrder btc_twd 42,{id} -Confirm:$false");

        run.Failed("BitoPro.NotCancelled");
        Assert.Equal(id, Assert.Single(run.OutputOf<BitoProCancellation>()).OrderId);
        Assert.Equal(
            [AttemptState.Accepted, AttemptState.Rejected, AttemptState.Accepted],
            (await _session.AttemptsAsync()).Select(attempt => attempt.State)
        );
    }

    [Fact]
    public async Task A_lost_answer_is_repeated_once_and_then_verified_by_the_orders_own_state()
    {
        var id = await PlaceAsync(1_000_000);
        _session.Simulator.Faults.Next(FaultKind.DropAfter, method: "DELETE");

        var cancelled = (
            await _session.RunAsync($"Stop-BitoProOrder btc_twd {id} -Confirm:$false")
        ).DoneWithOne<BitoProCancellation>();

        Assert.True(cancelled.Verified);
        Assert.Equal(2, _session.Writes.Count(request => request.Method == "DELETE"));
        Assert.Equal(
            ("GET", $"/bitopro/v3/orders/btc_twd/{id}"),
            (_session.Requests[^1].Method, _session.Requests[^1].Path)
        );
        Assert.Equal(AttemptState.Accepted, (await _session.AttemptsAsync())[^1].State);
    }

    [Fact]
    public async Task A_cancellation_that_never_arrived_is_repeated_once()
    {
        var id = await PlaceAsync(1_000_000);
        _session.Simulator.Faults.Next(FaultKind.DropBefore, method: "DELETE");

        var cancelled = (
            await _session.RunAsync($"Stop-BitoProOrder btc_twd {id} -Confirm:$false")
        ).DoneWithOne<BitoProCancellation>();

        Assert.False(cancelled.Verified);
        Assert.Equal(2, _session.Writes.Count(request => request.Method == "DELETE"));
    }

    [Fact]
    public async Task A_cancellation_that_stays_unanswered_is_sent_twice_at_most_and_is_unknown()
    {
        var id = await PlaceAsync(1_000_000);
        _session.Simulator.Faults.Next(FaultKind.DropBefore, 9, method: "DELETE");

        (await _session.RunAsync($"Stop-BitoProOrder btc_twd {id} -Confirm:$false")).Failed("BitoPro.OutcomeUnknown");

        Assert.Equal(2, _session.Writes.Count(request => request.Method == "DELETE"));
        Assert.Equal(AttemptState.Unknown, (await _session.AttemptsAsync())[^1].State);
    }

    [Fact]
    public async Task An_order_that_was_filled_is_not_reported_as_cancelled()
    {
        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Sell Market 0.01 -Confirm:$false")).Done();
        var id = _session.Simulator.BitoPro.Orders[0].Id;

        var run = await _session.RunAsync($"Stop-BitoProOrder btc_twd {id} -Confirm:$false");

        Assert.Equal(422, run.OnlyError().Exception is ExchangeException { HttpStatus: { } status } ? status : 0);
        Assert.Empty(run.Output);
        Assert.Equal(AttemptState.Rejected, (await _session.AttemptsAsync())[^1].State);
    }

    public void Dispose() => _session.Dispose();

    private async Task<string> PlaceAsync(int price) =>
        (await _session.RunAsync($"Invoke-BitoProOrder btc_twd Buy Limit 0.01 {price} -Confirm:$false"))
            .DoneWithOne<BitoProOrderReceipt>()
            .OrderId;
}
