using System.Collections;
using System.Management.Automation;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Guard;

namespace Exchange.Cmdlets.Tests.Guard;

/// <summary>Orders with a session that is none, or does not hold: whatever the preferences, nothing is sent.</summary>
public sealed class BadSessionTests : IDisposable
{
    private readonly CmdletHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData("\"approved\"", "\"draft\"", "BitoPro.ConfirmationRequired")]
    [InlineData("\"approved\"", "\"APPROVED\"", "BitoPro.Guard.ESCALATE")]
    [InlineData("\"approved\"", "\"planned\"", "BitoPro.Guard.ESCALATE")]
    [InlineData("\"approved\"", "null", "BitoPro.Guard.ESCALATE")]
    [InlineData("2026-06-01T00:00:00Z", "2026-03-02T04:05:06Z", "BitoPro.Guard.ESCALATE")]
    [InlineData("2026-06-01T00:00:00Z", "NaN", "BitoPro.Guard.ESCALATE")]
    [InlineData("\"max_steps\":3", "\"max_steps\":\"3\"", "BitoPro.Guard.ESCALATE")]
    [InlineData("\"max_steps\":3", "\"max_steps\":null", "BitoPro.Guard.ESCALATE")]
    [InlineData("\"max_steps\":3", "\"max_steps\":\"NaN\"", "BitoPro.Guard.ESCALATE")]
    [InlineData("\"max_single_order_quote\":12000", "\"max_single_order_quote\":true", "BitoPro.Guard.ESCALATE")]
    [InlineData("\"max_single_order_quote\":12000,", "", "BitoPro.Guard.ESCALATE")]
    [InlineData("\"policy\":", "\"rules\":", "BitoPro.Guard.ESCALATE")]
    public async Task A_session_that_does_not_hold_sends_nothing(string part, string instead, string error)
    {
        var session = (await _harness.ApprovedAsync()).ToJson();
        Assert.Contains(part, session, StringComparison.Ordinal);

        var changed = session.Replace(part, instead, StringComparison.Ordinal);
        (await _harness.RunAsync($"{SessionOrders.Step} -TradeSession '{changed}'")).Failed(error);

        Assert.Empty(_harness.Writes);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" -TradeSession ''")]
    public async Task Without_a_session_nobody_has_approved_anything(string session)
    {
        (await _harness.RunAsync($"{SessionOrders.Step}{session}")).Failed("BitoPro.ConfirmationRequired");

        Assert.Empty(_harness.Writes);
    }

    [Fact]
    public async Task The_path_of_a_session_is_answered_with_how_to_give_the_file()
    {
        var run = await _harness.RunAsync($"{SessionOrders.Step} -TradeSession ./session.json");

        Assert.Contains(
            "Get-Content session.json -Raw",
            run.TerminatingError!.Exception.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(_harness.Writes);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData("12000")]
    [InlineData(null)]
    public async Task A_limit_that_is_no_number_holds_no_step(object? limit)
    {
        var approved = await _harness.ApprovedAsync();
        var session = new Hashtable
        {
            ["strategy_session_id"] = approved.StrategySessionId,
            ["status"] = "running",
            ["policy"] = new Hashtable
            {
                ["max_steps"] = 3,
                ["max_total_exposure_quote"] = 30000m,
                ["max_single_order_quote"] = limit,
                ["max_daily_loss_quote"] = 500,
                ["session_expiry_at"] = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero),
            },
            ["risk_state"] = new Hashtable(),
        };
        var row = new PSObject();
        row.Properties.Add(new PSNoteProperty("TradeSession", session));

        var refused = (await _harness.RunAsync(SessionOrders.Step, row)).Failed("BitoPro.Guard.ESCALATE");

        Assert.Equal("3e", Assert.IsType<GuardDecision>(refused.Target).Row);
        Assert.Empty(_harness.Writes);
        ((Hashtable)session["policy"]!)["max_single_order_quote"] = 12000;
        (await _harness.RunAsync(SessionOrders.Step, row)).DoneWithOne<TradeStepReport>();
    }
}
