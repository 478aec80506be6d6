using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Open orders of the account: every one at once, then those that are new or have changed, until it is stopped. An order that
/// ends only leaves this stream; with <c>-Ended</c> the orders come that have ended, and how.
/// </summary>
[Cmdlet(VerbsCommon.Watch, "BitoProOrder")]
[OutputType(typeof(BitoProOrder))]
public sealed class WatchBitoProOrderCommand : WatchCmdlet
{
    /// <summary>The last orders that were filled or cancelled, then each that is.</summary>
    [Parameter]
    public SwitchParameter Ended { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel)
    {
        var streams = Runtime.BitoPro.PrivateStreams(Listener);
        return WatchAsync<BitoProOrder>(Ended ? streams.WatchEndedOrdersAsync : streams.WatchOpenOrdersAsync, cancel);
    }
}
