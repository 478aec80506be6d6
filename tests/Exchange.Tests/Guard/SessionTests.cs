using System.Text.Json;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Tests.Support;

namespace Exchange.Tests.Guard;

/// <summary>trade-guard.md sections 1.1 and 8: the session itself, its validator, its life, and what a step makes of it.</summary>
public sealed class SessionTests
{
    private static readonly string[] States = ["draft", "approved", "running", "paused", "stopped"];

    private static readonly SessionPlan Plan = new()
    {
        StrategySessionId = "s-1",
        MaxSteps = 30,
        MaxTotalExposureQuote = 30_000,
        MaxSingleOrderQuote = 1_000.50m,
        MaxDailyLossQuote = 0,
        SessionExpiryAt = Sessions.Now.AddDays(30),
        Pair = "btc_twd",
    };

    [Fact]
    public void A_session_keeps_every_member_and_every_digit_through_a_round_trip()
    {
        const string Json =
            """{"zz":{"n":1.50e+3,"big":123456789012345678901234567890.10},"strategy_session_id":"a\u00e9","status":"approved","x":[1.0, null],"policy":{"max_steps":3.0,"mine":"\ud83d\ude00"}}""";
        var session = TradeSession.Parse(Json);

        Assert.Equal(Json, session.ToJson());
        Assert.Equal(Json, JsonSerializer.Serialize(session));
        Assert.Equal(Json, JsonSerializer.Deserialize<TradeSession>(JsonSerializer.Serialize(session))!.ToJson());
        Assert.Equal(
            Json.Replace("\"approved\"", "\"paused\"", StringComparison.Ordinal),
            SessionStatus.Go(session, "paused").ToJson()
        );
    }

    [Fact]
    public void The_names_are_those_of_the_contract()
    {
        var session = Sessions.With(
            ("next_trigger_at", "\"2026-04-03T00:00:00Z\""),
            ("market", """{"pair":"btc_twd"}"""),
            ("strategy_type", "\"dca\"")
        );

        Assert.Equal(
            ("dca-7f", "running", "btc_twd", "dca"),
            (session.StrategySessionId, session.Status, session.Pair, session.StrategyType)
        );
        Assert.Equal(
            (12m, 48000m, 4000m, 2500m),
            (
                session.Policy.MaxSteps,
                session.Policy.MaxTotalExposureQuote,
                session.Policy.MaxSingleOrderQuote,
                session.Policy.MaxDailyLossQuote
            )
        );
        Assert.Equal(
            (7m, 26000m, -300m),
            (session.RiskState.CurrentStep, session.RiskState.TotalExposureQuote, session.RiskState.RealizedPnlQuote)
        );
        Assert.Equal((30m, "HALT_NO_NEW"), (session.Policy.TimeoutMinutes, session.Policy.TimeoutAction));
        Assert.Equal(new DateTimeOffset(2026, 4, 3, 0, 0, 0, TimeSpan.Zero), session.NextTriggerAt);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("""{"status":"running","policy":{"max_steps":NaN}}""")]
    [InlineData("""{"status":"running","policy":{"max_single_order_quote":Infinity}}""")]
    public void What_is_no_object_is_no_session(string json) =>
        Caught.Error("TradeSession.Unreadable", () => TradeSession.Parse(json));

    [Theory]
    [InlineData("""{"status":"\ud800","policy":{},"risk_state":{}}""")]
    [InlineData("""{"\ud800":1,"status":"running"}""")]
    [InlineData("""{"status":{"a":1},"policy":7,"risk_state":[]}""")]
    [InlineData("{}")]
    public void Whatever_a_session_holds_it_is_judged(string json) =>
        Assert.Equal("3b", Sessions.Decide(Sessions.Request("", TradeSession.Parse(json), 1)).Row);

    [Fact]
    public void A_new_session_is_a_valid_draft_that_counts_as_none()
    {
        var session = Plan.Draft(Sessions.Now);

        Assert.Equal("draft", session.Status);
        Assert.Empty(SessionRules.Problems(session, Sessions.Now));
        Assert.Equal("6", Sessions.Decide(Sessions.Request("", session, 1)).Row);
        Assert.Equal("4", Sessions.Decide(Sessions.Request("", session, 2), cap: 1).Row);
    }

