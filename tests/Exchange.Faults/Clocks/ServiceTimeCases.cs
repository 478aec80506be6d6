using Exchange.Desk;
using Exchange.Simulator;

namespace Exchange.Faults.Clocks;

/// <summary>Services that refuse a request whose time is not theirs.</summary>
internal static class ServiceTimeCases
{
    private const string BitoProOrder = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000 -Confirm:$false";
    private const string OkxOrder =
        """Invoke-OkxRequest -Method POST /api/v5/trade/order -Live -Confirm:$false -Body {"instId":"BTC-USDT","tdMode":"cash","side":"buy","ordType":"limit","px":"1000.0","sz":"0.00001"}""";

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    public static IReadOnlyList<ClockCase> All { get; } =
    [
        new("BitoPro nonces: refused by name, and taken at once when the clock is right", BitoProAsync, Places: 4),
        new("OKX timestamps: reads follow the service's clock, orders say why", OkxAsync, Places: 8),
        new("OKX timestamps while the service's own clock errs", OkxSkewAsync, Places: 3),
        new("strategy order at a wrong time", StrategyAsync, Places: 4),
    ];

    private static async Task BitoProAsync(ClockBench bench, TimeSpan by, int place)
    {
        bench.CheckDone(await bench.RunAsync("Get-BitoProBalance"), "before the jump");
        bench.Clock.StepAtReading(place, by);
        bench.CheckNamesClock(await bench.RunAsync("Get-BitoProBalance"), "a look during the jump");
        bench.Clock.StepAtLast();
        var order = await bench.RunAsync([.. BitoProOrder.Split(' '), "-AttemptId", "a-1"]);
        bench.CheckNamesClock(order, "an order after the jump");
        var placed = bench.Simulator.BitoPro.Orders.Count;
        bench.Clock.Correct();
        bench.Truth.Advance(TimeSpan.FromSeconds(1));
        bench.CheckDone(await bench.RunAsync("Get-BitoProBalance"), "a look when the clock is right again");
        bench.CheckDone(
            await bench.RunAsync([.. BitoProOrder.Split(' '), "-AttemptId", "a-2"]),
            "an order when the clock is right again"
        );
        bench.Check(bench.Simulator.BitoPro.Orders.Count == placed + 1, "not one order more is there");
        bench.CheckManners(LongestPause);
    }

    private static async Task OkxAsync(ClockBench bench, TimeSpan by, int place)
    {
        bench.CheckDone(await bench.RunAsync("Get-OkxBalance"), "before the jump");
        bench.Clock.StepAtReading(place, by);
        bench.CheckNamesClock(await bench.RunAsync("Get-OkxBalance"), "a look during the jump");
        bench.Clock.StepAtLast();
        bench.CheckDone(await bench.RunAsync("Get-OkxBalance"), "a look after the jump");
        bench.CheckNamesClock(await bench.RunAsync(OkxOrder.Split(' ')), "an order after the jump");
        bench.CheckDone(await bench.RunAsync(OkxOrder.Split(' ')), "an order dated by the service's clock");
        bench.Clock.Correct();
        var order = await bench.RunAsync(OkxOrder.Split(' '));
        bench.CheckNamesClock(order, "an order right after the clock was set right");
        var placed = bench.Simulator.Okx.Orders.Count;
        bench.CheckDone(await bench.RunAsync(OkxOrder.Split(' ')), "the next order");
        bench.Check(bench.Simulator.Okx.Orders.Count == placed + 1, "not one order more is there");
        bench.CheckManners(LongestPause);
    }

    private static async Task OkxSkewAsync(ClockBench bench, TimeSpan by, int place)
    {
        bench.Simulator.Faults.Replace(
            new Dictionary<string, double>(StringComparer.Ordinal) { [nameof(FaultKind.ClockSkew)] = 0.2 * place }
        );
        var done = 0;
        for (var i = 0; i < 10; i++)
        {
            if (i == 5)
            {
                bench.Clock.Step(by);
            }
            var run = await bench.RunAsync(OkxOrder.Split(' '));
            bench.CheckNamesClock(run, "an order");
            done += run.Succeeded ? 1 : 0;
        }
        bench.Check(
            bench.Simulator.Okx.Orders.Count == done,
            "orders are there that were not told of, or are not there"
        );
        bench.Check(
            (await bench.AttemptsAsync()).Count(attempt => attempt.State == AttemptState.Accepted) == done,
            "the journal has another number of orders"
        );
        bench.Simulator.Faults.Replace(new Dictionary<string, double>());
        await bench.RunAsync("Get-OkxBalance");
        bench.CheckDone(await bench.RunAsync("Get-OkxBalance"), "a look when the service's clock is right again");
        bench.CheckManners(LongestPause);
    }

    private static async Task StrategyAsync(ClockBench bench, TimeSpan by, int place)
    {
        string[] order =
        [
            .. "New-StrategyLimitOrder arb usdc 0x912ce59144191c1204e64559fe8253a0e49e6548 10 Buy 0.10 -Confirm:$false".Split(
                ' '
            ),
        ];
        bench.CheckDone(await bench.RunAsync("Connect-AgenticWallet"), "signing in");
        bench.Clock.StepAtReading(place, by);
        bench.CheckNamesClock(await bench.RunAsync(order), "an order during the jump");
        bench.Clock.StepAtLast();
        bench.CheckNamesClock(await bench.RunAsync(order), "an order after the jump");
        bench.Clock.Correct();
        bench.CheckDone(await bench.RunAsync(order), "an order when the clock is right again");
        bench.CheckManners(LongestPause);
    }
}
