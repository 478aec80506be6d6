using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>
/// Public trades of pairs: the last ones, then the new ones as they happen, oldest first and each once, until it is stopped.
/// Needs no account.
/// </summary>
[Cmdlet(VerbsCommon.Watch, "BitoProTrade")]
[OutputType(typeof(BitoProTrade))]
public sealed class WatchBitoProTradeCommand : WatchPairCmdlet
{
    private protected override Task WatchAsync(
        BitoProStreamClient streams,
        IReadOnlyList<string> pairs,
        CancellationToken cancel
    ) => WatchAsync(end => streams.WatchTradesAsync(pairs, end), cancel);
}
