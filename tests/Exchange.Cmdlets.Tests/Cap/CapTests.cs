using Exchange.BitoPro;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;

namespace Exchange.Cmdlets.Tests.Cap;

/// <summary>The cap of a single order (bitopro.md section 7) through the cmdlets.</summary>
public sealed class CapTests : IDisposable
{
    private readonly CmdletHarness _session = new();

    [Theory]
    [InlineData("Limit 0.005 1000000", 5000)]
    [InlineData("Limit 0.001 1000000", 5000)]
    [InlineData("Market 5000", 5000)]
    public async Task A_value_up_to_the_cap_passes(string order, int cap)
    {
        Cap($"{cap}");

        (await _session.RunAsync($"Invoke-BitoProOrder btc_twd Buy {order} -Confirm:$false")).Done();
    }

    [Fact]
    public async Task A_breach_shows_both_numbers_and_sends_nothing()
    {
        Cap("4999.99");

        var failed = (await LimitAsync("-Confirm:$false")).Failed("BitoPro.ConfirmationRequired");

        Assert.Contains("5000 TWD", failed.Message, StringComparison.Ordinal);
        Assert.Contains("4999.99 TWD", failed.Message, StringComparison.Ordinal);
        Assert.True(Assert.IsAssignableFrom<ICappedDraft>(failed.Target).ExceedsCap);
        Assert.Empty(_session.Writes);
    }

    [Theory]
    [InlineData("5000", true)]
    [InlineData("5000.0", true)]
    [InlineData("5000.01", false)]
    [InlineData("5,000", false)]
    [InlineData("yes", false)]
    public async Task Only_the_exact_value_given_confirms_it(string given, bool isSent)
    {
        Cap("1000");

        var run = await LimitAsync($"-Confirm:$false -ConfirmQuoteAmount {given}");

        Assert.Equal(isSent, run.Succeeded);
        Assert.Equal(isSent ? 1 : 0, _session.Writes.Count);
    }

    [Theory]
    [InlineData("5000", true)]
    [InlineData("Y", false)]
    [InlineData("", false)]
    public async Task At_a_terminal_the_number_is_typed_and_yes_is_not_enough(string typed, bool isSent)
    {
        Cap("1000");
        _session.Answer(typed);

        var run = await LimitAsync("");

        Assert.Equal(isSent, run.Succeeded);
        Assert.Equal(isSent ? 1 : 0, _session.Writes.Count);
    }

    [Fact]
    public async Task A_value_that_moves_with_the_market_must_have_been_shown_within_a_minute()
    {
        Cap("1000");
        var shown = await ShownValueAsync("Sell Market 0.01");
        _session.Simulator.BitoPro.MovePrice("btc_twd", 2_000_000m);

        var run = await _session.RunAsync(
            $"Invoke-BitoProOrder btc_twd Sell Market 0.01 -Confirm:$false -ConfirmQuoteAmount {shown}"
        );

        run.Done();
    }

    [Fact]
    public async Task After_a_minute_it_is_shown_anew()
    {
        Cap("1000");
        var shown = await ShownValueAsync("Sell Market 0.01");
        _session.Clock.Advance(TimeSpan.FromSeconds(61));

        var run = await _session.RunAsync(
            $"Invoke-BitoProOrder btc_twd Sell Market 0.01 -Confirm:$false -ConfirmQuoteAmount {shown}"
        );

        run.Failed("BitoPro.ConfirmationRequired");
        Assert.Empty(_session.Writes);
    }

    [Fact]
    public async Task What_was_shown_for_another_order_confirms_nothing()
    {
        Cap("1000");
        var shown = await ShownValueAsync("Sell Market 0.01");

        var run = await _session.RunAsync(
            $"Invoke-BitoProOrder btc_twd Sell Market 0.02 -Confirm:$false -ConfirmQuoteAmount {shown}"
        );

        run.Failed("BitoPro.ConfirmationRequired");
        Assert.Empty(_session.Writes);
    }

    [Fact]
    public async Task A_sell_far_below_the_market_is_valued_at_the_market()
    {
        Cap("1000");

        var draft = await ShownDraftAsync("Sell Limit 0.01 1000");

        Assert.Equal(0.01m * _session.Simulator.BitoPro.LastPrice("btc_twd"), draft.EstimatedTwd);
        Assert.True(draft.ValueNeedsMarket);
    }

    [Fact]
    public async Task Other_quotes_are_valued_through_their_twd_market()
    {
        Cap("1000");

        var failed = (
            await _session.RunAsync("Invoke-BitoProOrder btc_usdt Buy Limit 0.01 50000 -Confirm:$false")
        ).Failed("BitoPro.ConfirmationRequired");

        var draft = Assert.IsAssignableFrom<ICappedDraft>(failed.Target);
        Assert.Equal(500m * _session.Simulator.BitoPro.LastPrice("usdt_twd"), draft.EstimatedTwd);
    }

    [Fact]
    public async Task The_sum_of_a_batch_is_what_counts()
    {
        Cap("8000");
        const string orders = "Invoke-BitoProOrder -Batch -Confirm:$false";

        (await _session.RunAsync(orders, Row("5000"), Row("5000"))).Failed("BitoPro.ConfirmationRequired");
        Assert.Empty(_session.Writes);
        (await _session.RunAsync($"{orders} -ConfirmQuoteAmount 10000", Row("5000"), Row("5000"))).Done();
    }

    [Fact]
    public async Task Row_35_a_value_that_cannot_be_reckoned_refuses_the_order()
    {
        Cap("1000");
        _session.Simulator.Faults.Add(new(Exchange.Simulator.FaultKind.ServerError) { Path = "/bitopro/v3/tickers" });

        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Sell Market 0.01 -Confirm:$false")).Failed(
            "BitoPro.CapNotVerifiable"
        );

        Assert.Empty(_session.Writes);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("1e3")]
    public async Task Row_34_a_cap_that_is_no_amount_refuses_every_order(string cap)
    {
        Cap(cap);

        (await LimitAsync("-Confirm:$false")).Failed("BitoPro.CapInvalid");

        Assert.Empty(_session.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0.00")]
    public async Task Without_a_cap_no_market_price_is_asked_for(string cap)
    {
        Cap(cap);

        (await _session.RunAsync("Invoke-BitoProOrder btc_twd Sell Market 0.01 -Confirm:$false")).Done();

        Assert.DoesNotContain(
            _session.Requests,
            request => request.Path.Contains("/tickers", StringComparison.Ordinal)
        );
    }

    public void Dispose() => _session.Dispose();

    private void Cap(string value) => _session.Environment[OrderCap.Variable] = value;

    private Task<CmdletRun> LimitAsync(string more) =>
        _session.RunAsync($"Invoke-BitoProOrder btc_twd Buy Limit 0.005 1000000 {more}".TrimEnd());

    private async Task<ICappedDraft> ShownDraftAsync(string order)
    {
        var failed = (await _session.RunAsync($"Invoke-BitoProOrder btc_twd {order} -Confirm:$false")).Failed(
            "BitoPro.ConfirmationRequired"
        );
        return Assert.IsAssignableFrom<ICappedDraft>(failed.Target);
    }

    private async Task<string> ShownValueAsync(string order) =>
        ExactDecimal.Format((await ShownDraftAsync(order)).EstimatedTwd!.Value);

    private static object Row(string twd) =>
        Exchange.Engine.Json.JsonLine.Parse(
            $$"""{"pair":"btc_twd","side":"Buy","type":"Market","amount":"{{twd}}"}"""
        )!;
}
