using System.Management.Automation;
using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine.Json;
using Exchange.Guard;

namespace Exchange.Cmdlets.Tests.Guard;

/// <summary>The guard for other programs: requests as objects or JSON lines, decisions out, nothing else touched.</summary>
public sealed class TestTradeGuardTests : IDisposable
{
    private readonly CmdletHarness _harness = new();

    public void Dispose() => _harness.Dispose();

    [Fact]
    public async Task Lines_are_judged_one_by_one_and_a_bad_one_does_not_end_them()
    {
        var run = await JudgeAsync(
            """{"text":"buy 0.1 btc","kind":"received"}""",
            """{"kind":"later"}""",
            """{"text":"bypass","session":null,"pendingStep":null,"attemptId":null,"now":null,"environment":null}""",
            """{"text":"buy 1 btc","pendingStep":{"size_quote":120.50},"environment":{"BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE":100}}""",
            """{"environment":{"BITOPRO_SPOT_SINGLE_ORDER_MAX_QUOTE":"abc"}}""",
            """{"environment":{"BITOPRO_GUARD_RULES_DIR":"/nowhere"}}""",
            "{}"
        );

        Assert.Equal(["9", "1", "4", "6"], run.OutputOf<GuardDecision>().Select(decision => decision.Row));
        Assert.Equal(
            ["TradeGuard.InvalidKind", "BitoPro.CapInvalid", "TradeGuard.RulesUnavailable"],
            run.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0])
        );
    }

    [Fact]
    public async Task An_id_is_a_duplicate_within_a_run_and_in_a_file_across_runs()
    {
        const string Line = """{"attemptId":"a","now":"2026-04-02T04:00:00Z"}""";
        var store = $"-DuplicateStore '{_harness.Home}-store.json'";

        Assert.Equal(["6", "2"], Rows(await JudgeAsync(Line, Line)));
        Assert.Equal(["6"], Rows(await JudgeAsync(Line)));
        Assert.Equal(["6"], Rows(await _harness.RunAsync($"Test-TradeGuard {store}", JsonLine.Parse(Line))));
        Assert.Equal(["2"], Rows(await _harness.RunAsync($"Test-TradeGuard {store}", JsonLine.Parse(Line))));
        (await _harness.RunAsync($"Clear-TradeAttempt a -Confirm:$false {store}")).Done();
        Assert.Equal(["6"], Rows(await _harness.RunAsync($"Test-TradeGuard {store}", JsonLine.Parse(Line))));
    }

    [Fact]
    public async Task It_sends_audits_and_records_nothing()
    {
        var session = await _harness.ApprovedAsync();

        var decision = (
            await _harness.RunInAsync(session, "Test-TradeGuard '' -SizeQuote 4000 -AttemptId a-1")
        ).DoneWithOne<GuardDecision>();

        Assert.Equal(
            (GuardVerdict.ALLOW_IN_SESSION, 1m, 4000m, 2m, 26_000m, "preprocessed"),
            (
                decision.Decision,
                decision.ProjectedStep,
                decision.ProjectedExposureQuote,
                decision.HeadroomSteps,
                decision.HeadroomQuote,
                decision.EventKind
            )
        );
        Assert.False(File.Exists(System.IO.Path.Combine(_harness.Home, "guard-audit.jsonl")));
        Assert.False(File.Exists(System.IO.Path.Combine(_harness.Home, "guard-attempts.json")));
        Assert.Empty(_harness.Requests);
    }

    [Fact]
    public async Task What_was_really_sent_is_seen()
    {
        (await _harness.RunAsync($"{SessionOrders.Step} -Confirm:$false -AttemptId a-1")).Done();

        Assert.Equal(["2"], Rows(await _harness.RunAsync("Test-TradeGuard '' -AttemptId a-1")));
    }

    private Task<Exchange.Engine.CmdletRun> JudgeAsync(params string[] lines) =>
        _harness.RunAsync("Test-TradeGuard", [.. lines.Select(line => JsonLine.Parse(line))]);

    private static IEnumerable<string> Rows(Exchange.Engine.CmdletRun run) =>
        run.Done<GuardDecision>().Select(decision => decision.Row);
}