    public static TheoryData<string, string?> Invalid =>
        new()
        {
            { "strategy_session_id", null },
            { "strategy_session_id", "\"\"" },
            { "strategy_session_id", "7" },
            { "status", "\"Running\"" },
            { "status", null },
            { "approved_at", null },
            { "approved_at", "\"2026-03-01T01:00:00\"" },
            { "approved_at", "\"2026-03-01\"" },
            { "policy", null },
            { "policy.max_steps", null },
            { "policy.max_steps", "0" },
            { "policy.max_steps", "1.5" },
            { "policy.max_steps", "\"12\"" },
            { "policy.max_total_exposure_quote", "0" },
            { "policy.max_total_exposure_quote", "-1" },
            { "policy.max_total_exposure_quote", "\"NaN\"" },
            { "policy.max_total_exposure_quote", "3999" },
            { "policy.max_single_order_quote", "1e400" },
            { "policy.max_single_order_quote", null },
            { "policy.max_daily_loss_quote", "-0.01" },
            { "policy.max_daily_loss_quote", "null" },
            { "policy.session_expiry_at", null },
            { "policy.session_expiry_at", "\"2026-06-01T00:00:00\"" },
            { "policy.session_expiry_at", "\"2026-04-02T04:00:00Z\"" },
            { "policy.session_expiry_at", "\"2026-02-01T00:00:00Z\"" },
            { "policy.on_escalation_timeout.timeout_minutes", "0" },
            { "policy.on_escalation_timeout.action", "\"SELL_ALL\"" },
            { "policy.quote_currency", "\"EUR\"" },
            { "risk_state", null },
            { "risk_state.current_step", "-1" },
            { "risk_state.current_step", "0.5" },
            { "risk_state.total_exposure_quote", "-1" },
            { "risk_state.realized_pnl_quote", "\"0\"" },
            { "risk_state.last_activity_at", "\"yesterday\"" },
        };

