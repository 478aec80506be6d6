using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Fills of the account as they happen, until it is stopped. What happens while a lost connection is opened again does not come:
/// a warning says so, and <c>Get-BitoProFill</c> lists it.
/// </summary>
[Cmdlet(VerbsCommon.Watch, "BitoProFill")]
[OutputType(typeof(BitoProFill))]
public sealed class WatchBitoProFillCommand : WatchCmdlet
{
    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancel) =>
        WatchAsync(Runtime.BitoPro.PrivateStreams(Listener).WatchFillsAsync, cancel);
}
