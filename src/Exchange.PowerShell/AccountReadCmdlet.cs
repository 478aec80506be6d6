using System.Management.Automation;
using Exchange.BitoPro;
using Exchange.Guard;

namespace Exchange.PowerShell;

/// <summary>A cmdlet that reads of the account, and shows an active strategy before what it reads (trade-guard.md 9.1).</summary>
public abstract class AccountReadCmdlet : ExchangeCmdlet
{
    private ActiveStrategy? _active;

    /// <summary>The session that is active; where it stands is shown beside the output.</summary>
    [Parameter]
    [Alias("StrategySession")]
    [TradeSession]
    public TradeSession? TradeSession { get; set; }

    /// <summary>Shows it once a command.</summary>
    /// <param name="client">Asks for the open orders when there is a session.</param>
    /// <param name="open">All open orders, where they are known already.</param>
    /// <param name="cancel">Ends the asking.</param>
    private protected async Task ShowActiveAsync(
        BitoProClient client,
        IReadOnlyList<BitoProOrder>? open,
        CancellationToken cancel
    )
    {
        _active ??= new ActiveStrategy(client, Runtime.Clock, WriteVerbose);
        if (await _active.TextAsync(TradeSession, open, cancel) is { } text)
        {
            Inform(text);
        }
    }
}
