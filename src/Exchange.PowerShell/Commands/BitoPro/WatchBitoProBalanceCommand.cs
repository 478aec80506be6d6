using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Balances of the account: every one at once, then those that change, until it is stopped.</summary>
[Cmdlet(VerbsCommon.Watch, "BitoProBalance")]
[OutputType(typeof(BitoProBalance))]
public sealed class WatchBitoProBalanceCommand : WatchCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel) =>
        WatchAsync(Runtime.BitoPro.PrivateStreams(Listener).WatchBalancesAsync, cancel);
}
