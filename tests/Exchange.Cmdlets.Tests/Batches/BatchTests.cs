using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Cmdlets.Tests.Batches;

/// <summary>T14: Invoke-BitoProOrder -Batch.</summary>
public sealed class BatchTests : IDisposable
{
    private const string Send = "Invoke-BitoProOrder -Batch -Confirm:$false";

    private readonly CmdletHarness _session = new();

    [Fact]
    public async Task The_rows_of_a_file_go_as_one_call_with_an_attempt_each()
    {
        var receipts = (
            await _session.RunAsync(
                Send,
                Row("btc_twd", "buy", "LIMIT", "0.001", "1000000", "POST_ONLY"),
                Row("eth_twd", "sell", "LIMIT", "0.5", "900000", ""),
                Row("btc_twd", "buy", "MARKET", "3000", "", "")
            )
        ).Done<BitoProOrderReceipt>();

        Assert.Equal(("POST", "/bitopro/v3/orders/batch"), Call(Assert.Single(_session.Writes)));
        Assert.Equal(["btc_twd", "eth_twd", "btc_twd"], receipts.Select(receipt => receipt.Pair));
        Assert.Equal(["POST_ONLY", "GTC"], receipts.Take(2).Select(receipt => receipt.TimeInForce));
        var attempts = await _session.AttemptsAsync();
        Assert.Equal(receipts.Select(receipt => receipt.AttemptId), attempts.Select(attempt => attempt.AttemptId));
        Assert.Equal(receipts.Select(receipt => receipt.OrderId), attempts.Select(attempt => attempt.Reference));
        Assert.All(attempts, attempt => Assert.Equal(AttemptState.Accepted, attempt.State));
    }

    [Fact]
    public async Task More_than_ten_are_cut_into_calls_in_their_order()
    {
        var rows = Enumerable.Range(1, 23).Select(i => (object?)Limit(1_000_000 + i)).ToArray();

        var receipts = (await _session.RunAsync(Send, rows)).Done<BitoProOrderReceipt>();

        Assert.Equal(3, _session.Writes.Count);
        Assert.Equal(
            Enumerable.Range(1, 23).Select(i => (decimal?)(1_000_000 + i)),
            receipts.Select(order => order.Price)
        );
    }

    [Fact]
    public async Task Each_call_is_confirmed_as_a_whole()
    {
        _session.Answer("Y", "N");

        var run = await _session.RunAsync(
            "Invoke-BitoProOrder -Batch",
            [.. Enumerable.Range(1, 12).Select(i => (object?)Limit(1_000_000 + i))]
        );

        Assert.Equal(10, run.Done<BitoProOrderReceipt>().Count);
        Assert.Single(_session.Writes);
    }

    [Fact]
    public async Task WhatIf_prints_one_readable_draft_and_sends_nothing()
    {
        var run = await _session.RunAsync("Invoke-BitoProOrder -Batch -WhatIf", Limit(1_000_001), Limit(1_000_002));

        run.Done();
        Assert.Single(
            run.HostText.Split("What if:"),
            part => part.Contains("Place 2 orders", StringComparison.Ordinal)
        );
        Assert.Contains("2: BUY 0.001 btc (btc_twd, LIMIT @ 1000002)", run.HostText, StringComparison.Ordinal);
        Assert.Contains("Estimated value: 2000.003 TWD", run.HostText, StringComparison.Ordinal);
        Assert.Empty(_session.Writes);
        Assert.Empty(await _session.AttemptsAsync());
    }

    [Fact]
    public async Task A_mistake_in_the_last_row_sends_none_of_them()
    {
        object?[] rows = [.. Enumerable.Range(1, 11).Select(i => (object?)Limit(1_000_000 + i)), Limit(-5)];

        (await _session.RunAsync(Send, rows)).Failed("BitoPro.InvalidNumber");

        Assert.Empty(_session.Writes);
    }

    [Fact]
    public async Task Row_7_a_stop_order_is_refused()
    {
        var run = await _session.RunAsync(
            Send,
            Limit(1_000_001),
            Row("btc_twd", "buy", "STOP_LIMIT", "0.001", "1", "")
        );

        run.Failed("BitoPro.UnsupportedInBatch");
        Assert.Empty(_session.Requests);
    }

    [Fact]
    public async Task An_order_that_the_answer_leaves_out_is_told_and_stays_unknown()
    {
        var run = await _session.RunAsync(
            Send,
            Limit(1_000_001),
            Row("btc_twd", "buy", "LIMIT", "900", "1000002", ""),
            Limit(1_000_003)
        );

        Assert.Equal("BitoPro.OutcomeUnknown", run.OnlyError().FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal([1_000_001, 1_000_003], run.OutputOf<BitoProOrderReceipt>().Select(order => order.Price));
        var states = (await _session.AttemptsAsync()).Select(attempt => attempt.State);
        Assert.Equal([AttemptState.Accepted, AttemptState.Unknown, AttemptState.Accepted], states);
    }

    [Fact]
    public async Task A_lost_answer_leaves_every_order_unknown_and_each_can_be_settled()
    {
        _session.Simulator.Faults.Next(FaultKind.DropAfter, method: "POST");

        (await _session.RunAsync(Send, Limit(1_000_001), Limit(1_000_002))).Failed("BitoPro.OutcomeUnknown");
        var settled = (await _session.RunAsync("Resolve-ExchangeAttempt")).Done<Attempt>();

        Assert.Single(_session.Writes);
        Assert.All(settled, attempt => Assert.Equal(AttemptState.Accepted, attempt.State));
        Assert.Equal(
            _session.Simulator.BitoPro.Orders.Select(order => order.Id).Order(StringComparer.Ordinal),
            settled.Select(attempt => attempt.Reference).Order(StringComparer.Ordinal)
        );
    }

    public void Dispose() => _session.Dispose();

    private static (string, string) Call(RequestRecord request) => (request.Method, request.Path);

    private static PSObject Limit(decimal price) =>
        Row("btc_twd", "buy", "LIMIT", "0.001", price.ToString(System.Globalization.CultureInfo.InvariantCulture), "");

    private static PSObject Row(string pair, string side, string type, string amount, string price, string timeInForce)
    {
        var row = new PSObject();
        (string Name, string Value)[] cells =
        [
            ("Pair", pair),
            ("Side", side),
            ("Type", type),
            ("Amount", amount),
            ("Price", price),
            ("TimeInForce", timeInForce),
        ];
        foreach (var (name, value) in cells)
        {
            row.Properties.Add(new PSNoteProperty(name, value));
        }
        return row;
    }
}
