using System.Globalization;
using Exchange.Desk;
using Exchange.Engine;
using Exchange.Guard;
using Exchange.Simulator;

namespace Exchange.Faults.Clocks;

/// <summary>Orders, their guard, and settling what is unknown, where the service does not mind the time of a request.</summary>
internal static class TradeCases
{
    private const string Order = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000";
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    public static IReadOnlyList<ClockCase> All { get; } =
    [
        new("trade session, steps on both sides of the jump", SessionAsync, IsLenient: true),
        new("trade session that has expired, and the jump", ExpiredSessionAsync, IsLenient: true),
        new("the same attempt again after the jump", DuplicateAsync, Places: 6, IsLenient: true),
        new("rate limit of five requests a second, jump within", RateLimitAsync, Places: 3, IsLenient: true),
        new("order without an effect, settled right after the jump", SettleAbsentAsync, Places: 3, IsLenient: true),
        new("order whose answer was lost, settled after the jump", SettlePlacedAsync, IsLenient: true),
        new("order made at a wrong time, settled when the clock is right", SettleWrongTimeAsync, IsLenient: true),
    ];

    private static async Task SessionAsync(ClockBench bench, TimeSpan by, int place)
    {
        var session = await ApprovedAsync(bench, TimeSpan.FromHours(3));
        var first = await StepAsync(bench, session, "step-1");
        bench.CheckDone(first, "before the jump");
        bench.Clock.Step(by);
        bench.CheckDone(await StepAsync(bench, session, "step-2"), "after the jump");
        bench.Clock.Correct();
        bench.CheckDone(await StepAsync(bench, session, "step-3"), "when the clock is right again");
        bench.CheckManners(LongestPause);
    }

    // Half an hour of the session is left at the jump: a clock that is set forward ends it early, and none may make it last longer.
    private static async Task ExpiredSessionAsync(ClockBench bench, TimeSpan by, int place)
    {
        var session = await ApprovedAsync(bench, TimeSpan.FromMinutes(30));
        bench.CheckDone(await StepAsync(bench, session, "step-1"), "before the jump");
        bench.Clock.Step(by);
        if (by > TimeSpan.Zero)
        {
            bench.Check(
                !(await StepAsync(bench, session, "step-2")).Succeeded,
                "it was used beyond its end by the clock"
            );
            bench.Clock.Correct();
        }
        bench.Truth.Advance(TimeSpan.FromMinutes(31));
        await StepAsync(bench, session, "step-3");
        bench.Check(bench.Simulator.BitoPro.Orders.Count == 1, "an expired session was used");
    }

    private static async Task DuplicateAsync(ClockBench bench, TimeSpan by, int place)
    {
        bench.CheckDone(await RunAsync(bench, $"{Order} -AttemptId a-1"), "the first");
        bench.Clock.StepAtReading(place, by);
        foreach (var _ in (int[])[1, 2])
        {
            bench.Check(
                !(await RunAsync(bench, $"{Order} -AttemptId a-1")).Succeeded,
                "the same attempt was taken again"
            );
        }
        bench.Clock.Correct();
        bench.Check(!(await RunAsync(bench, $"{Order} -AttemptId a-1")).Succeeded, "the same attempt was taken again");
        bench.Check(bench.Simulator.BitoPro.Orders.Count == 1, "an order was placed twice");
        bench.CheckManners(LongestPause);
    }

    private static async Task RateLimitAsync(ClockBench bench, TimeSpan by, int place)
    {
        var began = bench.Truth.GetUtcNow();
        for (var i = 0; i < 24; i++)
        {
            if (i == 6 * place)
            {
                bench.Clock.Step(by);
            }
            bench.CheckDone(await bench.RunAsync("Get-BitoProOrder", "-Open", "-Pair", "btc_twd"), "a look");
        }
        var took = bench.Truth.GetUtcNow() - began;
        bench.Check(took < TimeSpan.FromSeconds(10), $"24 looks took {took}");
        bench.CheckManners(TimeSpan.FromSeconds(5));
    }

