using System.Text.Json;
using Exchange.Guard;

namespace Exchange.Tests.Guard;

/// <summary>trade-guard.md section 5: every check below, at and above its limit, and with what is no number.</summary>
public sealed class BoundaryTests
{
    /// <summary>Member, JSON value (null for missing), size, inside.</summary>
    public static TheoryData<string, string?, string, bool> Table =>
        new()
        {
            { "risk_state.current_step", "10", "1", true },
            { "risk_state.current_step", "11", "1", true },
            { "risk_state.current_step", "12", "1", false },
            { "risk_state.current_step", null, "1", true },
            { "risk_state.current_step", "null", "1", true },
            { "risk_state.current_step", "\"7\"", "1", false },
            { "risk_state.current_step", "{}", "1", false },
            { "risk_state.current_step", "79228162514264337593543950335", "1", false },
            { "policy.max_steps", "8", "1", true },
            { "policy.max_steps", "7", "1", false },
            { "policy.max_steps", null, "1", false },
            { "policy.max_steps", "null", "1", false },
            { "policy.max_steps", "\"12\"", "1", false },
            { "policy.max_steps", "1e1", "1", true },
            { "policy.max_steps", "1e400", "1", false },
            { "risk_state.total_exposure_quote", "47999", "1", true },
            { "risk_state.total_exposure_quote", "47999.01", "1", false },
            { "risk_state.total_exposure_quote", null, "4000", true },
            { "risk_state.total_exposure_quote", "\"0\"", "1", false },
            { "risk_state.total_exposure_quote", "1e30", "1", false },
            { "policy.max_total_exposure_quote", "26001", "1", true },
            { "policy.max_total_exposure_quote", "26000.99", "1", false },
            { "policy.max_total_exposure_quote", null, "1", false },
            { "policy.max_single_order_quote", "4000", "4000", true },
            { "policy.max_single_order_quote", "4000", "4000.00000001", false },
            { "policy.max_single_order_quote", null, "1", false },
            { "policy.max_single_order_quote", "true", "1", false },
            { "risk_state.realized_pnl_quote", "-2500", "1", true },
            { "risk_state.realized_pnl_quote", "-2500.01", "1", false },
            { "risk_state.realized_pnl_quote", "999999", "1", true },
            { "risk_state.realized_pnl_quote", null, "1", true },
            { "risk_state.realized_pnl_quote", "\"-1\"", "1", false },
            { "policy.max_daily_loss_quote", "300", "1", true },
            { "policy.max_daily_loss_quote", "299.99", "1", false },
            { "policy.max_daily_loss_quote", null, "1", false },
            { "policy.max_daily_loss_quote", "null", "1", false },
            { "policy", "null", "1", false },
            { "policy", "\"all\"", "1", false },
            { "risk_state", null, "1", false },
            { "risk_state", "{}", "4000", true },
            { "risk_state", "[]", "1", false },
            { "policy.quote_currency", "\"TWD\"", "1", true },
            { "policy.quote_currency", "\"twd\"", "1", true },
            { "policy.quote_currency", "\"USD\"", "1", false },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_step_is_inside_as_the_contract_says(string path, string? json, string size, bool inside)
    {
        var session = Sessions.With(path, json);
        var step = new PendingStep(decimal.Parse(size, null));

        Assert.Equal(inside, SessionBoundary.IsInside(session, step));
        Assert.Equal(inside ? "3c" : "3e", Sessions.Decide(Sessions.Request("", session) with { Step = step }).Row);
    }

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{"size_quote":null}""", null)]
    [InlineData("""{"size_quote":"40"}""", null)]
    [InlineData("""{"size_quote":"NaN"}""", null)]
    [InlineData("""{"size_quote":[40]}""", null)]
    [InlineData("""{"size_quote":1e400}""", null)]
    [InlineData("""{"size_quote":40.000000000000000000000000000000001}""", null)]
    [InlineData("""{"size_quote":0}""", "0")]
    [InlineData("""{"size_quote":-0.5}""", "-0.5")]
    [InlineData("\"step\"", null)]
    [InlineData("5", null)]
    public void A_size_that_is_no_number_above_zero_escalates(string json, string? size)
    {
        var step = PendingStep.Of(JsonDocument.Parse(json).RootElement)!;

        Assert.Equal(size is null ? null : decimal.Parse(size, null), step.SizeQuote);
        Assert.Equal("3d", Sessions.Decide(Sessions.Request("", Sessions.Fresh) with { Step = step }).Row);
        Assert.Equal("4u", Sessions.Decide(Sessions.Request("buy 1 btc") with { Step = step }, cap: 1).Row);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("\"\"")]
    public void What_counts_as_nothing_is_no_step(string json) =>
        Assert.Null(PendingStep.Of(JsonDocument.Parse(json).RootElement));

    [Theory]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E+2", "150")]
    [InlineData("25e-1", "2.5")]
    [InlineData("-0.0", "0")]
    [InlineData("0e0", "0")]
    [InlineData("1e-29", null)]
    [InlineData("1e99999999999", null)]
    [InlineData("79228162514264337593543950336", null)]
    public void Numbers_are_exact_or_none(string json, string? value) =>
        Assert.Equal(value is null ? null : decimal.Parse(value, null), JsonQuantity.Exactly(json));

    [Fact]
    public void A_size_of_zero_asks_without_a_step() =>
        Assert.True(SessionBoundary.IsInside(Sessions.With("policy.max_single_order_quote", null), new PendingStep(0)));

    [Theory]
    [InlineData("btc_twd", true)]
    [InlineData("BTC_TWD", true)]
    [InlineData("eth_twd", false)]
    public void A_session_for_one_pair_takes_no_other(string pair, bool inside)
    {
        var session = Sessions.With("market", """{"pair":"btc_twd"}""");

        var decision = Sessions.Decide(
            Sessions.Request("", session) with
            {
                Step = new PendingStep(1) { Pairs = [pair] },
            }
        );

        Assert.Equal(inside ? "3c" : "3e", decision.Row);
        Assert.Equal(inside ? [] : [$"pair: {pair} is btc_twd"], decision.Details.Select(detail => detail.Text));
    }

    [Fact]
    public void Limits_in_one_currency_hold_no_step_in_another()
    {
        var session = Sessions.With("policy.quote_currency", "\"USD\"");

        Assert.True(SessionBoundary.IsInside(session, new PendingStep(1) { QuoteCurrency = "USD" }));
        Assert.False(SessionBoundary.IsInside(session, new PendingStep(1)));
        Assert.False(SessionBoundary.IsInside(Sessions.Fresh, new PendingStep(1) { QuoteCurrency = "USD" }));
    }

    [Fact]
    public void A_projection_beyond_the_largest_number_is_no_number()
    {
        var session = Sessions.With("risk_state.total_exposure_quote", "79228162514264337593543950335");

        var decision = Sessions.Decide(Sessions.Request("", session, 4000));

        Assert.Equal("3e", decision.Row);
        Assert.Null(decision.ProjectedExposureQuote);
    }
}
