using System.Management.Automation;
using Exchange.BitoPro;

namespace Exchange.PowerShell.Commands;

/// <summary>Tickers of pairs, at once and whenever they change, until it is stopped. Needs no account.</summary>
[Cmdlet(VerbsCommon.Watch, "BitoProTicker")]
[OutputType(typeof(BitoProTicker))]
public sealed class WatchBitoProTickerCommand : WatchPairCmdlet
{
    private protected override Task WatchAsync(
        BitoProStreamClient streams,
        IReadOnlyList<string> pairs,
        CancellationToken cancel
    ) => WatchAsync(end => streams.WatchTickersAsync(pairs, end), cancel);
}