    private static async Task SettleAbsentAsync(ClockBench bench, TimeSpan by, int place)
    {
        await LoseAsync(bench, nameof(FaultKind.DropBefore));
        bench.Truth.Advance(TimeSpan.FromSeconds(20 * place));
        bench.Clock.Step(by);
        bench.StartAnew();
        var began = bench.Truth.GetUtcNow();

        await SettleAsync(bench);
        var state = (await bench.AttemptsAsync())[0].State;
        bench.Check(state == AttemptState.Unknown, $"it was called {state} while it could still have been under way");

        var waited = await SettleAsync(bench, "-Wait");
        bench.CheckDone(waited, "settling with a wait");
        var settled = (await bench.AttemptsAsync())[0];
        bench.Check(
            settled.State == AttemptState.Rejected || TextOf(waited).Contains("clock", StringComparison.Ordinal),
            $"after the wait it is {settled.State}: {TextOf(waited)}"
        );
        bench.Check(bench.Truth.GetUtcNow() - began < LongestPause, "settling waited for the clock");
        bench.CheckManners(LongestPause);
    }

    private static async Task SettlePlacedAsync(ClockBench bench, TimeSpan by, int place)
    {
        await LoseAsync(bench, nameof(FaultKind.DropAfter));
        bench.Clock.Step(by);
        bench.StartAnew();
        await SettleAsync(bench, "-Wait");
        var settled = (await bench.AttemptsAsync())[0];
        bench.Check(settled.State == AttemptState.Accepted, $"the order is {settled.State}");
        bench.CheckManners(LongestPause);
    }

    // The order is there, but not at the time that the journal has: it must not be called rejected without a word.
    private static async Task SettleWrongTimeAsync(ClockBench bench, TimeSpan by, int place)
    {
        bench.Clock.Step(by);
        await LoseAsync(bench, nameof(FaultKind.DropAfter));
        bench.Truth.Advance(TimeSpan.FromSeconds(20));
        bench.Clock.Correct();
        bench.StartAnew();
        var run = await SettleAsync(bench, "-Wait");
        var settled = (await bench.AttemptsAsync())[0];
        bench.Check(
            settled.State == AttemptState.Accepted || TextOf(run).Contains("clock", StringComparison.Ordinal),
            $"an order that was placed is called {settled.State}: {TextOf(run)}"
        );
    }

    private static async Task LoseAsync(ClockBench bench, string fault)
    {
        bench.Simulator.Faults.Replace(new Dictionary<string, double>(StringComparer.Ordinal) { [fault] = 1 });
        var lost = await RunAsync(bench, $"{Order} -AttemptId a-1");
        bench.Check(!lost.Succeeded, "the fault did not strike");
        bench.Simulator.Faults.Replace(new Dictionary<string, double>());
    }

    private static Task<CmdletRun> SettleAsync(ClockBench bench, params string[] more) =>
        bench.RunAsync(LongestPause, ["Resolve-ExchangeAttempt", "-AttemptId", "a-1", "-Confirm:$false", .. more]);

    private static string TextOf(CmdletRun run) =>
        run.OutputOf<Attempt>() is [var attempt, ..] ? attempt.Reason ?? "" : "";

    private static Task<CmdletRun> RunAsync(ClockBench bench, string line) =>
        bench.RunAsync([.. line.Split(' '), "-Confirm:$false"]);

    private static async Task<TradeSession> ApprovedAsync(ClockBench bench, TimeSpan life)
    {
        var now = bench.Truth.GetUtcNow();
        var plan = new SessionPlan
        {
            StrategySessionId = "s-1",
            MaxSteps = 5,
            MaxTotalExposureQuote = 100_000,
            MaxSingleOrderQuote = 20_000,
            MaxDailyLossQuote = 500,
            SessionExpiryAt = now + life,
            QuoteCurrency = "TWD",
            TimeoutMinutes = 30,
            TimeoutAction = EscalationActions.HaltNoNew,
            Pair = "btc_twd",
        };
        var run = await bench.RunAsync(
            "Approve-TradeSession",
            "-TradeSession",
            plan.Draft(now).ToJson(),
            "-Confirm:$false"
        );
        bench.CheckDone(run, "approving the session");
        return run.OutputOf<TradeSession>().Single();
    }

    // Without an answer to a question: what the session no longer covers is not taken.
    private static Task<CmdletRun> StepAsync(ClockBench bench, TradeSession session, string id) =>
        bench.RunAsync([
            .. Order.Split(' '),
            "-AttemptId",
            string.Create(CultureInfo.InvariantCulture, $"{id}"),
            "-TradeSession",
            session.ToJson(),
        ]);
}
