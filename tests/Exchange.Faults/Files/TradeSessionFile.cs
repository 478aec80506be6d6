using System.Globalization;
using Exchange.Guard;

namespace Exchange.Faults.Files;

/// <summary>
/// A trade session: every process counts steps, as Update-TradeSession does, and begins again when another was faster. No step is
/// counted by two.
/// </summary>
internal sealed class TradeSessionFile : ISharedFile
{
    private const string Theirs = "\"their notes\":{\"weight\":1.50e3,\"text\":\"caf\\u00e9\"}";
    private const string Policy = "\"max_steps\":1e6";

    public string Name => "trade session";

    public string FileName => "session.json";

    public string[] Locks => [$"{FileName}.lock"];

    public Task PrepareAsync(string folder) =>
        File(folder)
            .CreateAsync(
                TradeSession.Parse(
                    $$"""
                    {"strategy_session_id":"dca","status":"running",{{Theirs}},
                     "policy":{ {{Policy}},"session_expiry_at":"2100-01-01T00:00:00Z"},
                     "risk_state":{"current_step":0,"total_exposure_quote":0} }
                    """
                ),
                default
            );

    public async Task<string> EditAsync(string folder, int writer, int number)
    {
        var file = File(folder);
        while (true)
        {
            var read = await file.ReadAsync(default);
            var step = read.RiskState.CurrentStep!.Value + 1;
            try
            {
                await file.ReplaceAsync(read, SessionSteps.After(read, Report(step), null), default);
                return step.ToString(CultureInfo.InvariantCulture);
            }
            catch (ExchangeException trouble) when (trouble.ErrorId == "TradeSession.FileChanged")
            {
                // Another process has counted this step.
            }
        }
    }

    public string? Missing(string folder, int writer, int number) => null;

    public string? Torn(string folder)
    {
        try
        {
            var text = System.IO.File.ReadAllText(Path.Combine(folder, FileName));
            var session = TradeSession.Parse(text);
            return
                session.RiskState.CurrentStep == session.RiskState.TotalExposureQuote
                && text.Contains(Theirs, StringComparison.Ordinal)
                && text.Contains(Policy, StringComparison.Ordinal)
                ? null
                : "its members do not belong together";
        }
        catch (ExchangeException trouble)
        {
            return trouble.Message;
        }
    }

    public IEnumerable<string> Lost(string folder, IReadOnlyList<(int Writer, int Number, string Left)> reported)
    {
        var steps = File(folder).ReadAsync(default).GetAwaiter().GetResult().RiskState.CurrentStep;
        var counted = reported.Select(edit => decimal.Parse(edit.Left, CultureInfo.InvariantCulture)).ToList();
        return counted
            .GroupBy(step => step)
            .Where(same => same.Count() > 1)
            .Select(same => $"step {same.Key} was counted by {same.Count()}")
            .Concat(counted.Where(step => step > steps).Select(step => $"step {step} is gone"));
    }

    private static TradeStepReport Report(decimal step) =>
        new()
        {
            StrategySessionId = "dca",
            Orders = [],
            SizeQuote = 1,
            ProjectedStep = step,
            ProjectedExposureQuote = step,
            ExecutedAt = DateTimeOffset.UtcNow,
        };

    private SessionFile File(string folder) => new(Path.Combine(folder, FileName));
}
