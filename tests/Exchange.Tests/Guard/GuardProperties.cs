using Exchange.Guard;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Guard;

/// <summary>What holds for every request: 110,000 of them, and 20,000 texts for the scrubber beside this.</summary>
public sealed class GuardProperties
{
    private static readonly string[] Words =
    [
        "buy",
        "sell",
        "買",
        "賣",
        "btc",
        "eth",
        "1",
        "all",
        "一半",
        "grid",
        "ok",
        "yes",
        "just do it",
        "the",
        " ",
        "\t",
        "\uD800",
        "\0",
        "twd",
        "?",
    ];

    private static readonly Gen<string> Text = Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words));

    private static readonly Gen<string> Status = Gen.Elements(
        "approved",
        "running",
        "running",
        "paused",
        "draft",
        "Running",
        ""
    );

    private static readonly Gen<int> Number = Gen.Choose(-3, 14);

    private static readonly Gen<TradeSession> Session =
        from status in Status
        from expiryHours in Gen.Choose(-2, 5)
        from limits in Gen.ArrayOf(Number, 4)
        from state in Gen.ArrayOf(Number, 3)
        select TradeSession.Parse(
            $$$"""
            {"strategy_session_id":"s","status":"{{{status}}}","policy":{"max_steps":{{{limits[
                0
            ]}}},"max_total_exposure_quote":{{{limits[1]}}},
            "max_single_order_quote":{{{limits[2]}}}.5,"max_daily_loss_quote":{{{limits[
                3
            ]}}},"session_expiry_at":"{{{Sessions.Now.AddHours(expiryHours):yyyy-MM-dd'T'HH:mm:ssK}}}"},
            "risk_state":{"current_step":{{{state[0]}}},"total_exposure_quote":{{{state[
                1
            ]}}},"realized_pnl_quote":{{{state[2]}}}}}
            """
        );

    private static readonly Gen<GuardRequest> Request =
        from text in Text
        from session in Gen.OneOf(Session.Select(session => (TradeSession?)session), Gen.Constant((TradeSession?)null))
        from size in Gen.OneOf(Gen.Choose(-2, 40).Select(half => (decimal?)(half / 2m)), Gen.Constant((decimal?)null))
        from kind in Gen.Elements("received", "preprocessed", "preprocessed", "sent")
        select Sessions.Request(text, session, size, kind, "a");

    [Fact]
    public void No_session_is_ever_led_past_a_limit() =>
        Always.Holds(
            Request,
            request =>
            {
                if (Sessions.Decide(request).Decision != GuardVerdict.ALLOW_IN_SESSION)
                {
                    return;
                }
                var (policy, state, size) = (
                    request.Session!.Policy,
                    request.Session.RiskState,
                    request.Step!.SizeQuote!.Value
                );
                Assert.Contains(request.Session.Status, (string[])["approved", "running"]);
                Assert.True(policy.SessionExpiryAt > request.Now);
                Assert.True(size > 0 && size <= policy.MaxSingleOrderQuote);
                Assert.True(state.CurrentStep + 1 <= policy.MaxSteps);
                Assert.True(state.TotalExposureQuote + size <= policy.MaxTotalExposureQuote);
                Assert.True(state.RealizedPnlQuote >= -policy.MaxDailyLossQuote);
            },
            tests: 40_000
        );

    [Fact]
    public void However_many_steps_are_tried_none_passes_a_limit() =>
        Always.Holds(
            Gen.Choose(1, 900).Select(tenth => tenth / 10m).ListOf(20),
            sizes =>
            {
                var session = Sessions.With(
                    ("policy.max_steps", "10"),
                    ("policy.max_total_exposure_quote", "500"),
                    ("policy.max_single_order_quote", "60"),
                    ("risk_state", """{"current_step":0,"total_exposure_quote":0,"realized_pnl_quote":0}""")
                );
                var sum = 0m;
                foreach (var size in sizes)
                {
                    var decision = Sessions.Decide(Sessions.Request("", session, size));
                    if (decision.Decision == GuardVerdict.ALLOW_IN_SESSION)
                    {
                        sum += size;
                        session = SessionSteps.After(session, Report(decision, size), null);
                    }
                }
                Assert.Equal(sum, session.RiskState.TotalExposureQuote);
                Assert.True(sum <= 500 && session.RiskState.CurrentStep <= 10);
            },
            tests: 2_000
        );

    [Fact]
    public void A_duplicate_is_never_allowed() =>
        Always.Holds(
            from request in Request
            from later in Gen.Choose(0, 300_000)
            select (Request: request with { Kind = "preprocessed" }, Later: TimeSpan.FromMilliseconds(later)),
            pair =>
            {
                var seen = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
                Sessions.Decide(pair.Request, seen: seen);

                var again = Sessions.Decide(pair.Request with { Now = pair.Request.Now + pair.Later }, seen: seen);

                Assert.Equal(GuardVerdict.PAUSE, again.Decision);
            },
            tests: 25_000
        );

    [Fact]
    public void A_text_that_sets_the_rules_aside_is_never_allowed()
    {
        string[] phrases =
        [
            .. GuardRules.BuiltIn.PolicyBypass,
            .. GuardRules.BuiltIn.PromptReveal,
            .. GuardWords.ExternalInstructions,
        ];

        Always.Holds(
            from request in Request
            from phrase in Gen.Elements(phrases)
            from after in Text
            select request with
            {
                Text = $"{request.Text}{phrase.ToUpperInvariant()}{after}",
            },
            request => Assert.Equal(GuardVerdict.BLOCK, Sessions.Decide(request).Decision),
            tests: 25_000
        );
    }

    [Fact]
    public void Nothing_but_the_request_decides()
    {
        var settings = new GuardSettings { CapTwd = 7 };

        Always.Holds(
            Request,
            request =>
            {
                var one = GuardEvaluation.Decide(
                    request,
                    GuardRules.BuiltIn,
                    settings,
                    new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal)
                );
                var other = GuardEvaluation.Decide(
                    request,
                    GuardRules.BuiltIn,
                    settings,
                    new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal)
                );
                Assert.Equal((one.Decision, one.Reason, one.Row), (other.Decision, other.Reason, other.Row));
                Assert.Equal(one.IsRefusal, other.IsRefusal);
            },
            tests: 10_000
        );
    }

    [Fact]
    public void Any_text_is_judged() =>
        Always.Holds(
            ArbMap.Default.GeneratorFor<string?>(),
            text => Assert.NotNull(Sessions.Decide(Sessions.Request(text)).Reason),
            tests: 10_000
        );

    private static TradeStepReport Report(GuardDecision decision, decimal size) =>
        new()
        {
            StrategySessionId = "dca-7f",
            Orders = [],
            SizeQuote = size,
            ProjectedStep = decision.ProjectedStep!.Value,
            ProjectedExposureQuote = decision.ProjectedExposureQuote!.Value,
            ExecutedAt = Sessions.Now,
        };
}
