using System.Management.Automation;
using Exchange.Guard;

namespace Exchange.PowerShell.Commands;

/// <summary>Pauses a session: no step of it is taken until Resume-TradeSession.</summary>
[Cmdlet(
    VerbsLifecycle.Suspend,
    "TradeSession",
    DefaultParameterSetName = "Value",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Low
)]
[OutputType(typeof(TradeSession))]
public sealed class SuspendTradeSessionCommand : TradeSessionCmdlet
{
    private protected override Task<TradeSession?> ChangeAsync(TradeSession session, CancellationToken cancel) =>
        GoAsync(session, SessionStatus.Paused);
}
