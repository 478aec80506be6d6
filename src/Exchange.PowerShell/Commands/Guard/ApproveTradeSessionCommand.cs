using System.Management.Automation;
using Exchange.Guard;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Shows a session whole, with what happens if you walk away, and makes the approved copy of it. From then on its steps are sent
/// without asking again.
/// </summary>
[Cmdlet(
    VerbsLifecycle.Approve,
    "TradeSession",
    DefaultParameterSetName = "Value",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
[OutputType(typeof(TradeSession))]
public sealed class ApproveTradeSessionCommand : TradeSessionCmdlet
{
    /// <summary>Agrees that the session's own orders are cancelled when nobody answers an escalation.</summary>
    [Parameter]
    public SwitchParameter OptInCloseAll { get; set; }

    /// <summary>Agrees that one more step is taken when nobody answers an escalation.</summary>
    [Parameter]
    public SwitchParameter OptInResumeLastApproved { get; set; }

    private protected override async Task<TradeSession?> ChangeAsync(TradeSession session, CancellationToken cancel)
    {
        var now = Runtime.Clock.GetUtcNow();
        var approval = new SessionApproval(session, OptInFor(session));
        var approved = approval.Approve(now);
        return await ConfirmAsync(approval, cancel) ? approved : null;
    }

    private string? OptInFor(TradeSession session)
    {
        if (OptInCloseAll && OptInResumeLastApproved)
        {
            throw Mismatch("Only one action can be due; agree to the one that the session names.", session);
        }
        var optIn =
            OptInCloseAll ? EscalationActions.CloseAll
            : OptInResumeLastApproved ? EscalationActions.ResumeLastApproved
            : null;
        return optIn is null || optIn == session.Policy.TimeoutAction
            ? optIn
            : throw Mismatch($"The session's action is {session.Policy.TimeoutAction}, not {optIn}.", session);
    }

    private static ExchangeException Mismatch(string message, TradeSession session) =>
        ExchangeException.BadInput("TradeSession.OptInMismatch", message, target: session.StrategySessionId);
}
