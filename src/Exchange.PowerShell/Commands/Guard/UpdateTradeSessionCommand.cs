using System.Management.Automation;
using Exchange.Desk;
using Exchange.Guard;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Brings a session up to date after a step: a copy with the step counted. A step that failed has no report and counts for nothing; a
/// report that is counted already changes nothing.
/// </summary>
[Cmdlet(
    VerbsData.Update,
    "TradeSession",
    DefaultParameterSetName = "Value",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Low
)]
[OutputType(typeof(TradeSession))]
public sealed class UpdateTradeSessionCommand : ExchangeCmdlet
{
    private TradeSession? _session;
    private TradeSession? _read;

    /// <summary>The session as it stood when the step was taken.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Value")]
    [Alias("StrategySession")]
    [TradeSession]
    public TradeSession? TradeSession { get; set; }

    /// <summary>A file that holds the session; the changed one replaces it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "File")]
    public string? Path { get; set; }

    /// <summary>
    /// What the order cmdlet gave out for the step, or, where that was lost, its attempt from Get-ExchangeAttempt; null for a step that
    /// failed.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [AllowNull]
    [StepReport]
    public object? Receipt { get; set; }

    /// <summary>The profit or loss so far, loss negative; without it the session's own stays.</summary>
    [Parameter]
    [PlainNumber]
    public decimal? RealizedPnlQuote { get; set; }

    private SessionFile File => new(GetUnresolvedProviderPathFromPSPath(Path));

    /// <inheritdoc/>
    protected override async Task BeginAsync(CancellationToken cancel) =>
        _session = _read = Path is null ? TradeSession : await File.ReadAsync(cancel);

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        if ((Receipt is Attempt attempt ? StepFacts.Report(attempt) : Receipt as TradeStepReport) is { } report)
        {
            _session = SessionSteps.After(_session!, report, RealizedPnlQuote);
        }
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancel)
    {
        if (Path is not null && !ReferenceEquals(_read, _session))
        {
            if (!IsWanted(Path, "Count the step"))
            {
                return;
            }
            await File.ReplaceAsync(_read!, _session!, cancel);
        }
        WriteObject(_session);
    }
}