    [Theory]
    [MemberData(nameof(Invalid))]
    public void The_validator_refuses_what_the_contract_does_not_allow(string path, string? json)
    {
        var error = Caught.Error(
            "TradeSession.Invalid",
            () => SessionRules.Check(Sessions.With(path, json), Sessions.Now)
        );

        Assert.Contains(path.Split('.')[^1], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_contracts_example_is_valid() => Assert.Empty(SessionRules.Problems(Sessions.Fresh, Sessions.Now));

    [Fact]
    public void Only_the_contracts_ways_lead_from_state_to_state()
    {
        string[] ways =
        [
            "draft approved",
            "approved running",
            "approved paused",
            "approved stopped",
            "running paused",
            "running stopped",
            "paused running",
            "paused approved",
            "paused stopped",
        ];

        Assert.Equal(
            ways.Order(StringComparer.Ordinal),
            States
                .SelectMany(from => States.Where(to => SessionStatus.CanGo(from, to)).Select(to => $"{from} {to}"))
                .Order(StringComparer.Ordinal)
        );
        Caught.Error(
            "TradeSession.NotAllowed",
            () => SessionStatus.Go(Sessions.With("status", "\"stopped\""), "running")
        );
        Caught.Error("TradeSession.NotAllowed", () => SessionStatus.Go(Sessions.With("status", null), "approved"));
    }

    [Fact]
    public void A_step_is_counted_once_however_often_its_report_is_applied()
    {
        var session = Sessions.With(("status", "\"approved\""), ("mine", "1.50"));

        var once = SessionSteps.After(session, Report(8, 30000), -310.5m);
        var twice = SessionSteps.After(once, Report(8, 30000), null);

        Assert.Equal(
            ("running", 8m, 30000m, -310.5m),
            (
                once.Status,
                once.RiskState.CurrentStep,
                once.RiskState.TotalExposureQuote,
                once.RiskState.RealizedPnlQuote
            )
        );
        Assert.Equal(Sessions.Now, once.RiskState.LastActivityAt);
        Assert.Contains("\"mine\":1.50", once.ToJson(), StringComparison.Ordinal);
        Assert.Same(once, twice);
    }

    [Fact]
    public void A_report_that_skips_a_step_or_is_of_another_session_is_refused()
    {
        Caught.Error("TradeSession.StepMissing", () => SessionSteps.After(Sessions.Fresh, Report(9, 30000), null));
        Caught.Error(
            "TradeSession.OtherSession",
            () => SessionSteps.After(Sessions.Fresh, Report(8, 30000) with { StrategySessionId = "x" }, null)
        );
    }

    [Fact]
    public void A_step_of_a_paused_session_is_counted_and_leaves_it_paused() =>
        Assert.Equal(
            "paused",
            SessionSteps.After(Sessions.With("status", "\"paused\""), Report(8, 30000), null).Status
        );

    /// <summary>Action, opt-in, minutes since the escalation, what is due.</summary>
    public static TheoryData<string?, string?, double, string?> Escalations =>
        new()
        {
            { "\"HALT_NO_NEW\"", null, 29.99, null },
            { "\"HALT_NO_NEW\"", null, 30, "HALT_NO_NEW" },
            { "\"CLOSE_ALL\"", null, 30, "HALT_NO_NEW" },
            { "\"CLOSE_ALL\"", "\"CLOSE_ALL\"", 30, "CLOSE_ALL" },
            { "\"CLOSE_ALL\"", "\"RESUME_LAST_APPROVED_BEHAVIOR\"", 30, "HALT_NO_NEW" },
            {
                "\"RESUME_LAST_APPROVED_BEHAVIOR\"",
                "\"RESUME_LAST_APPROVED_BEHAVIOR\"",
                30,
                "RESUME_LAST_APPROVED_BEHAVIOR"
            },
            { "\"SELL_ALL\"", "\"SELL_ALL\"", 30, "HALT_NO_NEW" },
            { null, null, 30, "HALT_NO_NEW" },
        };

    [Theory]
    [MemberData(nameof(Escalations))]
    public void An_unanswered_escalation_does_what_was_agreed_and_no_more(
        string? action,
        string? optIn,
        double minutes,
        string? due
    )
    {
        var session = Sessions.With(
            ("policy.on_escalation_timeout.action", action),
            ("policy.on_escalation_timeout.opt_in", optIn is null ? null : $$"""{"action":{{optIn}}}""")
        );

        Assert.Equal(due, EscalationActions.Due(session, Sessions.Now, Sessions.Now.AddMinutes(minutes)));
    }

    [Theory]
    [InlineData("policy.on_escalation_timeout", null)]
    [InlineData("policy.on_escalation_timeout.timeout_minutes", "\"5\"")]
    [InlineData("policy.on_escalation_timeout.timeout_minutes", "-5")]
    [InlineData("policy", null)]
    public void Without_a_usable_time_it_is_half_an_hour(string path, string? json)
    {
        Assert.Null(EscalationActions.Due(Sessions.With(path, json), Sessions.Now, Sessions.Now.AddMinutes(29.9)));
        Assert.Equal(
            "HALT_NO_NEW",
            EscalationActions.Due(Sessions.With(path, json), Sessions.Now, Sessions.Now.AddMinutes(30))
        );
    }

    [Fact]
    public void A_time_beyond_all_times_is_never_due() =>
        Assert.Null(
            EscalationActions.Due(
                Sessions.With("policy.on_escalation_timeout.timeout_minutes", "79228162514264337593543950335"),
                Sessions.Now,
                DateTimeOffset.MaxValue
            )
        );

    [Fact]
    public void An_approval_shows_every_limit_and_what_happens_without_an_answer()
    {
        var draft = (Plan with { TimeoutAction = "CLOSE_ALL" }).Draft(Sessions.Now);
        string Shown(string? optIn) => DraftText.Of(new SessionApproval(draft, optIn));

        Assert.All(
            (string[])["s-1", "30", "30000 TWD", "1000.5 TWD", "btc_twd", "2026-05-02T04:00:00Z"],
            part => Assert.Contains(part, Shown(null), StringComparison.Ordinal)
        );
        Assert.Contains("HALT_NO_NEW", Shown(null), StringComparison.Ordinal);
        Assert.Contains("CLOSE_ALL", Shown("CLOSE_ALL"), StringComparison.Ordinal);

        var approved = new SessionApproval(draft, "CLOSE_ALL").Approve(Sessions.Now);
        Assert.Equal(("approved", "CLOSE_ALL"), (approved.Status, approved.Policy.OptedInAction));
        Assert.Equal(Sessions.Now, approved.ApprovedAt);
        Assert.Equal("3c", Sessions.Decide(Sessions.Request("", approved, 1000)).Row);
        Assert.Null(new SessionApproval(draft, null).Approve(Sessions.Now).Policy.OptedInAction);
    }

    [Fact]
    public void Only_an_expired_draft_or_a_draft_that_was_changed_badly_cannot_be_approved()
    {
        var draft = Plan.Draft(Sessions.Now);

        Caught.Error("TradeSession.Invalid", () => new SessionApproval(draft, null).Approve(Sessions.Now.AddDays(31)));
        Caught.Error("TradeSession.NotAllowed", () => new SessionApproval(Sessions.Fresh, null).Approve(Sessions.Now));
    }

    [Fact]
    public void The_banner_shows_what_applies_and_the_safety_net_takes_its_place()
    {
        var done = Sessions.With("risk_state.current_step", "12");

        Assert.Null(StrategyBanner.Text(null, null, Sessions.Now));
        Assert.Null(StrategyBanner.Text(null, [], Sessions.Now));
        Assert.Null(StrategyBanner.Text(Sessions.With("status", "\"paused\""), [], Sessions.Now));
        Assert.Null(
            StrategyBanner.Text(Sessions.With("policy.session_expiry_at", "\"2026-04-02T04:00:00Z\""), [], Sessions.Now)
        );
        Assert.Contains("dca-7f", StrategyBanner.Text(Sessions.Fresh, null, Sessions.Now), StringComparison.Ordinal);
        Assert.Contains(
            "2, 150.5 TWD",
            StrategyBanner.Text(null, [new(100), new(50.5m)], Sessions.Now),
            StringComparison.Ordinal
        );
        Assert.Contains("1, ? TWD", StrategyBanner.Text(null, [new(null)], Sessions.Now), StringComparison.Ordinal);
        Assert.Equal(
            "策略 dca-7f 已執行完所有步數但尚未標記結束，是否確認結束這個 session？",
            StrategyBanner.Text(done, [], Sessions.Now)
        );
        Assert.DoesNotContain("？", StrategyBanner.Text(done, [new(1)], Sessions.Now), StringComparison.Ordinal);
        Assert.DoesNotContain("？", StrategyBanner.Text(done, null, Sessions.Now), StringComparison.Ordinal);
    }

    private static TradeStepReport Report(decimal step, decimal exposure) =>
        new()
        {
            StrategySessionId = "dca-7f",
            Orders = [],
            SizeQuote = 4000,
            ProjectedStep = step,
            ProjectedExposureQuote = exposure,
            ExecutedAt = Sessions.Now,
        };
}
