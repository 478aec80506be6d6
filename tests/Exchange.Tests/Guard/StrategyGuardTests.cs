using System.Globalization;
using Exchange.Desk;
using Exchange.Guard;
using Exchange.Storage;
using Exchange.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Exchange.Tests.Guard;

/// <summary>The guard before price-triggered orders: USD on both sides, error ids of their own, no cap in TWD (docs/decisions, 7).</summary>
public sealed class StrategyGuardTests : IDisposable
{
    private const string Weth = "0x4200000000000000000000000000000000000006";
    private const string Usdc = "0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913";

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly string Market = StrategyStep.Market(8453, Weth, Usdc);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>Direction, amount, price of the from-token, trigger, value.</summary>
    public static TheoryData<bool, string?, string?, string?, string?> Values =>
        new()
        {
            { true, "40", "1", "3000", "40" },
            { true, "0.5", "3120.55", "60000", "1560.275" },
            { false, "0.01", "3000", "3500", "35" },
            { false, "0.01", "3000", "2500", "30" },
            { false, ".5", "2.", "2", "1" },
            { true, "0.1", "9.999999999999999999", "1", "0.9999999999999999999" },
            // More digits than a decimal has: upwards, never below what it is worth.
            { true, "1", "0.00000000000000000000000000001", "1", "0.0000000000000000000000000001" },
            { true, "123456789012345678901234567890.5", "0.000001", "1", "123456789012345678901234.5679" },
            { true, "33333333333333333333333333.333", "0.3333333333", "1", "11111111110000000000000000" },
            // What cannot be known, or is too large to be held.
            { true, "1", null, "1", null },
            { true, "1", "0", "1", null },
            { true, "1", "NaN", "1", null },
            { true, "1", "-1", "1", null },
            { true, "1e3", "1", "1", null },
            { true, "1,000", "1", "1", null },
            { true, "", "1", "1", null },
            { true, ".", "1", "1", null },
            { true, null, "1", "1", null },
            { true, "1..5", "1", "1", null },
            { true, "１", "1", "1", null },
            { false, "1", "1", null, null },
            { false, "1", "1", "x", null },
            { true, new string('9', 29), "10", "1", null },
            { true, new string('9', 300), "1", "1", null },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void An_order_is_worth_what_the_market_or_the_trigger_makes_of_it(
        bool isBuy,
        string? amount,
        string? price,
        string? trigger,
        string? value
    ) =>
        Assert.Equal(
            value,
            StrategyStep.ValueUsd(isBuy, amount, price, trigger) is { } usd ? ExactDecimal.Format(usd) : null
        );

    [Fact]
    public void A_value_is_never_below_the_exact_product() =>
        Always.Holds(
            ArbMap.Default.ArbFor<(PositiveInt, PositiveInt)>(),
            pair =>
            {
                var (units, price) = ($"0.{pair.Item1.Get}", $"{pair.Item2.Get}.{pair.Item1.Get}");
                var exact = decimal.Parse(units, Plain) * decimal.Parse(price, Plain);

                Assert.Equal(exact, StrategyStep.ValueUsd(true, units, price, null));
                Assert.True(StrategyStep.ValueUsd(false, units, price, units) >= exact);
            },
            5_000
        );

    /// <summary>Session, amount of USDC, row and what did not hold.</summary>
    public static TheoryData<string?, string?, string, string?> Rows =>
        new()
        {
            { "USD", "40", "3c", null },
            { "USD", "40.000000000000000001", "3e", "single order: 40.000000000000000001 <= 40" },
            { "USD", null, "3d", "step size: missing or not a number > 0" },
            // Limits in TWD are no limits for USD, however large.
            { null, "1", "3e", "quote currency: USD is TWD" },
            { "TWD", "1", "3e", "quote currency: USD is TWD" },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Limits_in_USD_hold_a_strategy_order(string? currency, string? amount, string row, string? detail)
    {
        var step = StrategyStep.Of(true, amount ?? "1", amount is null ? null : "1", "3000", Market);

        var decision = Decide(Session(currency), step);

        Assert.Equal(row, decision.Row);
        Assert.Equal(detail is null ? [] : [detail], decision.Details.Select(each => each.Text));
    }

    [Fact]
    public void A_session_in_USD_holds_no_order_in_TWD() =>
        Assert.Equal(
            "quote currency: TWD is USD",
            Assert.Single(Sessions.Decide(Sessions.Request("", Session("USD"), 1)).Details).Text
        );

    [Fact]
    public void Steps_exposure_and_loss_count_as_for_every_service()
    {
        var step = StrategyStep.Of(true, "40", "1", "3000", Market);
        TradeSession With(string path, string json) => Sessions.With([.. Dollars("USD"), (path, json)]);

        var decision = Decide(Session("USD"), step);
        Assert.Equal(
            (8m, 300m, 4m, 180m),
            (decision.ProjectedStep, decision.ProjectedExposureQuote, decision.HeadroomSteps, decision.HeadroomQuote)
        );
        Assert.Equal("steps: 13 <= 12", Detail(With("risk_state.current_step", "12")));
        Assert.Equal("exposure: 480.01 <= 480", Detail(With("risk_state.total_exposure_quote", "440.01")));
        Assert.Equal("daily loss: -25.01 >= -25", Detail(With("risk_state.realized_pnl_quote", "-25.01")));
        Assert.Equal($"pair: {Market} is weth/usdc", Detail(With("market", """{"pair":"weth/usdc"}""")));
        Assert.Equal("3c", Decide(With("market", $$"""{"pair":"{{Market.ToLowerInvariant()}}"}"""), step).Row);

        string Detail(TradeSession session) => Assert.Single(Decide(session, step).Details).Text;
    }

    [Fact]
    public void Both_directions_of_a_market_have_one_name() =>
        Assert.Equal($"8453:{Weth}/{Usdc}", StrategyStep.Market(8453, traded: Weth, other: Usdc));

    [Theory]
    [InlineData("buy 40 usdc of eth", "9")]
    [InlineData("skip safety", "1")]
    [InlineData("run a grid", "5")]
    [InlineData("buy eth", "7")]
    [InlineData("sell half of my 1 eth", "8")]
    public void Words_are_judged_as_for_every_service(string text, string row) =>
        Assert.Equal(row, Decide(null, StrategyStep.Of(true, "40", "1", "3000", Market), text).Row);

    [Fact]
    public async Task Refusals_carry_the_services_name_and_its_commands()
    {
        var outside = await Caught.ErrorAsync(
            "Strategy.Guard.ESCALATE",
            () => Guard(Session("USD"), "41").CheckAsync(new StrategyDraft(), Cancel)
        );
        Assert.Equal(
            "single order: 41 <= 40",
            Assert.Single(Assert.IsType<GuardDecision>(outside.Target).Details).Text
        );

        await Guard(null, "41", attemptId: "a").CheckAsync(new StrategyDraft(), Cancel);
        var again = await Caught.ErrorAsync(
            "Strategy.Guard.PAUSE",
            () => Guard(null, "41", attemptId: "a").CheckAsync(new StrategyDraft(), Cancel)
        );
        Assert.Contains("Get-StrategyOrder", again.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain("BitoPro", again.Remedy, StringComparison.Ordinal);

        var strategy = await Caught.ErrorAsync(
            "Strategy.Guard.APPROVE_SESSION",
            () => Guard(null, "41", text: "run a grid").CheckAsync(new StrategyDraft(), Cancel)
        );
        Assert.Contains("New-TradeSession -QuoteCurrency USD", strategy.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("no number")]
    public async Task The_cap_in_TWD_is_not_for_orders_in_USD(string cap)
    {
        var guard = Guard(null, "41", cap: cap);

        await guard.CheckAsync(new StrategyDraft(), Cancel);

        Assert.Equal((GuardVerdict.ALLOW, GuardPass.Ask), (guard.Decision!.Decision, guard.Pass));
    }

    [Theory]
    [InlineData("buy weth with 40 usdc", null)]
    [InlineData($"buy {Weth} for 40", null)]
    [InlineData("確認買入 weth 40", null)]
    [InlineData("sell weth 40", "it does not say buy")]
    [InlineData("buy weth with 41 usdc", "it does not name the exact amount 40")]
    [InlineData("buy wethx with 40 usdc", "it does not name weth")]
    [InlineData("ok", "a bare acknowledgement is no consent")]
    public void Words_confirm_only_the_order_that_they_name(string text, string? problem) =>
        Assert.Equal(problem, Consent.Problem(text, [Term("40")], GuardRules.BuiltIn));

    [Fact]
    public void An_amount_with_too_many_digits_is_confirmed_by_a_person_alone()
    {
        var amount = new string('9', 40);

        Assert.Contains(
            "too many digits",
            Consent.Problem($"buy weth {amount} -1 1", [Term(amount)], GuardRules.BuiltIn),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_report_counts_the_step_once()
    {
        var request = Request(Session("USD"), StrategyStep.Of(true, "40", "1", "3000", Market));
        var report = TradeStepReport.Of(Sessions.Decide(request), request, [], Sessions.Now);

        var after = SessionSteps.After(request.Session!, report, null);

        Assert.Equal((8m, 300m), (after.RiskState.CurrentStep, after.RiskState.TotalExposureQuote));
        Assert.Same(after, SessionSteps.After(after, report, null));
    }

    [Theory]
    [InlineData("""{"size_quote":40,"quote_currency":"USD"}""", "6")]
    [InlineData("""{"size_quote":40,"quote_currency":"usd"}""", "6")]
    [InlineData("""{"size_quote":40}""", "4")]
    [InlineData("""{"size_quote":40,"quote_currency":"EUR"}""", "4u")]
    [InlineData("""{"size_quote":40,"quote_currency":7}""", "4u")]
    public void A_step_of_JSON_names_its_currency_and_the_cap_is_compared_with_TWD_alone(string step, string row) =>
        Assert.Equal(
            row,
            GuardEvaluator
                .Classify(
                    $$"""{"pendingStep":{{step}}}""",
                    name => name == "BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE" ? "10" : null,
                    new Testing.ManualClock(Sessions.Now),
                    new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal)
                )
                .Row
        );

    private static ConsentTerm Term(string amount) => ConsentTerm.StrategyOrder(isBuy: true, ["weth", Weth], amount);

    private static GuardRequest Request(TradeSession? session, PendingStep step, string? text = null) =>
        Sessions.Request(text, session) with
        {
            Step = step,
            Service = GuardedService.Strategy,
        };

    private static GuardDecision Decide(TradeSession? session, PendingStep step, string? text = null) =>
        Sessions.Decide(Request(session, step, text), cap: 1);

    private static (string, string?)[] Dollars(string? currency) =>
        [
            ("policy.max_total_exposure_quote", "480"),
            ("policy.max_single_order_quote", "40"),
            ("policy.max_daily_loss_quote", "25"),
            ("risk_state.total_exposure_quote", "260"),
            ("risk_state.realized_pnl_quote", "-3"),
            ("policy.quote_currency", currency is null ? null : $"\"{currency}\""),
        ];

    private static TradeSession Session(string? currency) => Sessions.With(Dollars(currency));

    private TradeGuard Guard(
        TradeSession? session,
        string amount,
        string? attemptId = null,
        string? text = null,
        string? cap = null
    )
    {
        var folder = new StateFolder(_folder.Path);
        return new TradeGuard(
            FileDuplicateStore.In(folder),
            new GuardAudit(folder),
            name => name == "BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE" ? cap : null,
            _ => { }
        )
        {
            Request = Request(session, StrategyStep.Of(true, amount, "1", "3000", Market), text) with
            {
                AttemptIds = attemptId is null ? [] : [attemptId],
            },
        };
    }

    private sealed record StrategyDraft : IDraft
    {
        public string Service => "Strategy";

        public string Action => "Place limit order";

        public string Subject => "BUY WETH";

        public IReadOnlyList<DraftLine> Lines => [];
    }
}
