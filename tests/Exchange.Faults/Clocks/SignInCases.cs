using Exchange.Engine;
using Exchange.Okx;

namespace Exchange.Faults.Clocks;

/// <summary>Signing in, and staying signed in.</summary>
internal static class SignInCases
{
    private static readonly TimeSpan LifeOfCode = TimeSpan.FromSeconds(600);
    private static readonly TimeSpan LifeOfShortCode = TimeSpan.FromSeconds(150);
    private static readonly TimeSpan LifeOfToken = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<ClockCase> All { get; } =
    [
        new("OKX device sign-in, approved after the jump", ApprovedAsync, Places: 8),
        new("OKX device sign-in, never approved", NeverApprovedAsync, Places: 2),
        new("OKX token, used on both sides of the jump and renewed", OkxTokenAsync, Places: 6),
        new("Codex sign-in, completed after the jump", CodexSignInAsync, Places: 4),
        new("Codex token, renewed after the jump", CodexTokenAsync, Places: 6),
        new("wallet session, used on both sides of the jump and renewed", WalletAsync, Places: 6),
    ];

    private static async Task ApprovedAsync(ClockBench bench, TimeSpan by, int place)
    {
        var began = bench.Truth.GetUtcNow();
        var isStepped = false;
        bench.Meanwhile = () =>
        {
            var passed = bench.Truth.GetUtcNow() - began;
            if (!isStepped && passed > TimeSpan.FromSeconds(20 * place))
            {
                isStepped = true;
                bench.Clock.Step(by);
            }
            if (passed > TimeSpan.FromSeconds(30 + (20 * place)) && bench.Simulator.Okx.SignIns[0].State == "pending")
            {
                bench.Simulator.Okx.Decide(null, isApproved: true);
            }
        };
        var run = await bench.RunAsync(LifeOfCode, "Connect-OkxAccount", "-Site", "us");
        bench.CheckDone(run, "the sign-in was given up");
        bench.Check(run.OutputOf<OkxAuthStatus>() is [{ Status: OkxAuthStatus.LoggedIn }], "nobody is signed in");
        bench.CheckManners(LongestPause);
        CheckPace(bench);
    }

    private static async Task NeverApprovedAsync(ClockBench bench, TimeSpan by, int place)
    {
        bench.Simulator.Okx.Behaviour = bench.Simulator.Okx.Behaviour with
        {
            DeviceCodeLife = (int)LifeOfShortCode.TotalSeconds,
        };
        var began = bench.Truth.GetUtcNow();
        var isStepped = false;
        bench.Meanwhile = () =>
        {
            if (!isStepped && bench.Truth.GetUtcNow() - began > TimeSpan.FromSeconds(30 * place))
            {
                isStepped = true;
                bench.Clock.Step(by);
            }
        };
        var run = await bench.RunAsync(LifeOfShortCode + LongestPause, "Connect-OkxAccount", "-Site", "us");
        bench.Check(
            ClockBench.IdOf(run).StartsWith("Okx.AuthenticationError", StringComparison.Ordinal),
            "it did not fail"
        );
        bench.Check(
            bench.Truth.GetUtcNow() - began > LifeOfShortCode - TimeSpan.FromSeconds(15),
            "the code was given up while it could still be approved"
        );
        bench.CheckManners(LongestPause);
        CheckPace(bench);
    }

    private static async Task OkxTokenAsync(ClockBench bench, TimeSpan by, int place)
    {
        bench.Meanwhile = () =>
        {
            if (bench.Simulator.Okx.SignIns is [{ State: "pending" }])
            {
                bench.Simulator.Okx.Decide(null, isApproved: true);
            }
        };
        bench.CheckDone(await bench.RunAsync(LifeOfCode, "Connect-OkxAccount", "-Site", "us"), "signing in");
        bench.Meanwhile = () => { };
        var passes = TimeSpan.FromMinutes(9 * place);
        await ReadAsync("before the jump");
        bench.Truth.Advance(passes);
        bench.Clock.StepAtReading(place, by);
        await ReadAsync("during the jump");
        bench.Clock.StepAtLast();
        await ReadAsync("after the jump");
        bench.StartAnew();
        await ReadAsync("after the jump, in a new process");
        bench.Truth.Advance(LifeOfToken + TimeSpan.FromMinutes(1));
        await ReadAsync("after the life of the token");
        bench.Clock.Correct();
        await ReadAsync("when the clock is right again");
        bench.CheckManners(LongestPause);

        async Task ReadAsync(string when)
        {
            var refused = Refused(bench);
            bench.CheckDone(await bench.RunAsync("Get-OkxBalance"), when);
            bench.Check(Refused(bench) - refused <= 1, $"an ended token was used more than once {when}");
        }
    }

