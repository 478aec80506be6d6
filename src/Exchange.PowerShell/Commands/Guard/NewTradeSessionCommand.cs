using System.Management.Automation;
using Exchange.Guard;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Makes the draft of a trade session: every limit of it, checked. It counts as no session until Approve-TradeSession has shown it
/// to a person.
/// </summary>
[Cmdlet(VerbsCommon.New, "TradeSession", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(TradeSession))]
public sealed class NewTradeSessionCommand : ExchangeCmdlet
{
    /// <summary>Id of the session, of your choosing.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string StrategySessionId { get; set; } = "";

    /// <summary>The most steps.</summary>
    [Parameter(Mandatory = true)]
    public int MaxSteps { get; set; }

    /// <summary>The most that all steps together may be worth, in -QuoteCurrency.</summary>
    [Parameter(Mandatory = true)]
    [PlainNumber]
    public decimal MaxTotalExposureQuote { get; set; }

    /// <summary>The most that one step may be worth, in -QuoteCurrency.</summary>
    [Parameter(Mandatory = true)]
    [PlainNumber]
    public decimal MaxSingleOrderQuote { get; set; }

    /// <summary>The largest loss, as a positive number in -QuoteCurrency.</summary>
    [Parameter(Mandatory = true)]
    [PlainNumber]
    public decimal MaxDailyLossQuote { get; set; }

    /// <summary>From this moment on the session is over.</summary>
    [Parameter(Mandatory = true)]
    [Instant]
    public DateTimeOffset SessionExpiryAt { get; set; }

    /// <summary>The currency of the limits: TWD for BitoPro's orders, USD for strategy orders.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(QuoteCurrencyCompleter))]
    public string QuoteCurrency { get; set; } = "TWD";

    /// <summary>How long an escalation waits for a person, in minutes.</summary>
    [Parameter]
    [PlainNumber]
    public decimal TimeoutMinutes { get; set; } = 30;

    /// <summary>What is due then: HALT_NO_NEW, CLOSE_ALL or RESUME_LAST_APPROVED_BEHAVIOR; the last two need an opt-in at approval.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(EscalationActionCompleter))]
    public string TimeoutAction { get; set; } = EscalationActions.HaltNoNew;

    /// <summary>The kind of strategy, such as dca; passed through.</summary>
    [Parameter]
    public string? StrategyType { get; set; }

    /// <summary>The only pair that the session is for; without it any pair.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(PairCompleter))]
    public string? Pair { get; set; }

    /// <summary>When the strategy acts next; shown only.</summary>
    [Parameter]
    [Instant]
    public DateTimeOffset? NextTriggerAt { get; set; }

    /// <summary>A file that the session is also written to; it must not be there yet.</summary>
    [Parameter]
    public string? Path { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancel)
    {
        var session = Plan().Draft(Runtime.Clock.GetUtcNow());
        if (Path is not null)
        {
            if (!IsWanted(Path, "Write the draft of a trade session"))
            {
                return;
            }
            await new SessionFile(GetUnresolvedProviderPathFromPSPath(Path)).CreateAsync(session, cancel);
        }
        WriteObject(session);
    }

    private SessionPlan Plan() =>
        new()
        {
            StrategySessionId = StrategySessionId,
            MaxSteps = MaxSteps,
            MaxTotalExposureQuote = MaxTotalExposureQuote,
            MaxSingleOrderQuote = MaxSingleOrderQuote,
            MaxDailyLossQuote = MaxDailyLossQuote,
            SessionExpiryAt = SessionExpiryAt,
            QuoteCurrency = QuoteCurrency.ToUpperInvariant(),
            TimeoutMinutes = TimeoutMinutes,
            TimeoutAction = TimeoutAction,
            StrategyType = StrategyType,
            Pair = Pair,
            NextTriggerAt = NextTriggerAt,
        };
}
