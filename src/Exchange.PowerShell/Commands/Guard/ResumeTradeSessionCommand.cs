using System.Management.Automation;
using Exchange.Guard;

namespace Exchange.PowerShell.Commands;

/// <summary>Lets a paused session go on: running, or approved when no step of it was taken yet.</summary>
[Cmdlet(
    VerbsLifecycle.Resume,
    "TradeSession",
    DefaultParameterSetName = "Value",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High
)]
[OutputType(typeof(TradeSession))]
public sealed class ResumeTradeSessionCommand : TradeSessionCmdlet
{
    private protected override Task<TradeSession?> ChangeAsync(TradeSession session, CancellationToken cancel) =>
        session.Status == SessionStatus.Paused
            ? GoAsync(session, session.RiskState.CurrentStep > 0 ? SessionStatus.Running : SessionStatus.Approved)
            : throw ExchangeException.BadInput(
                "TradeSession.NotAllowed",
                $"A session that is {session.Status ?? "without a status"} cannot be resumed; only a paused one can.",
                target: session.StrategySessionId
            );
}
