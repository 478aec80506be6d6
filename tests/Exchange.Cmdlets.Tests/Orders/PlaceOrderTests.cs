using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Desk;

namespace Exchange.Cmdlets.Tests.Orders;

/// <summary>T6: how an order is written, and what comes of it.</summary>
public sealed class PlaceOrderTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Theory]
    [InlineData("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false")]
    [InlineData("Invoke-BitoProOrder -Pair btc_twd -Side BUY -Type LIMIT -Amount 0.01 -Price 1000000 -Confirm:$false")]
    [InlineData("Invoke-BitoProOrder btc_twd buy limit 0.010 1000000.0 -TimeInForce GTC -Confirm:false")]
    public async Task A_limit_order_is_placed_and_its_receipt_names_order_and_attempt(string line)
    {
        var receipt = (await _session.RunAsync(line)).DoneWithOne<BitoProOrderReceipt>();

        var order = Assert.Single(_session.Simulator.BitoPro.Orders);
        Assert.Equal((order.Id, "btc_twd", "LIMIT"), (receipt.OrderId, receipt.Pair, receipt.Type));
        Assert.Equal((BitoProSide.Buy, 0.01m, 1_000_000m), (receipt.Side, receipt.Amount, receipt.Price));
        Assert.Equal(BitoProOrder.SkillClientId, order.ClientId);
        var attempt = await _session.OnlyAttemptAsync();
        Assert.Equal((receipt.AttemptId, AttemptState.Accepted), (attempt.AttemptId, attempt.State));
        Assert.Equal((order.Id, "PlaceOrder"), (attempt.Reference, attempt.Operation));
    }

    [Theory]
    [InlineData("Invoke-BitoProOrder btc_twd Sell STOP_LIMIT 0.01 2000000 -StopPrice 2010000 -Condition '<='")]
    [InlineData("Invoke-BitoProOrder btc_twd Sell StopLimit 0.01 2000000 -Stop 2010000 -Cond '<='")]
    public async Task A_stop_order_takes_the_services_own_word(string line)
    {
        var receipt = (await _session.RunAsync($"{line} -Confirm:$false")).DoneWithOne<BitoProOrderReceipt>();

        Assert.StartsWith("SL-", receipt.OrderId, StringComparison.Ordinal);
        var order = Assert.Single(_session.Simulator.BitoPro.Orders);
        Assert.Equal(("STOP_LIMIT", 2_010_000m), (order.Type, order.StopPrice));
    }

    [Theory]
    [InlineData("POST_ONLY")]
    [InlineData("PostOnly")]
    public async Task Post_only_takes_the_services_own_word(string word)
    {
        var line = $"Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -TimeInForce {word} -Confirm:$false";

        Assert.Equal("POST_ONLY", (await _session.RunAsync(line)).DoneWithOne<BitoProOrderReceipt>().TimeInForce);
    }

    [Fact]
    public async Task A_market_buy_spends_quote()
    {
        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Market 10000 -Confirm:$false")).Done();

        var order = Assert.Single(_session.Simulator.BitoPro.Orders);
        Assert.Equal((2, 10_000m), (order.Status, order.OriginalAmount));
        Assert.InRange(order.Total, 9_900m, 10_000m);
    }

    [Fact]
    public async Task Rows_of_a_file_become_orders_and_empty_cells_say_nothing()
    {
        var rows = new[]
        {
            Row("btc_twd", "BUY", "LIMIT", "0.01", "1000000", "", "", "POST_ONLY"),
            Row("eth_twd", "SELL", "MARKET", "0.1", "", "", "", ""),
            Row("btc_twd", "SELL", "STOP_LIMIT", "0.01", "2000000", "2010000", "<=", ""),
        };

        var receipts = (
            await _session.RunAsync("Invoke-BitoProOrder -Confirm:$false", rows)
        ).Done<BitoProOrderReceipt>();

        Assert.Equal(["LIMIT", "MARKET", "STOP_LIMIT"], receipts.Select(receipt => receipt.Type));
        Assert.Equal(3, _session.Simulator.BitoPro.Orders.Count);
        Assert.Equal(3, (await _session.AttemptsAsync()).Count(attempt => attempt.State == AttemptState.Accepted));
    }

    [Fact]
    public async Task A_bad_row_ends_the_run_before_any_later_row_is_sent()
    {
        var run = await _session.RunAsync(
            "Invoke-BitoProOrder -Confirm:$false",
            Row("btc_twd", "BUY", "LIMIT", "0.01", "1000000", "", "", ""),
            Row("btc_twd", "BUY", "LIMIT", "0.01", "1,000,000", "", "", ""),
            Row("btc_twd", "BUY", "LIMIT", "0.01", "1000001", "", "", "")
        );

        run.Failed("BitoPro.InvalidNumber");
        Assert.Equal(1_000_000m, Assert.Single(_session.Simulator.BitoPro.Orders).Price);
    }

    [Fact]
    public async Task An_order_of_the_account_serves_as_a_template()
    {
        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false")).Done();

        var run = await _session.RunAsync("Get-BitoProOrder -Open | Invoke-BitoProOrder -Amount 0.02 -Confirm:$false");

        run.Done();
        Assert.Equal([0.01m, 0.02m], _session.Simulator.BitoPro.Orders.Select(order => order.OriginalAmount));
    }

    [Fact]
    public async Task Too_little_money_is_the_services_refusal_and_the_journal_says_so()
    {
        var run = await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 90 1000000 -Confirm:$false");

        var error = run.Failed("BitoPro.InsufficientFunds");
        var attempt = await _session.OnlyAttemptAsync();
        Assert.False(error.OutcomeUnknown);
        Assert.Equal(attempt.AttemptId, error.AttemptId);
        Assert.Equal(AttemptState.Rejected, attempt.State);
        Assert.Contains("Balance for", attempt.Reason, StringComparison.Ordinal);
        Assert.Single(_session.Writes);
    }

    [Fact]
    public async Task The_rules_of_the_pairs_are_asked_for_once()
    {
        for (var i = 0; i < 3; i++)
        {
            (
                await _session.RunAsync($"Invoke-BitoProOrder btc_twd Buy Limit 0.01 {1_000_000 + i} -Confirm:$false")
            ).Done();
        }

        Assert.Single(_session.Requests, request => request.Path.EndsWith("/trading-pairs", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_rules_of_the_pairs_an_order_goes_out_with_a_warning()
    {
        _session.Simulator.Faults.Next(Exchange.Simulator.FaultKind.ServerError, 4, path: "/bitopro/v3/provisioning");

        var run = await _session.RunAsync("Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false");

        run.DoneWithOne<BitoProOrderReceipt>();
        Assert.Contains("not checked here", Assert.Single(run.Warnings).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private static PSObject Row(
        string pair,
        string side,
        string type,
        string amount,
        string price,
        string stopPrice,
        string condition,
        string timeInForce
    )
    {
        var row = new PSObject();
        (string Name, string Value)[] cells =
        [
            ("Pair", pair),
            ("Side", side),
            ("Type", type),
            ("Amount", amount),
            ("Price", price),
            ("StopPrice", stopPrice),
            ("Condition", condition),
            ("TimeInForce", timeInForce),
        ];
        Array.ForEach(cells, cell => row.Properties.Add(new PSNoteProperty(cell.Name, cell.Value)));
        return row;
    }
}