    private static async Task CodexSignInAsync(ClockBench bench, TimeSpan by, int place)
    {
        var callback = await AgreedAsync(bench, "work");
        bench.Clock.StepAtReading(place, by);
        var run = await CompleteAsync(bench, callback);
        bench.CheckNamesClock(run, "completing it");
        if (!run.Succeeded)
        {
            bench.Clock.Correct();
            callback = await AgreedAsync(bench, "work");
            run = await CompleteAsync(bench, callback);
            bench.CheckDone(run, "beginning anew");
        }
        bench.CheckManners(LongestPause);
    }

    private static async Task CodexTokenAsync(ClockBench bench, TimeSpan by, int place)
    {
        var callback = await AgreedAsync(bench, "work");
        bench.CheckDone(await CompleteAsync(bench, callback), "signing in");
        bench.Clock.StepAtReading(place, by);
        bench.CheckDone(await bench.RunAsync("Update-CodexToken", "work", "-Force"), "renewing during the jump");
        bench.Clock.StepAtLast();
        bench.CheckDone(await bench.RunAsync("Update-CodexToken", "work"), "looking after the jump");
        bench.CheckDone(await bench.RunAsync("Get-CodexUsage", "work"), "using it after the jump");
        bench.Clock.Correct();
        bench.CheckDone(await bench.RunAsync("Update-CodexToken", "work"), "looking when the clock is right again");
        bench.CheckDone(await bench.RunAsync("Get-CodexUsage", "work"), "using it when the clock is right again");
        bench.CheckManners(LongestPause);
    }

    private static async Task WalletAsync(ClockBench bench, TimeSpan by, int place)
    {
        bench.CheckDone(await bench.RunAsync("Connect-AgenticWallet"), "signing in");
        bench.Clock.StepAtReading(place, by);
        bench.CheckDone(await bench.RunAsync("Get-StrategyOrder"), "during the jump");
        bench.Clock.StepAtLast();
        bench.CheckDone(await bench.RunAsync("Get-StrategyOrder"), "after the jump");
        bench.Truth.Advance(LifeOfToken + TimeSpan.FromMinutes(1));
        bench.CheckDone(await bench.RunAsync("Get-StrategyOrder"), "after the life of the token");
        bench.Clock.Correct();
        bench.CheckDone(await bench.RunAsync("Get-StrategyOrder"), "when the clock is right again");
        bench.CheckManners(LongestPause);
    }

    private static Task<CmdletRun> CompleteAsync(ClockBench bench, string callback) =>
        bench.RunAsync(LongestPause, callback, ["Complete-CodexAuth", "work", "-Confirm:$false"]);

    // What the person's browser does at the page.
    private static async Task<string> AgreedAsync(ClockBench bench, string profile)
    {
        var run = await bench.RunAsync("Start-CodexAuth", profile);
        bench.CheckDone(run, "beginning");
        var page = run.OutputOf<Codex.CodexAuthStart>().Single().LoginUrl;
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var reply = await browser.GetAsync(new Uri($"{page}&decision=approve"));
        return reply.Headers.Location!.OriginalString;
    }

    private static int Refused(ClockBench bench) =>
        bench.Simulator.Requests.Last.Count(request => request.Status == 401);

    // The service asks for five seconds between two polls.
    private static void CheckPace(ClockBench bench)
    {
        var polls = bench
            .Simulator.Requests.Last.Where(request => request.Path.EndsWith("/token", StringComparison.Ordinal))
            .Select(request => request.Time)
            .ToList();
        bench.Check(
            polls.Zip(polls.Skip(1)).All(pair => pair.Second - pair.First >= TimeSpan.FromSeconds(4.9)),
            "the service was asked too often"
        );
    }
}
