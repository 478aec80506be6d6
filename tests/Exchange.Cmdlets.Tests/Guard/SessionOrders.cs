using Exchange.Cmdlets.Tests.Support;
using Exchange.Engine;
using Exchange.Guard;

namespace Exchange.Cmdlets.Tests.Guard;

/// <summary>A user with an approved session: three steps of at most 12,000 TWD, together at most 30,000.</summary>
internal static class SessionOrders
{
    /// <summary>Worth 10,000 TWD.</summary>
    public const string Step = "Invoke-BitoProOrder btc_twd Buy Limit 0.01 1000000";

    public const string New =
        "New-TradeSession s-1 -MaxSteps 3 -MaxTotalExposureQuote 30000 -MaxSingleOrderQuote 12000 -MaxDailyLossQuote 500 "
        + "-SessionExpiryAt 2026-06-01T00:00:00Z -Pair btc_twd";

    public static async Task<TradeSession> ApprovedAsync(this CmdletHarness harness) =>
        (await harness.RunAsync($"{New} | Approve-TradeSession -Confirm:$false")).DoneWithOne<TradeSession>();

    /// <summary>Runs a line with a session as its last argument.</summary>
    public static Task<CmdletRun> RunInAsync(this CmdletHarness harness, TradeSession session, string line) =>
        harness.RunAsync($"{line} -TradeSession '{session.ToJson()}'");
}
