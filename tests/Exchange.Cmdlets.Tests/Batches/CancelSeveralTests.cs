using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Batches;

/// <summary>T15 and T16: Stop-BitoProOrder for several orders and for all.</summary>
public sealed class CancelSeveralTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task Orders_of_several_pairs_go_in_one_call()
    {
        await PlaceAsync("btc_twd", 1_000_000);
        await PlaceAsync("eth_twd", 10_000);

        var cancelled = (
            await _session.RunAsync("Get-BitoProOrder -Open | Stop-BitoProOrder -Confirm:$false")
        ).Done<BitoProCancellation>();

        Assert.Equal(["btc_twd", "eth_twd"], cancelled.Select(order => order.Pair).Order(StringComparer.Ordinal));
        Assert.Equal(("PUT", "/bitopro/v3/orders"), (_session.Writes[^1].Method, _session.Writes[^1].Path));
        Assert.All(_session.Simulator.BitoPro.Orders, order => Assert.Equal(4, order.Status));
        Assert.All((await _session.AttemptsAsync()).TakeLast(2), a => Assert.Equal(AttemptState.Accepted, a.State));
    }

    [Fact]
    public async Task An_order_that_the_service_does_not_list_is_told_as_not_cancelled()
    {
        var open = await PlaceAsync("btc_twd", 1_000_000);
        var ended = await PlaceAsync("btc_twd", 1_000_001);
        await _session.RunAsync($"Stop-BitoProOrder btc_twd {ended} -Confirm:$false");

        var run = await _session.RunAsync($"Stop-BitoProOrder btc_twd {ended},{open} -Confirm:$false");

        Assert.Equal("BitoPro.NotCancelled", run.OnlyError().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(open, Assert.Single(run.OutputOf<BitoProCancellation>()).OrderId);
        var states = (await _session.AttemptsAsync()).TakeLast(2).Select(attempt => attempt.State);
        Assert.Equal([AttemptState.Rejected, AttemptState.Accepted], states);
    }

    [Fact]
    public async Task A_lost_answer_is_repeated_once_and_verified_order_by_order()
    {
        var ids = $"{await PlaceAsync("btc_twd", 1_000_000)},{await PlaceAsync("btc_twd", 1_000_001)}";
        _session.Simulator.Faults.Next(FaultKind.DropAfter, count: 2, method: "PUT");

        var cancelled = (
            await _session.RunAsync($"Stop-BitoProOrder btc_twd {ids} -Confirm:$false")
        ).Done<BitoProCancellation>();

        Assert.Equal(2, cancelled.Count);
        Assert.All(cancelled, order => Assert.True(order.Verified));
        Assert.Equal(2, _session.Writes.Count(request => request.Method == "PUT"));
    }

    [Fact]
    public async Task One_attempt_id_for_several_is_refused_before_anything_is_sent()
    {
        var run = await _session.RunAsync("Stop-BitoProOrder btc_twd 1,2 -AttemptId mine -Confirm:$false");

        run.Failed("Exchange.InvalidAttemptId");
        Assert.Empty(_session.Writes);
    }

    [Fact]
    public async Task An_empty_pipeline_cancels_nothing_and_is_no_mistake()
    {
        (await _session.RunAsync("Get-BitoProOrder -Open | Stop-BitoProOrder -Confirm:$false")).Done();

        Assert.Empty(_session.Writes);
    }

    [Fact]
    public async Task All_of_a_pair_are_listed_in_the_draft_and_cancelled()
    {
        var first = await PlaceAsync("btc_twd", 1_000_000);
        var other = await PlaceAsync("eth_twd", 10_000);

        var preview = await _session.RunAsync("Stop-BitoProOrder -All -Pair btc_twd -WhatIf");
        var cancelled = await _session.RunAsync("Stop-BitoProOrder -All -Pair btc_twd -Confirm:$false");

        Assert.Contains("ALL", preview.HostText, StringComparison.Ordinal);
        Assert.Contains($"{first}: btc_twd BUY LIMIT 0.01 @ 1000000", preview.HostText, StringComparison.Ordinal);
        Assert.DoesNotContain(other, preview.HostText, StringComparison.Ordinal);
        Assert.Equal(first, cancelled.DoneWithOne<BitoProCancellation>().OrderId);
        Assert.Equal("/bitopro/v3/orders/btc_twd", _session.Writes[^1].Path);
    }

    [Fact]
    public async Task All_of_every_pair_must_be_said()
    {
        await PlaceAsync("btc_twd", 1_000_000);
        await PlaceAsync("eth_twd", 10_000);

        (await _session.RunAsync("Stop-BitoProOrder -Confirm:$false")).Refused("MissingMandatoryParameter");
        Assert.Equal(2, _session.Writes.Count);
        var cancelled = (await _session.RunAsync("Stop-BitoProOrder -All -Confirm:$false")).Done<BitoProCancellation>();

        Assert.Equal(2, cancelled.Count);
        Assert.Equal("/bitopro/v3/orders/all", _session.Writes[^1].Path);
    }

    [Fact]
    public async Task Cancel_all_is_never_repeated_and_settles_by_what_is_open()
    {
        await PlaceAsync("btc_twd", 1_000_000);
        _session.Simulator.Faults.Next(FaultKind.DropAfter, method: "DELETE");

        (await _session.RunAsync("Stop-BitoProOrder -All -Confirm:$false")).Failed("BitoPro.OutcomeUnknown");
        var settled = (await _session.RunAsync("Resolve-ExchangeAttempt")).DoneWithOne<Attempt>();

        Assert.Single(_session.Writes, request => request.Method == "DELETE");
        Assert.Equal(AttemptState.Accepted, settled.State);
    }

    public void Dispose() => _session.Dispose();

    private async Task<string> PlaceAsync(string pair, int price) =>
        (await _session.RunAsync($"Invoke-BitoProOrder {pair} Buy Limit 0.01 {price} -Confirm:$false"))
            .DoneWithOne<BitoProOrderReceipt>()
            .OrderId;
}
