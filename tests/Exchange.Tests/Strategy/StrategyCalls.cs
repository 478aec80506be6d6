using Exchange.Strategy;

namespace Exchange.Tests.Strategy;

/// <summary>The calls of a bench's client; what writes is sent without a question.</summary>
internal static class StrategyCalls
{
    public static Task<StrategyDrafting> DraftAsync(this StrategyBench bench, StrategyOrderTicket ticket) =>
        bench.Client.DraftOrderAsync(ticket, StrategyBench.Cancel);

    public static Task<StrategyOrderPage> PageAsync(this StrategyBench bench, StrategyOrderQuery query) =>
        bench.Client.GetPageAsync(query, StrategyBench.Cancel);

    public static async Task<StrategyCancellation> CancelAsync(this StrategyBench bench, params string[] ids)
    {
        var draft = await bench.Client.DraftCancelAsync(ids, null, StrategyBench.Cancel);
        var done = await bench.Desk.SubmitAsync(
            bench.Client.Cancel(draft, null),
            StrategyBench.Yes,
            StrategyBench.Cancel
        );
        return done!.Answer;
    }

    public static async Task<StrategyResumption> ResumeAsync(this StrategyBench bench, params string[] ids)
    {
        var draft = await bench.Client.DraftResumeAsync(ids, null, StrategyBench.Cancel);
        var done = await bench.Desk.SubmitAsync(
            bench.Client.Resume(draft!, null),
            StrategyBench.Yes,
            StrategyBench.Cancel
        );
        return done!.Answer;
    }

    /// <summary>Refused without a single request.</summary>
    public static async Task<ExchangeException> RefusedAsync(
        this StrategyBench bench,
        string id,
        StrategyOrderTicket ticket
    )
    {
        var before = bench.Server.Count;
        var error = await bench.FailsAsync(() => bench.DraftAsync(ticket));
        Assert.Equal(id, error.ErrorId);
        Assert.Equal(before, bench.Server.Count);
        return error;
    }
}
