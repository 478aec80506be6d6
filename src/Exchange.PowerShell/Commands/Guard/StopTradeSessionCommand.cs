using System.Management.Automation;
using Exchange.Guard;

namespace Exchange.PowerShell.Commands;

/// <summary>Ends a session for good.</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "TradeSession",
    DefaultParameterSetName = "Value",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Low
)]
[OutputType(typeof(TradeSession))]
public sealed class StopTradeSessionCommand : TradeSessionCmdlet
{
    private protected override Task<TradeSession?> ChangeAsync(TradeSession session, CancellationToken cancel) =>
        GoAsync(session, SessionStatus.Stopped);
}
